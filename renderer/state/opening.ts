import type { DocumentView } from '../../shared/commands/documents';
import type { Result } from '../../shared/commands/result';
import type { Edition, FormId } from '../../shared/forms/types';
import { messageOf } from '../i18n/message';
import { shell } from '../shell';
import { ask } from './ask';
import { hideBackups, showBackups, useBackups } from './backups';
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

/** Opens a document. Of one that is damaged the kept generations are offered. */
export async function openFile(path: string): Promise<void> {
  const answer = await shell.commands['document.open']({ path });
  await enter(Promise.resolve(answer));
  if (!answer.ok && DAMAGED.has(answer.error.code)) await showBackups(path);
}

const DAMAGED: ReadonlySet<string> = new Set(['fileEmpty', 'fileTruncated', 'fileCorrupt']);

/** The generations of the open document, or of a chosen file where none is open. */
export async function showOwnBackups(): Promise<void> {
  await handedOver();
  const path = useDocument.getState().view?.path ?? (await ask(shell.commands['document.choose']()));
  if (path) await showBackups(path);
}

/** Opens a generation to look at; it becomes a document by being saved under a name. */
export async function openBackup(id: string): Promise<void> {
  const { path } = useBackups.getState();
  hideBackups();
  await enter(shell.commands['document.openBackup']({ path, id }));
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
  view.notices.forEach((notice) => say(messageOf('documents', notice), { tone: 'warn' }));
}
