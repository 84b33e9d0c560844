import i18next from 'i18next';
import { invert, type Edit } from '../../shared/assessment/edit';
import { canRevert, sameContent } from '../../shared/assessment/canRevert';
import { dispatchEdit, undo, useDocument } from './document';
import { focusEdit } from './focus';
import { showToast, type Toast } from './toasts';

/**
 * Applies an edit and shows a message that offers to undo exactly that edit (a move is undone by the history alone). The
 * message is removed once the edit was undone or overwritten; edits made since are kept.
 */
export function dispatchWithUndo(
  edit: Edit,
  text: string,
  options: { readonly label?: string; readonly tone?: Toast['tone'] } = {},
): void {
  dispatchEdit(edit, options.label);
  const { view, assessment: after } = useDocument.getState();
  const tone = options.tone ?? 'plain';
  if (!view || !after || !canRevert(after, edit)) {
    showToast(text, { tone });
    return;
  }
  const isValid = () => {
    const { view: now, assessment } = useDocument.getState();
    return now?.session === view.session && assessment !== undefined && canRevert(assessment, edit);
  };
  const run = () => {
    const { assessment } = useDocument.getState();
    if (!assessment || !isValid()) return;
    if (sameContent(assessment, after)) void undo().then(focusEdit);
    else {
      dispatchEdit(invert(edit), 'takeBack');
      focusEdit(invert(edit));
    }
  };
  showToast(text, { tone, action: { label: i18next.t('undo'), run }, isValid });
}
