import type { DocumentView, NoticeCode } from '../../shared/commands/documents';
import type { Result } from '../../shared/commands/result';
import type { Edition, FormId } from '../../shared/forms/types';
import { messageOf } from '../i18n/message';
import { shell } from '../shell';
import { valueOrReport } from './shellResult';
import { showBackups } from './backups';
import { hideDamage, isDamage, showDamage } from './damage';
import { allEditsSent, enqueue, showDocument, useDocument } from './document';
import { showToast } from './toasts';
import { openScreen } from './navigation';

/** Creates an empty assessment and opens it. */
export function createDocument(form: FormId, edition: Edition, name: string): Promise<void> {
  return showOpenedDocument(shell.commands['document.new']({ form, edition, name }));
}

/** Asks for a file and opens it. */
export async function chooseAndOpenFile(): Promise<void> {
  const path = await valueOrReport(shell.commands['document.choose']());
  if (path) await openFile(path);
}

/** Opens a document. Of one that is damaged what is whole and its backups are shown. */
export async function openFile(path: string): Promise<void> {
  const answer = await shell.commands['document.open']({ path });
  if (!answer.ok && isDamage(path, answer.error.code)) showDamage(path, answer.error.code);
  else await showOpenedDocument(Promise.resolve(answer));
}

/** Creates a document from the intact parts of a damaged file and opens it. False where that failed. */
export async function rescueFile(path: string): Promise<boolean> {
  const answer = await shell.commands['rescue.write']({ path });
  if (answer.ok) hideDamage();
  await showOpenedDocument(Promise.resolve(answer));
  return answer.ok;
}

/** Shows the backups of the open document, or of a chosen file where none is open. */
export async function showBackupsOfDocument(): Promise<void> {
  await allEditsSent();
  const path =
    useDocument.getState().view?.path ?? (await valueOrReport(shell.commands['document.choose']()));
  if (path) await showBackups(path);
}

/** Opens a backup read-only; saving it under a name makes it a document. */
export function openBackup(path: string, id: string): Promise<void> {
  return showOpenedDocument(shell.commands['document.openBackup']({ path, id }));
}

export function openSample(id: string): Promise<void> {
  return showOpenedDocument(shell.commands['document.sample']({ id }));
}

/** Shows a document that the shell already has open: the window was reloaded, perhaps after a crash. */
export async function resumeOpenDocument(): Promise<void> {
  const sessions = await shell.commands['document.sessions']();
  const session = sessions.ok ? sessions.value.at(-1) : undefined;
  if (session) await showOpenedDocument(shell.commands['document.get']({ session }));
}

/** Closes the document after sending all edits. Where text would be lost, the document stays open and is shown again. */
export async function closeDocument(): Promise<void> {
  const session = useDocument.getState().view?.session;
  openScreen('start');
  showDocument(undefined);
  if (session && !(await closeSession(session))) await showSession(session);
}

/** Closes a document that is no longer shown. False: it has text that is on no disk, and stays open. */
export async function closeSession(session: string): Promise<boolean> {
  const answer = await enqueue(() => shell.commands['document.close']({ session }));
  await valueOrReport(Promise.resolve(answer));
  return answer.ok || answer.error.code !== 'closeWouldLose';
}

async function showSession(session: string): Promise<void> {
  await showOpenedDocument(shell.commands['document.get']({ session }));
}

/** Shows the document of an answer in the editor, with what a person should know about its opening. */
export async function showOpenedDocument(answer: Promise<Result<DocumentView>>): Promise<void> {
  const view = await valueOrReport(answer);
  if (!view) return;
  const before = useDocument.getState().view?.session;
  // Nothing can be typed into the other document any more when it is closed.
  showDocument(view);
  openScreen('editor');
  if (before && before !== view.session && !(await closeSession(before))) return showSession(before);
  for (const notice of view.notices) {
    // One that passes would be replaced by the next one.
    const stays = view.notices.length > 1 || LASTING_NOTICES.has(notice.code);
    showToast(messageOf('documents', notice), { tone: 'warn', persistent: stays });
  }
}

/** Notices about where a person's text is, or what of it is lost: they stay until they are closed. */
const LASTING_NOTICES: ReadonlySet<NoticeCode> = new Set([
  'recovered',
  'recoveredApart',
  'recoveryWaits',
  'unreadJournal',
  'rescued',
  'rescuedPart',
]);
