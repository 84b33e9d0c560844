import i18next from 'i18next';
import type { Access, DocumentView } from '../../shared/commands/documents';
import { shell } from '../shell';
import { valueOrReport } from './shellResult';
import { allEditsSent, showDocument, updateView, useDocument } from './document';
import { showToast } from './toasts';

/** Saves what is not saved yet, and shows the resulting state. */
export async function saveNow(): Promise<void> {
  const session = useDocument.getState().view?.session;
  if (!session) return;
  await allEditsSent();
  const state = await valueOrReport(shell.commands['document.save']({ session }));
  if (!state) return;
  updateView(session, { state });
  if (state.kind === 'saved') showToast(i18next.t('save.saved'), { tone: 'good' });
}

/**
 * Saves the document to another file and continues there. A document that is being edited keeps its session: edits that
 * are made meanwhile are still being sent and stay on the screen.
 */
export async function saveAs(): Promise<void> {
  const session = useDocument.getState().view?.session;
  if (!session) return;
  await allEditsSent();
  const view = await valueOrReport(shell.commands['document.saveAs']({ session }));
  if (!view) return;
  if (view.session !== session) showDocument(view);
  else updateView(session, locationOfFile(view));
}

function locationOfFile({ path, name, access, state, notices }: DocumentView): Partial<DocumentView> {
  return { path, name, access, state, notices };
}

/** Overwrites what someone else saved meanwhile; their version is kept as a backup. */
export async function overwriteFile(): Promise<void> {
  const session = useDocument.getState().view?.session;
  if (!session) return;
  await allEditsSent();
  const state = await valueOrReport(shell.commands['document.overwrite']({ session }));
  if (state) updateView(session, { state });
}

/** Takes over an abandoned lock and makes this window the one that edits. */
export async function takeOverLock(): Promise<void> {
  const session = useDocument.getState().view?.session;
  if (!session) return;
  const view = await valueOrReport(shell.commands['document.takeOverLock']({ session }));
  if (view) showDocument(view);
}

/** How often a read-only window asks whether somebody else still edits the document (ms). */
const LOCK_POLL_MS = 10_000;

/** Follows, while the document is read-only, whether somebody else edits it. Returns the function that stops it. */
export function followLock(session: string): () => void {
  const timer = setInterval(() => {
    if (useDocument.getState().view?.access.kind !== 'readOnly') return;
    void shell.commands['document.lookAgain']({ session }).then((answer) => {
      if (answer.ok) updateAccess(session, answer.value);
    });
  }, LOCK_POLL_MS);
  return () => clearInterval(timer);
}

function updateAccess(session: string, access: Access): void {
  const before = useDocument.getState().view?.access;
  if (JSON.stringify(before) !== JSON.stringify(access)) updateView(session, { access });
}

/** Follows what the shell reports about saving, and sends all edits before the window closes. */
export function followSaving(): void {
  shell.on('document.state', ({ session, state }) => updateView(session, { state }));
  shell.on('window.flush', () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    void allEditsSent().then(() => shell.commands['window.flushed']());
  });
}
