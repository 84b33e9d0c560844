import { Unzlib } from 'fflate';
import { joinBytes } from './bytes';

/** Input is given in pieces, so that data that grows a thousandfold is noticed before it fills the memory. */
const PIECE = 4096;

/** The unpacked data of a zlib stream; undefined where it is damaged or longer than `most` bytes. */
export function inflatedWithin(packed: Uint8Array, most: number): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = new Unzlib((part) => {
    parts.push(part);
    size += part.length;
  });
  try {
    for (let at = 0; at < packed.length && size <= most; at += PIECE)
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
  } catch {
    return undefined;
  }
  return size > most ? undefined : joinBytes(parts);
}
