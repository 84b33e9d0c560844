import i18next from 'i18next';
import { dayText } from '../../i18n/dates';
import { shell } from '../../shell';
import { valueOrReport } from '../../state/shellResult';
import { allEditsSent, showDocument, updateView, useDocument } from '../../state/document';
import { fileNameOf } from '../../state/fileNames';
import { mergeFile, reportMerged } from '../../state/intake';
import { showToast } from '../../state/toasts';
import { setViewState, CURRENT } from './state';

/** What a revision is kept as, by a person. */
export interface NewRevision {
  readonly kind: 'manual' | 'submitted' | 'published';
  readonly name: string;
  readonly note: string;
}

/** A revision named by the day. */
export function defaultRevision(): NewRevision {
  const date = dayText(Date.now(), i18next.language);
  return { kind: 'manual', name: i18next.t('compare:empty.name', { date }), note: '' };
}

/** Keeps the present text as a revision. */
export async function keepRevision({ kind, name, note }: NewRevision = defaultRevision()): Promise<void> {
  const { view } = useDocument.getState();
  if (!view) return;
  await allEditsSent();
  const { session } = view;
  const wanted = { session, kind, name, ...(note === '' ? {} : { note }) };
  const revision = await valueOrReport(shell.commands['document.addRevision'](wanted));
  if (!revision) return;
  const revisions = [...(useDocument.getState().view?.revisions ?? []), revision];
  updateView(session, { revisions });
  showToast(i18next.t('compare:empty.kept', { name }), { tone: 'good' });
}

/** Reads another edition from a file, keeps it as a revision and compares with it. */
export async function addFromFile(): Promise<void> {
  const path = await valueOrReport(shell.commands['intake.choose']());
  if (!path) return;
  const answer = await mergeFile(path, i18next.t('compare:revisions.fileName', { name: fileNameOf(path) }));
  const merged = answer && (await valueOrReport(Promise.resolve(answer)));
  if (!merged) return;
  setViewState({ older: merged.revision.id, newer: CURRENT });
  reportMerged(merged);
}

/** Brings the whole document back to a revision; one step that can be undone. */
export async function restoreRevision(id: string): Promise<void> {
  const { view } = useDocument.getState();
  const revision = view?.revisions.find((one) => one.id === id);
  if (!view || !revision) return;
  await allEditsSent();
  const { session } = view;
  const answer = await valueOrReport(shell.commands['document.restoreRevision']({ session, id }));
  const fresh = answer && (await valueOrReport(shell.commands['document.get']({ session })));
  if (!fresh) return;
  showDocument(fresh);
  showToast(i18next.t('compare:revisions.restored', { name: revision.name }), { tone: 'good' });
}

export async function removeRevision(id: string): Promise<void> {
  const { view } = useDocument.getState();
  if (!view) return;
  const { session } = view;
  if ((await valueOrReport(shell.commands['document.removeRevision']({ session, id }))) === undefined) return;
  updateView(session, { revisions: view.revisions.filter((one) => one.id !== id) });
}
