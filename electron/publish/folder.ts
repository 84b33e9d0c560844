import { toCommandError } from '../../shared/commands/failure';
import type { FolderDocument } from '../../shared/commands/publish';
import type { JobTools } from '../jobs/kind';
import type { DocumentFacts } from './documentFacts';
import { documentFiles, type FoundDocument } from './documentFiles';

export interface FolderRequest {
  readonly folder: string;
  /** The folders below it too. */
  readonly subfolders: boolean;
}

export interface FolderTools extends Pick<JobTools, 'progress' | 'signal'> {
  /** Looks into one document, in a process where it can do no harm. Rejects with a `Failure`. */
  readonly factsOf: (path: string) => Promise<DocumentFacts>;
}

/** Looks into every `.hyoka` file of a folder, one after the other; one that cannot be read has a line that says why. */
export async function listFolder(
  { folder, subfolders }: FolderRequest,
  { progress, signal, factsOf }: FolderTools,
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
    documents.push(await describeDocument(found, factsOf));
  }
  return documents;
}

async function describeDocument(
  found: FoundDocument,
  factsOf: FolderTools['factsOf'],
): Promise<FolderDocument> {
  const { path, within } = found;
  if (found.kind === 'closed') return { kind: 'unreadable', path, within, error: found.error };
  try {
    return { kind: 'document', path, within, ...(await factsOf(path)) };
  } catch (thrown) {
    return { kind: 'unreadable', path, within, error: toCommandError(thrown) };
  }
}
