import i18next from 'i18next';
import type { LeftoverText } from '../../shared/assessment/document';
import type { Path } from '../../shared/assessment/path';
import { itemIdOf } from '../../shared/assessment/path';
import { formOf } from '../../shared/forms/catalog';
import { findItem } from '../../shared/forms/lookup';
import { shell } from '../shell';
import { ask } from './ask';
import { update, useDocument, write } from './document';
import { reveal } from './focus';
import { say } from './toasts';

const TEXTS = ['text', 'longtext', 'date'];

/** Puts a piece of 未割当 text behind the text of an item. Items that hold no text say so and stay as they are. */
export async function placeInto(piece: LeftoverText, path: Path): Promise<void> {
  const { assessment } = useDocument.getState();
  if (!assessment) return;
  const item = findItem(formOf(assessment.form, assessment.edition), itemIdOf(path))?.item;
  if (!item || !TEXTS.includes(item.type)) {
    say(i18next.t('noTextItem'), { tone: 'warn' });
    return;
  }
  const before = assessment.values[path];
  write(
    path,
    typeof before === 'string' && before !== '' ? `${before}\n${piece.text}` : piece.text,
    'placed',
  );
  reveal(path);
  await decide(piece, 'placed', { path });
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
