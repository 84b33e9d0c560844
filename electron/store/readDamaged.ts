import { FORMAT_VERSION, headerFault, type FormatFault } from '../database/format';
import { fileFailure, formatFailure } from '../files/faults';
import { sizeOfFile } from '../files/regular';
import type { FileSystem } from '../machine/fileSystem';
import { readHeader } from '../files/mark';

/**
 * The bytes of a file that may be damaged anywhere, its header included. Throws a `Failure` for a file that is too large to be read
 * and for one of a newer format: that is whole, and what this program does not know of it would be left out without a word.
 */
export async function readDamagedBytes(files: FileSystem, path: string): Promise<Uint8Array> {
  try {
    const size = await sizeOfFile(files, path, 'fileForeign');
    const file = await files.open(path, 'r');
    try {
      const fault = headerFault(await readHeader(file), size);
      if (fault && !isDamage(fault)) throw formatFailure(fault, path);
      return await file.read(size, 0);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw fileFailure(error, path);
  }
}

/** A format with a higher number is taken for a damaged header. */
const NEWER_FORMATS = 20;

function isDamage(fault: FormatFault): boolean {
  if (fault.kind === 'tooLarge') return false;
  return fault.kind !== 'newer' || fault.version > FORMAT_VERSION + NEWER_FORMATS;
}
