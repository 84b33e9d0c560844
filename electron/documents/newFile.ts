import { join } from 'node:path';
import type { HyokaDocument } from '../../shared/assessment/document';
import { Failure } from '../../shared/commands/failure';
import type { ErrorCode } from '../../shared/commands/result';
import { fileFailure } from '../files/faults';
import { exists, makeFolder } from '../files/folder';
import { acquireLock, claimLock, type DocumentLock } from '../files/lock/lock';
import { EXTENSION } from '../files/names';
import { removeIfPresent } from '../machine/wholeFile';
import type { FileMark, Stamp } from '../database/contract';
import type { DocumentParts } from './parts';
import { putInPlace } from './putInPlace';

type Parts = Pick<DocumentParts, 'edges' | 'host' | 'judge'>;

/** Writes a whole document to a file that is created, and flushes it. */
export type WriteContent = (path: string, stamp: Stamp) => Promise<FileMark>;

/** Writes a document as a new file with this title, numbered where the name is taken; answers its path. Throws a `Failure`. */
export async function writeNewFile(
  parts: Parts,
  folder: string,
  title: string,
  document: HyokaDocument,
): Promise<string> {
  try {
    await makeFolder(parts.edges.machine.files, folder);
  } catch (error) {
    throw fileFailure(error, join(folder, title + EXTENSION));
  }
  return placeNewFile(parts, folder, title, (path, stamp) => parts.host.write(document, path, stamp));
}

/**
 * The same in a folder that is there, for content of any origin. The file takes its name when it is complete: a crash leaves nothing
 * of that name, or all of it.
 */
export async function placeNewFile(
  parts: Parts,
  folder: string,
  title: string,
  write: WriteContent,
): Promise<string> {
  try {
    const { path, lock } = await claimName(parts, folder, title);
    try {
      const mark = await write(lock.temporary, { save: parts.edges.newId(), program: parts.edges.program });
      await putInPlace(parts.edges.machine, { lock, target: { path, seen: undefined }, mark });
      return path;
    } catch (error) {
      await removeIfPresent(parts.edges.machine.files, lock.temporary).catch(() => undefined);
      throw error;
    } finally {
      await lock.release().catch(() => undefined);
    }
  } catch (error) {
    throw fileFailure(error, join(folder, title + EXTENSION));
  }
}

/** The same in the first of these folders that takes a file: the first is there already, the last is made. Throws a `Failure`. */
export async function placeBeside(
  parts: Parts,
  [beside, last]: readonly [string, string],
  title: string,
  write: WriteContent,
): Promise<string> {
  try {
    return await placeNewFile(parts, beside, title, write);
  } catch (error) {
    if (!(error instanceof Failure && REFUSED_BY_FOLDER.includes(error.code))) throw error;
    await makeFolder(parts.edges.machine.files, last).catch((thrown: unknown) => {
      throw fileFailure(thrown, join(last, title + EXTENSION));
    });
    return placeNewFile(parts, last, title, write);
  }
}

/** Another folder may take what this one did not. */
const REFUSED_BY_FOLDER: readonly ErrorCode[] = [
  'folderReadOnly',
  'fileNoPermission',
  'folderUnreachable',
  'fileNotFound',
  'diskFull',
  'fileTooLargeForDisk',
];

/** `題名.hyoka`, `題名 2.hyoka` … the first that no file has and whose lock is free: the lock holds the name. */
async function claimName(
  { edges, judge }: Parts,
  folder: string,
  title: string,
): Promise<{ readonly path: string; readonly lock: DocumentLock }> {
  const { files } = edges.machine;
  for (let number = 1; ; number++) {
    const path = join(folder, fileName(title, number));
    if (await exists(files, path)) continue;
    const lock = await lockOf(judge, path, edges.author());
    if (lock && !(await exists(files, path))) return { path, lock };
    await lock?.release();
  }
}

async function lockOf(
  judge: Parts['judge'],
  path: string,
  author: ReturnType<Parts['edges']['author']>,
): Promise<DocumentLock | undefined> {
  const result = await acquireLock(judge, path, author);
  if (result.kind === 'ours') return result.lock;
  if (result.kind !== 'left' || !result.certain) return undefined;
  const claimed = await claimLock(judge, path, author);
  return claimed.kind === 'ours' ? claimed.lock : undefined;
}

const MAX_TITLE_BYTES = 200;

/** Without characters that a file system objects to, and never too long. */
export function fileName(title: string, number: number): string {
  const plain = Array.from(title.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').trim());
  while (Buffer.byteLength(plain.join('')) > MAX_TITLE_BYTES) plain.pop();
  return `${plain.join('')}${number > 1 ? ` ${String(number)}` : ''}${EXTENSION}`;
}
