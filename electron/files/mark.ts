import { HEADER_BYTES } from '../database/format';
import type { FileSystem, OpenFile } from '../machine/fileSystem';
import type { FileMark } from '../database/contract';

/** The mark of a file on the disk, of which only the first bytes are read. Throws the error of the system. */
export async function readMark(files: FileSystem, path: string): Promise<FileMark> {
  const file = await files.open(path, 'r');
  try {
    return { size: (await file.status()).size, head: hexadecimal(await readHeader(file)) };
  } finally {
    await file.close();
  }
}

export function readHeader(file: OpenFile): Promise<Uint8Array> {
  return file.read(HEADER_BYTES, 0);
}

export function isSameMark(a: FileMark, b: FileMark): boolean {
  return a.size === b.size && a.head === b.head;
}

function hexadecimal(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
