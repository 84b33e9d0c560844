import { join } from 'node:path';
import type { HyokaDocument } from '../../shared/assessment/document';
import type { DocumentFormat } from '../database/format';
import { writeAtomically } from '../files/atomicWrite';
import { isThere, makeFolder } from '../files/folder';
import { fileFailure, systemCode } from '../files/faults';
import { EXTENSION, lockPathOf } from '../files/names';
import type { FileSystem } from '../machine/fileSystem';
import type { Machine } from '../machine/machine';
import { removeIfPresent } from '../machine/wholeFile';
import type { DocumentEdges } from './edges';

interface Parts {
  readonly format: DocumentFormat;
  readonly edges: Pick<DocumentEdges, 'newId' | 'program' | 'machine'>;
}

/** Writes a document as a new file with this title, numbered where the name is taken; answers its path. */
export async function writeNewFile(
  { format, edges }: Parts,
  folder: string,
  title: string,
  document: HyokaDocument,
): Promise<string> {
  try {
    const { machine } = edges;
    await makeFolder(machine.files, folder);
    const path = await claimPath(machine.files, folder, title);
    const bytes = format.encode(document, { save: edges.newId(), program: edges.program });
    await fillOrRemove(machine, path, bytes);
    return path;
  } catch (error) {
    throw fileFailure(error, join(folder, title + EXTENSION));
  }
}

/** `題名.hyoka`, `題名 2.hyoka` … the first that neither a file nor a lock has; an empty file then holds the name. */
async function claimPath(files: FileSystem, folder: string, title: string): Promise<string> {
  for (let number = 1; ; number++) {
    const path = join(folder, fileName(title, number));
    if (!(await isThere(files, lockPathOf(path))) && (await claimed(files, path))) return path;
  }
}

async function claimed(files: FileSystem, path: string): Promise<boolean> {
  try {
    const file = await files.open(path, 'wx');
    await file.close();
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function fillOrRemove(machine: Machine, path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeAtomically(machine, path, bytes);
  } catch (error) {
    await removeIfPresent(machine.files, path);
    throw error;
  }
}

const MAX_TITLE_BYTES = 200;

/** Without characters that a file system objects to, and never too long. */
export function fileName(title: string, number: number): string {
  const plain = Array.from(title.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').trim());
  while (Buffer.byteLength(plain.join('')) > MAX_TITLE_BYTES) plain.pop();
  return `${plain.join('')}${number > 1 ? ` ${String(number)}` : ''}${EXTENSION}`;
}
