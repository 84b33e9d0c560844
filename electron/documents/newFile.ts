import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SqlJsStatic } from 'sql.js';
import type { HyokaDocument } from '../../shared/assessment/document';
import { encodeDocument } from '../database/format';
import { writeAtomically, type Disk } from '../files/atomicWrite';
import { isThere, makeFolder } from '../files/folder';
import { fileFailure, systemCode } from '../files/faults';
import { EXTENSION, lockPathOf } from '../files/names';
import type { DocumentEdges } from './edges';

interface Parts {
  readonly sql: SqlJsStatic;
  readonly edges: Pick<DocumentEdges, 'newId' | 'program' | 'disk'>;
}

/** Writes a document as a new file with this title, numbered where the name is taken; answers its path. */
export async function writeNewFile(
  { sql, edges }: Parts,
  folder: string,
  title: string,
  document: HyokaDocument,
): Promise<string> {
  try {
    await makeFolder(folder);
    const path = await claimPath(folder, title);
    const bytes = encodeDocument(sql, document, { save: edges.newId(), program: edges.program });
    await fillOrRemove(path, bytes, edges.disk);
    return path;
  } catch (error) {
    throw fileFailure(error, join(folder, title + EXTENSION));
  }
}

/** `題名.hyoka`, `題名 2.hyoka` … the first that neither a file nor a lock has; an empty file then holds the name. */
async function claimPath(folder: string, title: string): Promise<string> {
  for (let number = 1; ; number++) {
    const path = join(folder, fileName(title, number));
    if (!(await isThere(lockPathOf(path))) && (await claimed(path))) return path;
  }
}

async function claimed(path: string): Promise<boolean> {
  try {
    const handle = await open(path, 'wx');
    await handle.close();
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function fillOrRemove(path: string, bytes: Uint8Array, disk: Disk): Promise<void> {
  try {
    await writeAtomically(path, bytes, disk);
  } catch (error) {
    await rm(path, { force: true });
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
