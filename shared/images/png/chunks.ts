import { asciiAt, asciiCodes, joinBytes, uint32, viewOf } from '../bytes';
import { crc32 } from './crc32';

export const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

/** A chunk of a PNG: a name of four letters and its data. */
export interface Chunk {
  readonly name: string;
  readonly data: Uint8Array;
}

/** Length, name and checksum around the data. */
const FRAME = 12;

/** The chunks up to IEND; undefined where one is cut off or its checksum does not match. Bytes after IEND are not read. */
export function chunksOf(bytes: Uint8Array): readonly Chunk[] | undefined {
  const view = viewOf(bytes);
  const chunks: Chunk[] = [];
  for (let at: number = PNG_SIGNATURE.length; at + FRAME <= bytes.length;) {
    const end = at + FRAME + view.getUint32(at);
    if (end > bytes.length || view.getUint32(end - 4) !== crc32(bytes.subarray(at + 4, end - 4)))
      return undefined;
    const name = asciiAt(bytes, at + 4, 4);
    chunks.push({ name, data: bytes.subarray(at + 8, end - 4) });
    if (name === 'IEND') return chunks;
    at = end;
  }
  return undefined;
}

export function chunkBytes({ name, data }: Chunk): Uint8Array {
  const named = joinBytes([asciiCodes(name), data]);
  return joinBytes([uint32(data.length), named, uint32(crc32(named))]);
}
