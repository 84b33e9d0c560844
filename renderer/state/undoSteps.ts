import i18next from 'i18next';
import type { Edit } from '../../shared/assessment/edit';
import { labelOf } from './labels';
import { redo, undo, useDocument } from './document';
import { placeOf, revealEdit } from './focus';
import { withPieces } from './leftover';
import { say } from './toasts';
import { useView } from './view';

/** Takes the latest step back, or does it again, and lets the person see what it was. */
export async function stepThrough(way: 'undone' | 'redone'): Promise<void> {
  const edit = await withPieces(way === 'undone' ? undo : redo);
  if (!edit) return;
  revealEdit(edit);
  if (useView.getState().place.screen !== 'editor') tell(way, edit);
}

/** Where the form is not in sight, a sentence says what was changed: it may have been written long before. */
function tell(way: 'undone' | 'redone', edit: Edit): void {
  const { assessment } = useDocument.getState();
  const place = placeOf(edit);
  if (!assessment || place === undefined) return;
  const { short } = labelOf(assessment, place);
  say(i18next.t(short === place ? `steps.${way}` : `steps.${way}Item`, { item: short }));
}
