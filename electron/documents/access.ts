import { basename, dirname } from 'node:path';
import type { Access, DocumentNotice, LockHolder, ReadOnlyReason } from '../../shared/commands/documents';
import { Failure } from '../../shared/commands/failure';
import { assertWritable } from '../files/atomicWrite';
import { fileFailure, systemCode } from '../files/faults';
import { acquireLock, claimLock, type DocumentLock, type LockResult } from '../files/lock/lock';
import type { LockStanding } from '../files/lock/judgement';
import type { FileSystem } from '../machine/fileSystem';
import type { DocumentParts } from './parts';

/** Whether a document may be edited here, and with what lock. */
export type Guarded =
  | { readonly kind: 'ours'; readonly lock: DocumentLock; readonly notices: readonly DocumentNotice[] }
  | { readonly kind: 'readOnly'; readonly why: ReadOnlyReason; readonly holder: LockHolder | null };

/**
 * Who may edit: whoever gets the lock, on a disk that lets them write. A lock that was certainly left behind is taken over at
 * once, another one only when that is asked for. Throws a `Failure`.
 */
export async function guardDocument(
  parts: Pick<DocumentParts, 'edges' | 'judge'>,
  path: string,
  takeOver: boolean,
): Promise<Guarded> {
  const { files } = parts.edges.machine;
  try {
    if (!(await mayWrite(files, path))) return { kind: 'readOnly', why: 'readOnlyFile', holder: null };
    return await withLock(parts, path, takeOver);
  } catch (error) {
    if (FORBIDDEN.includes(systemCode(error) ?? ''))
      return { kind: 'readOnly', why: 'readOnlyFolder', holder: null };
    if (systemCode(error) === 'ENOENT')
      throw new Failure('folderUnreachable', { name: basename(path), folder: dirname(path) });
    throw fileFailure(error, path);
  }
}

/** How a session that only reads stands, as its lock is now. */
export function accessOf(standing: LockStanding): Access {
  switch (standing.kind) {
    case 'free':
      return { kind: 'readOnly', why: 'free', holder: null };
    case 'held':
      return { kind: 'readOnly', why: 'locked', holder: standing.holder };
    case 'left':
      return { kind: 'readOnly', why: 'staleLock', holder: standing.holder };
    case 'blocked':
      return { kind: 'readOnly', why: 'lockBlocked', holder: null };
  }
}

/** Reasons that end when somebody else closes the document. */
export const BY_LOCK: readonly ReadOnlyReason[] = ['locked', 'staleLock', 'free', 'lockBlocked'];

const FORBIDDEN: readonly string[] = ['EACCES', 'EPERM', 'EROFS'];

async function withLock(
  { judge, edges }: Pick<DocumentParts, 'edges' | 'judge'>,
  path: string,
  takeOver: boolean,
): Promise<Guarded> {
  const first = await acquireLock(judge, path, edges.author());
  if (first.kind === 'ours') return { kind: 'ours', lock: first.lock, notices: [] };
  const mayClaim = first.kind === 'left' && (takeOver || first.certain);
  const result = mayClaim ? await claimLock(judge, path, edges.author()) : first;
  return result.kind === 'ours'
    ? { kind: 'ours', lock: result.lock, notices: [lockTaken('holder' in first ? first.holder : null)] }
    : refused(result);
}

function refused(result: Exclude<LockResult, { readonly kind: 'ours' }>): Guarded {
  const access = accessOf(result);
  if (access.kind === 'edit') throw new Error('a lock of others never lets edit');
  return access;
}

function lockTaken(holder: LockHolder | null): DocumentNotice {
  return { code: 'lockTaken', params: { user: holder?.user ?? '', pc: holder?.pc ?? '' } };
}

/** Only a plain refusal counts: what is merely held now can be written later. */
async function mayWrite(files: FileSystem, path: string): Promise<boolean> {
  return assertWritable(files, path).then(
    () => true,
    (error: unknown) => {
      if (systemCode(error) === 'ENOENT') throw error;
      return !FORBIDDEN.includes(systemCode(error) ?? '');
    },
  );
}
