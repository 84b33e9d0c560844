import i18next from 'i18next';
import type { Access, DocumentView } from '../../shared/commands/documents';
import { shell } from '../shell';
import { ask } from './ask';
import { handedOver, show, update, useDocument } from './document';
import { say } from './toasts';

/** Ctrl+S: writes what is not written yet, and answers with the true state. */
export async function saveNow(): Promise<void> {
  const session = useDocument.getState().view?.session;
  if (!session) return;
  await handedOver();
  const state = await ask(shell.commands['document.save']({ session }));
  if (!state) return;
  update(session, { state });
  if (state.kind === 'saved') say(i18next.t('save.saved'), { tone: 'good' });
}

/**
 * Writes the document to another file and continues there. A document that is being edited stays the same session: what is typed
 * meanwhile is on its way and remains on the screen.
 */
export async function saveElsewhere(): Promise<void> {
  const session = useDocument.getState().view?.session;
  if (!session) return;
  await handedOver();
  const view = await ask(shell.commands['document.saveAs']({ session }));
  if (!view) return;
  if (view.session !== session) show(view);
  else update(session, placeOf(view));
}

function placeOf({ path, name, access, state, notices }: DocumentView): Partial<DocumentView> {
  return { path, name, access, state, notices };
}

/** Writes over what someone else wrote meanwhile; their version is kept among the earlier ones. */
export async function overwrite(): Promise<void> {
  const session = useDocument.getState().view?.session;
  if (!session) return;
  await handedOver();
  const state = await ask(shell.commands['document.overwrite']({ session }));
  if (state) update(session, { state });
}

/** Takes over a lock that was left behind, and goes on as the one who edits. */
export async function takeOver(): Promise<void> {
  const session = useDocument.getState().view?.session;
  if (!session) return;
  const view = await ask(shell.commands['document.takeOverLock']({ session }));
  if (view) show(view);
}

/** How often a window that only reads asks whether somebody still has the document (ms). */
const LOOK_AGAIN = 10_000;

/** While a document is only read: follows whether somebody still has it. Returns the function that stops it. */
export function followLock(session: string): () => void {
  const timer = setInterval(() => {
    if (useDocument.getState().view?.access.kind !== 'readOnly') return;
    void shell.commands['document.lookAgain']({ session }).then((answer) => {
      if (answer.ok) regard(session, answer.value);
    });
  }, LOOK_AGAIN);
  return () => clearInterval(timer);
}

function regard(session: string, access: Access): void {
  const before = useDocument.getState().view?.access;
  if (JSON.stringify(before) !== JSON.stringify(access)) update(session, { access });
}

/** Follows what the shell reports about saving, and hands everything over before the window closes. */
export function followSaving(): void {
  shell.on('document.state', ({ session, state }) => update(session, { state }));
  shell.on('window.flush', () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    void handedOver().then(() => shell.commands['window.flushed']());
  });
}
