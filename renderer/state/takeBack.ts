import i18next from 'i18next';
import { invert, type Edit } from '../../shared/assessment/edit';
import { canTakeBack, sameContent } from '../../shared/assessment/takeBack';
import { change, undo, useDocument } from './document';
import { revealEdit } from './focus';
import { say, type Toast } from './toasts';

/**
 * Makes an edit and says what it did, with a way to take back exactly that (a move is taken back by undo alone). The message goes once the edit was undone or
 * something was written over it; other edits made since are left as they are.
 */
export function changeWithUndo(
  edit: Edit,
  text: string,
  options: { readonly label?: string; readonly tone?: Toast['tone'] } = {},
): void {
  change(edit, options.label);
  const { view, assessment: after } = useDocument.getState();
  const tone = options.tone ?? 'plain';
  if (!view || !after || !canTakeBack(after, edit)) {
    say(text, { tone });
    return;
  }
  const isValid = () => {
    const { view: now, assessment } = useDocument.getState();
    return now?.session === view.session && assessment !== undefined && canTakeBack(assessment, edit);
  };
  const run = () => {
    const { assessment } = useDocument.getState();
    if (!assessment || !isValid()) return;
    if (sameContent(assessment, after)) void undo().then(revealEdit);
    else {
      change(invert(edit), 'takeBack');
      revealEdit(invert(edit));
    }
  };
  say(text, { tone, action: { label: i18next.t('undo'), run }, isValid });
}
