import i18next from 'i18next';
import type { LeftoverText } from '../../shared/assessment/document';
import type { Edit } from '../../shared/assessment/edit';
import type { Path } from '../../shared/assessment/path';
import { itemIdOf } from '../../shared/assessment/path';
import type { Assessment, Value } from '../../shared/assessment/types';
import { formOf } from '../../shared/forms/catalog';
import { findItem } from '../../shared/forms/lookup';
import { shell } from '../shell';
import { valueOrReport } from './shellResult';
import { updateView, useDocument, setItemValue } from './document';
import { focusItem } from './focus';
import { showToast } from './toasts';

const TEXT_TYPES = ['text', 'longtext', 'date'];

/** Whether text can be put into the item. */
export function acceptsText(assessment: Assessment, path: Path): boolean {
  const found = findItem(formOf(assessment.form, assessment.edition), itemIdOf(path));
  return found !== undefined && TEXT_TYPES.includes(found.item.type) && !found.item.fixed;
}

/** Appends a piece of 未割当 text to an item. An item that holds no text is left unchanged, with a message. */
export async function placeLeftover(piece: LeftoverText, path: Path): Promise<void> {
  const { assessment } = useDocument.getState();
  if (!assessment) return;
  if (!acceptsText(assessment, path)) {
    showToast(i18next.t('noTextItem'), { tone: 'warn' });
    return;
  }
  setItemValue(path, appended(assessment.values[path], piece), 'placed');
  focusItem(path);
  await setLeftoverState(piece, 'placed', { path });
}

function appended(before: Value | undefined, { text }: LeftoverText): string {
  return typeof before === 'string' && before !== '' ? `${before}\n${text}` : text;
}

/**
 * Makes a piece 未割当 again. Its text is removed from the end of its item where it is unchanged; text that a person has
 * edited since is kept.
 */
export async function reopenLeftover(piece: LeftoverText): Promise<void> {
  const { path, text } = piece;
  const value = path === undefined ? undefined : useDocument.getState().assessment?.values[path];
  if (path !== undefined && value === text) setItemValue(path, undefined);
  else if (path !== undefined && typeof value === 'string' && value.endsWith(`\n${text}`))
    setItemValue(path, value.slice(0, -text.length - 1));
  await setLeftoverState(piece, 'open');
}

/**
 * Runs undo or redo. A piece whose text that step restored or removed becomes placed or 未割当 again, so that no text of
 * the source is lost from both.
 */
export async function stepWithLeftover(step: () => Promise<Edit | undefined>): Promise<Edit | undefined> {
  const before = useDocument.getState().assessment;
  const edit = await step();
  const { assessment: after, view } = useDocument.getState();
  if (edit?.kind !== 'set' || !before || !after || !view) return edit;
  const { path } = edit;
  const [was, is] = [before.values[path], after.values[path]];
  const gone = view.leftover.find((piece) => piece.path === path && appended(is, piece) === was);
  const back = view.leftover.find((piece) => piece.state === 'open' && appended(was, piece) === is);
  if (gone?.state === 'placed') await setLeftoverState(gone, 'open');
  else if (back) await setLeftoverState(back, 'placed', { path });
  return edit;
}

/** Records whether a piece of 未割当 text is placed, set aside or open. */
export async function setLeftoverState(
  piece: LeftoverText,
  state: LeftoverText['state'],
  { path, reason }: { readonly path?: Path; readonly reason?: string } = {},
): Promise<void> {
  const session = useDocument.getState().view?.session;
  if (!session) return;
  const request = { session, id: piece.id, state, ...(path ? { path } : {}), ...(reason ? { reason } : {}) };
  const kept = await valueOrReport(shell.commands['document.leftover'](request));
  const view = useDocument.getState().view;
  if (kept && view)
    updateView(session, { leftover: view.leftover.map((other) => (other.id === kept.id ? kept : other)) });
}
