import { HEADER_BYTES, headerFault } from '../database/format';
import type { FileSystem } from '../machine/fileSystem';
import type { Machine } from '../machine/machine';
import { fileFailure, formatFailure } from './faults';
import { sizeOfFile } from './regular';
import { retrying } from './retry';

export interface ReadFile {
  readonly bytes: Uint8Array;
  readonly size: number;
  /** Last modification (ms since 1970 UTC). */
  readonly modified: number;
}

/**
 * The bytes of a document. What cannot be one is told from its size and first 100 bytes, so that a file of
 * many gigabytes is refused at once. Throws a `Failure`.
 */
export async function readDocumentFile(machine: Machine, path: string): Promise<ReadFile> {
  try {
    return await retrying(machine.clock, () => readChecked(machine.files, path));
  } catch (error) {
    throw fileFailure(error, path);
  }
}

async function readChecked(files: FileSystem, path: string): Promise<ReadFile> {
  await sizeOfFile(files, path, 'fileForeign');
  const file = await files.open(path, 'r');
  try {
    const { size, modified } = await file.status();
    const header = await file.read(Math.min(HEADER_BYTES, size), 0);
    const fault = headerFault(header, size);
    if (fault) throw formatFailure(fault, path);
    return { bytes: await file.read(size, 0), size, modified };
  } finally {
    await file.close();
  }
}
