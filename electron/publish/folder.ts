import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { HyokaDocument } from '../../shared/assessment/document';
import { toCommandError } from '../../shared/commands/failure';
import type { FolderDocument, PublishingState } from '../../shared/commands/publish';
import { coverOf } from '../../shared/publish/names';
import { sqlite } from '../database/format';
import { loadDocument } from '../documents/file';
import { fileFailure } from '../files/faults';
import { EXTENSION } from '../files/names';
import type { JobTools } from '../jobs/kind';

/** Looks into every `.hyoka` file of a folder, one after the other. A job: a folder may hold many and large ones. */
export async function listFolder(
  { folder }: { readonly folder: string },
  { progress, signal }: JobTools,
): Promise<readonly FolderDocument[]> {
  const names = await documentNames(folder);
  const documents: FolderDocument[] = [];
  for (const name of names) {
    signal.throwIfAborted();
    progress('folder', documents.length, names.length);
    documents.push(await lookInto(join(folder, name)));
  }
  return documents;
}

/** Sorted as people count: 2 before 10. Temporary files of a save are none. */
async function documentNames(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw fileFailure(error, folder);
  });
  const { compare } = new Intl.Collator('ja', { numeric: true });
  return names
    .filter((name) => name.toLowerCase().endsWith(EXTENSION) && !name.startsWith('~'))
    .sort(compare);
}

async function lookInto(path: string): Promise<FolderDocument> {
  try {
    const { document, mark } = await loadDocument(await sqlite(), path);
    return {
      kind: 'document',
      path,
      cover: coverOf(document.assessment),
      state: publishingState(document),
      toCheck: document.review.filter(({ settled }) => !settled).length,
      changedAt: mark.modified,
    };
  } catch (thrown) {
    return { kind: 'unreadable', path, error: toCommandError(thrown) };
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
