import { Inflate, strFromU8 } from 'fflate';
import { type FoundObject, streamData } from './objects';

/** One stream of objects, unpacked (bytes); writers put some hundred objects into one. */
const MOST_UNPACKED = 16 * 1024 * 1024;

const STREAM = /<<(?:[^>]|>(?!>))*\/Type\s*\/ObjStm\b(?:[^>]|>(?!>))*>>\s*stream\r?\n/g;

/** The objects in the streams of objects (ISO 32000-1, 7.5.7), as far as these can be unpacked. */
export function unpackedObjects(text: string, bytes: Uint8Array): readonly FoundObject[] {
  return [...text.matchAll(STREAM)].flatMap((found) => {
    const data = streamData(text, bytes, found.index + found[0].length);
    const isDeflated = /\/FlateDecode\b/.test(found[0]);
    return listedIn(isDeflated ? inflated(data) : strFromU8(data, true), found[0]);
  });
}

/** A list of numbers and places stands before the objects. */
function listedIn(content: string, dictionary: string): readonly FoundObject[] {
  const first = numberIn(dictionary, /\/First\s+(\d+)/);
  const list = (content.slice(0, first).match(/\d+/g) ?? []).map(Number);
  const places = list.flatMap((number, at) =>
    at % 2 === 0 ? [{ number, from: first + (list[at + 1] ?? 0) }] : [],
  );
  return places.flatMap(({ number, from }, at) => {
    const head = content.slice(from, places[at + 1]?.from ?? content.length);
    return head.trim() === '' ? [] : [{ number, generation: 0, head, data: undefined }];
  });
}

function numberIn(text: string, pattern: RegExp): number {
  return Number(pattern.exec(text)?.[1] ?? 0);
}

/** As much as can be unpacked, one character a byte; zlib's two bytes of head are passed over. */
export function inflated(data: Uint8Array): string {
  const parts: string[] = [];
  let size = 0;
  const inflate = new Inflate((chunk) => {
    size += chunk.length;
    parts.push(strFromU8(chunk, true));
  });
  try {
    for (let at = 2; at < data.length && size < MOST_UNPACKED; at += 4096)
      inflate.push(data.subarray(at, at + 4096), at + 4096 >= data.length);
  } catch {
    // What was unpacked until the damage counts.
  }
  return parts.join('');
}

export type Soundness = 'sound' | 'wrongSum' | 'damaged' | 'tooLarge';

/** So many bytes are unpacked at once; a thousand times as many may come out. */
const STEP = 16 * 1024;

/**
 * Whether data packed with Flate (ISO 32000-1, 7.4.4) can be unpacked to its end, to at most so many bytes.
 * `wrongSum`: it can, but comes out otherwise than its check sum says, or there is none.
 */
export function soundness(data: Uint8Array, most: number): Soundness {
  if (!hasZlibHead(data)) return 'damaged';
  const sum = new Adler();
  const inflate = new Inflate((chunk) => sum.add(chunk));
  try {
    for (let at = 2; at < data.length && sum.size <= most; at += STEP)
      inflate.push(data.subarray(at, at + STEP), at + STEP >= data.length);
  } catch {
    return 'damaged';
  }
  if (sum.size > most) return 'tooLarge';
  return endsWithSum(data, sum.value) ? 'sound' : 'wrongSum';
}

/** The sum of RFC 1950, 8.2. */
class Adler {
  size = 0;
  private low = 1;
  private high = 0;

  get value(): number {
    return ((this.high << 16) | this.low) >>> 0;
  }

  add(bytes: Uint8Array): void {
    this.size += bytes.length;
    // As many as can be added before a remainder must be taken.
    for (let at = 0; at < bytes.length; at += 3800) {
      for (const byte of bytes.subarray(at, at + 3800)) this.high += this.low += byte;
      this.low %= 65521;
      this.high %= 65521;
    }
  }
}

/** The sum stands last, before the line break in front of `endstream`. */
function endsWithSum(data: Uint8Array, sum: number): boolean {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  return [4, 5, 6].some((back) => data.length >= back && view.getUint32(data.length - back) === sum);
}

/** Method and check bits (RFC 1950, 2.2). */
function hasZlibHead([method = 0, flags = 0]: Uint8Array): boolean {
  return (method & 0x0f) === 8 && ((method << 8) | flags) % 31 === 0 && (flags & 0x20) === 0;
}
