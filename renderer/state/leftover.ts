import i18next from 'i18next';
import type { LeftoverText } from '../../shared/assessment/document';
import type { Edit } from '../../shared/assessment/edit';
import type { Path } from '../../shared/assessment/path';
import { itemIdOf } from '../../shared/assessment/path';
import type { Assessment, Value } from '../../shared/assessment/types';
import { formOf } from '../../shared/forms/catalog';
import { findItem } from '../../shared/forms/lookup';
import { shell } from '../shell';
import { ask } from './ask';
import { update, useDocument, write } from './document';
import { reveal } from './focus';
import { say } from './toasts';

const TEXTS = ['text', 'longtext', 'date'];

/** Whether text can be put into the item. */
export function takesText(assessment: Assessment, path: Path): boolean {
  const found = findItem(formOf(assessment.form, assessment.edition), itemIdOf(path));
  return found !== undefined && TEXTS.includes(found.item.type) && !found.item.fixed;
}

/** Puts a piece of 未割当 text behind the text of an item. Items that hold no text say so and stay as they are. */
export async function placeInto(piece: LeftoverText, path: Path): Promise<void> {
  const { assessment } = useDocument.getState();
  if (!assessment) return;
  if (!takesText(assessment, path)) {
    say(i18next.t('noTextItem'), { tone: 'warn' });
    return;
  }
  write(path, withPiece(assessment.values[path], piece), 'placed');
  reveal(path);
  await decide(piece, 'placed', { path });
}

function withPiece(before: Value | undefined, { text }: LeftoverText): string {
  return typeof before === 'string' && before !== '' ? `${before}\n${text}` : text;
}

/**
 * Back to 未割当. Text that still stands at the end of its item as it was put there leaves the item again; what a person
 * has worded since stays.
 */
export async function reopen(piece: LeftoverText): Promise<void> {
  const { path, text } = piece;
  const value = path === undefined ? undefined : useDocument.getState().assessment?.values[path];
  if (path !== undefined && value === text) write(path, undefined);
  else if (path !== undefined && typeof value === 'string' && value.endsWith(`\n${text}`))
    write(path, value.slice(0, -text.length - 1));
  await decide(piece, 'open');
}

/**
 * Runs undo or redo. A piece whose text came or went with that step is placed or 未割当 again, so that no text of the
 * source stands nowhere.
 */
export async function withPieces(step: () => Promise<Edit | undefined>): Promise<Edit | undefined> {
  const before = useDocument.getState().assessment;
  const edit = await step();
  const { assessment: after, view } = useDocument.getState();
  if (edit?.kind !== 'set' || !before || !after || !view) return edit;
  const { path } = edit;
  const [was, is] = [before.values[path], after.values[path]];
  const gone = view.leftover.find((piece) => piece.path === path && withPiece(is, piece) === was);
  const back = view.leftover.find((piece) => piece.state === 'open' && withPiece(was, piece) === is);
  if (gone?.state === 'placed') await decide(gone, 'open');
  else if (back) await decide(back, 'placed', { path });
  return edit;
}

/** Notes what became of a piece of 未割当 text; it can be opened again. */
export async function decide(
  piece: LeftoverText,
  state: LeftoverText['state'],
  { path, reason }: { readonly path?: Path; readonly reason?: string } = {},
): Promise<void> {
  const session = useDocument.getState().view?.session;
  if (!session) return;
  const request = { session, id: piece.id, state, ...(path ? { path } : {}), ...(reason ? { reason } : {}) };
  const kept = await ask(shell.commands['document.leftover'](request));
  const view = useDocument.getState().view;
  if (kept && view)
    update(session, { leftover: view.leftover.map((other) => (other.id === kept.id ? kept : other)) });
}
