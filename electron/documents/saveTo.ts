import { basename } from 'node:path';
import type { HyokaDocument } from '../../shared/assessment/document';
import { Failure } from '../../shared/commands/failure';
import type { DocumentFormat } from '../database/format';
import { writeAtomically } from '../files/atomicWrite';
import type { Backups } from '../files/backups';
import { acquireLock, takeLock, type DocumentLock } from '../files/lock';
import type { Machine } from '../machine/machine';
import type { DocumentEdges } from './edges';
import { loadDocument, type Loaded } from './file';

interface Parts {
  readonly format: DocumentFormat;
  readonly edges: Pick<DocumentEdges, 'newId' | 'program' | 'machine' | 'author'>;
  readonly backups: Backups;
}

/**
 * Writes a document under a name that a person chose. Another document of that name becomes a generation first; what
 * cannot be read as a document (and may be a damaged one) is never written over, nor is one that someone has open.
 */
export async function saveTo(
  { format, edges, backups }: Parts,
  document: HyokaDocument,
  path: string,
): Promise<void> {
  const { machine } = edges;
  const present = await presentAt(machine, format, path);
  const lock = await lockFor(path, edges);
  try {
    if (present) await keep(backups, path, present.bytes, machine.clock.now());
    const bytes = format.encode(document, { save: edges.newId(), program: edges.program });
    await writeAtomically(machine, path, bytes);
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

async function presentAt(
  machine: Machine,
  format: DocumentFormat,
  path: string,
): Promise<Loaded | undefined> {
  try {
    return await loadDocument(machine, format, path);
  } catch (error) {
    if (error instanceof Failure && error.code === 'fileNotFound') return undefined;
    throw new Failure('targetNotOurs', { name: basename(path) });
  }
}

/** In a folder that takes no lock the write itself will say what is wrong. */
async function lockFor(
  path: string,
  { machine, author }: Pick<DocumentEdges, 'author' | 'machine'>,
): Promise<DocumentLock | undefined> {
  const result = await acquireLock(machine, path, author()).catch(() => undefined);
  if (!result || result.kind === 'ours') return result?.lock;
  if (result.kind === 'left' && result.certain) return takeLock(machine, path, author());
  const { user = '', pc = '' } = result.holder ?? {};
  throw new Failure('targetInUse', { name: basename(path), user, pc });
}
