import type { Purpose } from '../../../shared/checks/gates';
import type { FolderDocument } from '../../../shared/commands/publish';
import type { GateSummary } from '../../../shared/commands/checks';
import { shell } from '../../shell';
import { useDocument } from '../../state/document';
import { valueOrReport } from '../../state/shellResult';
import { gatesNow, overrideGates } from '../../state/submission';

/** A document in which something must be settled before it leaves the office. */
export interface StoppedDocument {
  readonly path: string;
  /** 評価書名; '' where it has none. */
  readonly name: string;
  readonly stopping: readonly GateSummary[];
}

/** Of the chosen documents, in the order of the list. */
export async function stoppedDocuments(
  documents: readonly FolderDocument[],
  chosen: ReadonlySet<string>,
  purpose: Purpose,
): Promise<readonly StoppedDocument[]> {
  const wanted = documents.filter(({ kind, path }) => kind === 'document' && chosen.has(path));
  const paths = wanted.map(({ path }) => path);
  if (paths.length === 0) return [];
  const gated = (await valueOrReport(shell.commands['checks.gates']({ paths, purpose }))) ?? [];
  const gatesAt = new Map(gated.map(({ path, gates }) => [path, gates]));
  return wanted.flatMap((document) => {
    const stopping = (gatesAt.get(document.path) ?? []).filter(({ state }) => state === 'stop');
    if (document.kind !== 'document' || stopping.length === 0) return [];
    return [{ path: document.path, name: document.cover.name, stopping }];
  });
}

/** Keeps the sentence in each of the documents. One that cannot be changed now is written all the same. */
export async function overrideInDocuments(
  documents: readonly StoppedDocument[],
  purpose: Purpose,
  sentence: string,
): Promise<void> {
  for (const document of documents) await overrideInDocument(document, purpose, sentence);
}

async function overrideInDocument(
  { path, stopping }: StoppedDocument,
  purpose: Purpose,
  sentence: string,
): Promise<void> {
  if (useDocument.getState().view?.path === path) {
    await overrideGates(gatesNow(purpose), purpose, sentence);
    return;
  }
  const view = await valueOrReport(shell.commands['document.open']({ path }));
  if (!view) return;
  const { session } = view;
  if (view.access.kind === 'edit') {
    const stopped = stopping.map(({ id, count }) => ({ gate: id, count }));
    const override = { purpose, sentence, stopped };
    await valueOrReport(shell.commands['document.override']({ session, override }));
    await valueOrReport(shell.commands['document.save']({ session }));
  }
  await valueOrReport(shell.commands['document.close']({ session }));
}
