import { open } from 'node:fs/promises';
import { HEADER_BYTES, headerFault } from '../database/format';
import type { FileMark } from './atomicWrite';
import { fileFailure, formatFailure } from './faults';
import { sizeOfFile } from './regular';
import { retrying } from './retry';

export interface ReadFile {
  readonly bytes: Uint8Array;
  readonly mark: FileMark;
}

/**
 * The bytes of a document. What cannot be one is told from its size and first 100 bytes, so that a file of
 * many gigabytes is refused at once. Throws a `Failure`.
 */
export async function readDocumentFile(path: string): Promise<ReadFile> {
  try {
    return await retrying(() => readChecked(path));
  } catch (error) {
    throw fileFailure(error, path);
  }
}

async function readChecked(path: string): Promise<ReadFile> {
  await sizeOfFile(path, 'fileForeign');
  const handle = await open(path, 'r');
  try {
    const { size, mtimeMs } = await handle.stat();
    const header = Buffer.alloc(Math.min(HEADER_BYTES, size));
    await handle.read(header, 0, header.length, 0);
    const fault = headerFault(header, size);
    if (fault) throw formatFailure(fault, path);
    return { bytes: await handle.readFile(), mark: { size, modified: mtimeMs } };
  } finally {
    await handle.close();
  }
}
