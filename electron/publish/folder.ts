import { isDeepStrictEqual } from 'node:util';
import type { HyokaDocument } from '../../shared/assessment/document';
import { toCommandError } from '../../shared/commands/failure';
import type { FolderDocument, PublishingState } from '../../shared/commands/publish';
import { ledgerFacts } from '../../shared/publish/csv/ledger';
import { coverOf } from '../../shared/publish/names';
import { inProcessStoreHost } from '../store/inProcess';
import { loadWhole } from '../store/load';
import { realFileSystem } from '../machine/realFileSystem';
import type { JobTools } from '../jobs/kind';
import { dayNumber } from '../today';
import { documentFiles, type Found } from './documentFiles';

export interface FolderOrder {
  readonly folder: string;
  /** The folders below it too. */
  readonly subfolders: boolean;
}

/** Looks into every `.hyoka` file of a folder, one after the other. A job: a folder may hold many and large ones. */
export async function listFolder(
  { folder, subfolders }: FolderOrder,
  { progress, signal }: JobTools,
): Promise<readonly FolderDocument[]> {
  const files = await documentFiles(folder, {
    subfolders,
    signal,
    onFolder: () => progress('folder', 0, null),
  });
  const documents: FolderDocument[] = [];
  for (const found of files) {
    signal.throwIfAborted();
    progress('folder', documents.length, files.length);
    documents.push(await lookInto(found));
  }
  return documents;
}

async function lookInto(found: Found): Promise<FolderDocument> {
  const { path, within } = found;
  if (found.kind === 'closed') return { kind: 'unreadable', path, within, error: found.error };
  try {
    const document = await loadWhole(await inProcessStoreHost(), path);
    const { modified } = await realFileSystem.status(path);
    return {
      kind: 'document',
      path,
      within,
      cover: coverOf(document.assessment),
      state: publishingState(document),
      toCheck: document.review.filter(({ settled }) => !settled).length,
      changedAt: modified,
      ledger: ledgerFacts(document.assessment, dayNumber(Date.now())),
    };
  } catch (thrown) {
    return { kind: 'unreadable', path, within, error: toCommandError(thrown) };
  }
}

/** How far the document is, from the revisions kept in it. */
export function publishingState({
  assessment,
  revisions,
}: Pick<HyokaDocument, 'assessment' | 'revisions'>): PublishingState {
  const handedOut = revisions.filter(({ kind }) => kind === 'published' || kind === 'submitted');
  const same = handedOut.findLast((revision) => isDeepStrictEqual(revision.assessment, assessment));
  if (same) return same.kind === 'published' ? 'published' : 'submitted';
  return handedOut.some(({ kind }) => kind === 'published') ? 'changed' : 'draft';
}
