import { Unzlib } from 'fflate';
import { joinBytes } from './bytes';

/** Input is given in pieces, so that data that grows a thousandfold is noticed before it fills the memory. */
const CHUNK_BYTES = 4096;

/** The unpacked data of a zlib stream; undefined where it is damaged or longer than `most` bytes. */
export function inflateWithin(packed: Uint8Array, maxBytes: number): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = new Unzlib((part) => {
    parts.push(part);
    size += part.length;
  });
  try {
    for (let at = 0; at < packed.length && size <= maxBytes; at += CHUNK_BYTES)
      stream.push(packed.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= packed.length);
  } catch {
    return undefined;
  }
  return size > maxBytes ? undefined : joinBytes(parts);
}
