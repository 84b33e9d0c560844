import type { DocumentView, NoticeCode } from '../../shared/commands/documents';
import type { Result } from '../../shared/commands/result';
import type { Edition, FormId } from '../../shared/forms/types';
import { messageOf } from '../i18n/message';
import { shell } from '../shell';
import { ask } from './ask';
import { showBackups } from './backups';
import { hideDamage, isDamage, showDamage } from './damage';
import { handedOver, inOrder, show, useDocument } from './document';
import { say } from './toasts';
import { goTo } from './view';

/** Makes an empty assessment and opens it. */
export function createNew(form: FormId, edition: Edition, name: string): Promise<void> {
  return enter(shell.commands['document.new']({ form, edition, name }));
}

/** Asks for a file and opens it. */
export async function chooseFile(): Promise<void> {
  const path = await ask(shell.commands['document.choose']());
  if (path) await openFile(path);
}

/** Opens a document. Of one that is damaged what is whole and its backups are shown. */
export async function openFile(path: string): Promise<void> {
  const answer = await shell.commands['document.open']({ path });
  if (!answer.ok && isDamage(path, answer.error.code)) showDamage(path, answer.error.code);
  else await enter(Promise.resolve(answer));
}

/** Makes a new document of what is whole in a damaged file, and opens it. False where that failed. */
export async function rescueFile(path: string): Promise<boolean> {
  const answer = await shell.commands['rescue.write']({ path });
  if (answer.ok) hideDamage();
  await enter(Promise.resolve(answer));
  return answer.ok;
}

/** The generations of the open document, or of a chosen file where none is open. */
export async function showOwnBackups(): Promise<void> {
  await handedOver();
  const path = useDocument.getState().view?.path ?? (await ask(shell.commands['document.choose']()));
  if (path) await showBackups(path);
}

/** Opens a generation to look at; it becomes a document by being saved under a name. */
export function openBackup(path: string, id: string): Promise<void> {
  return enter(shell.commands['document.openBackup']({ path, id }));
}

export function openSample(id: string): Promise<void> {
  return enter(shell.commands['document.sample']({ id }));
}

/** Takes up a document that the shell has open already: the window was loaded anew, perhaps after a crash. */
export async function resume(): Promise<void> {
  const sessions = await shell.commands['document.sessions']();
  const session = sessions.ok ? sessions.value.at(-1) : undefined;
  if (session) await enter(shell.commands['document.get']({ session }));
}

/** Closes the document; everything typed is handed over first. Where text would be lost it is shown again. */
export async function closeDocument(): Promise<void> {
  const session = useDocument.getState().view?.session;
  goTo('start');
  show(undefined);
  if (session && !(await closeSession(session))) await returnTo(session);
}

/** Closes a document that is no longer shown. False: it has text that is on no disk, and stays open. */
export async function closeSession(session: string): Promise<boolean> {
  const answer = await inOrder(() => shell.commands['document.close']({ session }));
  await ask(Promise.resolve(answer));
  return answer.ok || answer.error.code !== 'closeWouldLose';
}

async function returnTo(session: string): Promise<void> {
  await enter(shell.commands['document.get']({ session }));
}

/** Shows the document of an answer in the editor, with what a person should know about its opening. */
export async function enter(answer: Promise<Result<DocumentView>>): Promise<void> {
  const view = await ask(answer);
  if (!view) return;
  const before = useDocument.getState().view?.session;
  // Nothing can be typed into the other document any more when it is closed.
  show(view);
  goTo('editor');
  if (before && before !== view.session && !(await closeSession(before))) return returnTo(before);
  for (const notice of view.notices) {
    // One that passes would be replaced by the next one.
    const stays = view.notices.length > 1 || ABOUT_TEXT.has(notice.code);
    say(messageOf('documents', notice), { tone: 'warn', stays });
  }
}

/** Where a person's text is, or what of it is lost, must not pass unread. */
const ABOUT_TEXT: ReadonlySet<NoticeCode> = new Set([
  'recovered',
  'recoveredApart',
  'recoveryWaits',
  'unreadJournal',
  'rescued',
  'rescuedPart',
]);
