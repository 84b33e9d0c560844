import i18next from 'i18next';
import type { Edit } from '../../shared/assessment/edit';
import { labelOf } from './labels';
import { redo, undo, useDocument } from './document';
import { locationOfEdit, focusEdit } from './focus';
import { stepWithLeftover } from './leftover';
import { stepBeside } from './sideSteps';
import { showToast } from './toasts';
import { useNavigation } from './navigation';

/** Undoes or redoes the latest step and shows what it changed. */
export async function stepHistory(way: 'undone' | 'redone'): Promise<void> {
  if (await stepBeside(way)) return;
  const edit = await stepWithLeftover(way === 'undone' ? undo : redo);
  if (!edit) return;
  focusEdit(edit);
  if (useNavigation.getState().place.screen !== 'editor') announceStep(way, edit);
}

/** Names the changed item in a message where the form is not shown: the step may be hours old. */
function announceStep(way: 'undone' | 'redone', edit: Edit): void {
  const { assessment } = useDocument.getState();
  const place = locationOfEdit(edit);
  if (!assessment || place === undefined) return;
  const { short } = labelOf(assessment, place);
  showToast(i18next.t(short === place ? `steps.${way}` : `steps.${way}Item`, { item: short }));
}
