import { basename, dirname } from 'node:path';
import { Failure } from '../../shared/commands/failure';
import { headerFault } from '../database/format';
import { fileFailure, formatFailure } from '../files/faults';
import type { FileStatus, FileSystem, OpenFile } from '../machine/fileSystem';
import { readHeader } from '../files/mark';

/**
 * The bytes of a document. Its size and first 100 bytes are checked before the rest is read, so that a file of many gigabytes, a
 * folder or a device is refused at once. Throws a `Failure`.
 */
export async function readDocumentBytes(files: FileSystem, path: string): Promise<Uint8Array> {
  try {
    // Opening a pipe would wait for a writer.
    assertOrdinary(await files.status(path), path);
    const file = await files.open(path, 'r');
    return await readChecked(file, path).finally(() => file.close());
  } catch (error) {
    throw fileFailure(error, path);
  }
}

async function readChecked(file: OpenFile, path: string): Promise<Uint8Array> {
  const status = await file.status();
  assertOrdinary(status, path);
  const fault = headerFault(await readHeader(file), status.size);
  if (fault) throw formatFailure(fault, path);
  return file.read(status.size, 0);
}

function assertOrdinary({ kind }: FileStatus, path: string): void {
  if (kind === 'file') return;
  const place = { name: basename(path), folder: dirname(path) };
  throw new Failure(kind === 'folder' ? 'fileIsFolder' : 'fileForeign', place);
}
