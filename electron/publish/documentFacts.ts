import { isDeepStrictEqual } from 'node:util';
import type { StoredDocument } from '../../shared/assessment/document';
import type { FolderDocument, PublishingState } from '../../shared/commands/publish';
import { coverOf } from '../../shared/publish/fileNames';
import { exposuresIn } from '../../shared/publish/variants/exposures';
import { publicCopy } from '../../shared/publish/variants/withhold';
import { realFileSystem } from '../machine/realFileSystem';
import { inProcessStoreHost } from '../store/inProcess';

/** What a list of documents and the ledger say of one. */
export type DocumentFacts = Omit<Extract<FolderDocument, { kind: 'document' }>, 'kind' | 'path' | 'within'>;

/** Looks into one document. A job: the file may take any time and memory. Throws a `Failure`. */
export async function documentFacts({ path }: { readonly path: string }): Promise<DocumentFacts> {
  const host = await inProcessStoreHost();
  try {
    const { opened } = await host.open(path);
    const { modified } = await realFileSystem.status(path);
    return factsOf(opened.document, modified);
  } finally {
    await host.close();
  }
}

function factsOf(document: StoredDocument, modified: number): DocumentFacts {
  const copy = publicCopy(document.assessment, document.comments);
  return {
    cover: coverOf(document.assessment),
    publicCover: coverOf(copy.assessment),
    exposures: exposuresIn(copy),
    state: publishingState(document),
    toCheck: document.review.filter(({ settled }) => !settled).length,
    changedAt: modified,
  };
}

/** How far the document is, from the revisions kept in it. */
export function publishingState({
  assessment,
  revisions,
}: Pick<StoredDocument, 'assessment' | 'revisions'>): PublishingState {
  const published = revisions.filter(({ kind }) => kind === 'published' || kind === 'submitted');
  const same = published.findLast((revision) => isDeepStrictEqual(revision.assessment, assessment));
  if (same) return same.kind === 'published' ? 'published' : 'submitted';
  return published.some(({ kind }) => kind === 'published') ? 'changed' : 'draft';
}
