import { basename } from 'node:path';
import type { SqlJsStatic } from 'sql.js';
import type { HyokaDocument } from '../../shared/assessment/document';
import { Failure } from '../../shared/commands/failure';
import { encodeDocument } from '../database/format';
import { writeAtomically } from '../files/atomicWrite';
import type { Backups } from '../files/backups';
import { acquireLock, takeLock, type DocumentLock } from '../files/lock';
import type { DocumentEdges } from './edges';
import { loadDocument, type Loaded } from './file';

interface Parts {
  readonly sql: SqlJsStatic;
  readonly edges: Pick<DocumentEdges, 'newId' | 'program' | 'disk' | 'author' | 'now'>;
  readonly backups: Backups;
}

/**
 * Writes a document under a name that a person chose. Another document of that name becomes a generation first; what
 * cannot be read as a document (and may be a damaged one) is never written over, nor is one that someone has open.
 */
export async function saveTo(
  { sql, edges, backups }: Parts,
  document: HyokaDocument,
  path: string,
): Promise<void> {
  const present = await presentAt(sql, path);
  const lock = await lockFor(path, edges);
  try {
    if (present) await keep(backups, path, present.bytes, edges.now());
    const bytes = encodeDocument(sql, document, { save: edges.newId(), program: edges.program });
    await writeAtomically(path, bytes, edges.disk);
  } finally {
    await lock?.release();
  }
}

/** What cannot be kept is not written over. */
async function keep(backups: Backups, path: string, bytes: Uint8Array, now: number): Promise<void> {
  await backups.keep(path, bytes, now).catch(() => {
    throw new Failure('backupImpossible', { name: basename(path) });
  });
}

async function presentAt(sql: SqlJsStatic, path: string): Promise<Loaded | undefined> {
  try {
    return await loadDocument(sql, path);
  } catch (error) {
    if (error instanceof Failure && error.code === 'fileNotFound') return undefined;
    throw new Failure('targetNotOurs', { name: basename(path) });
  }
}

/** In a folder that takes no lock the write itself will say what is wrong. */
async function lockFor(
  path: string,
  edges: Pick<DocumentEdges, 'author'>,
): Promise<DocumentLock | undefined> {
  const result = await acquireLock(path, edges.author()).catch(() => undefined);
  if (!result || result.kind === 'ours') return result?.lock;
  if (result.kind === 'left' && result.certain) return takeLock(path, edges.author());
  const { user = '', pc = '' } = result.holder ?? {};
  throw new Failure('targetInUse', { name: basename(path), user, pc });
}
