import { Inflate, strFromU8 } from 'fflate';
import type { FoundObject } from './repair';

/** One stream of objects, unpacked (bytes); writers put some hundred objects into one. */
const MOST_UNPACKED = 16 * 1024 * 1024;

const STREAM = /<<(?:[^>]|>(?!>))*\/Type\s*\/ObjStm\b(?:[^>]|>(?!>))*>>\s*stream\r?\n/g;

/** The objects in the streams of objects (ISO 32000-1, 7.5.7), as far as these can be unpacked. */
export function unpackedObjects(text: string, bytes: Uint8Array): readonly FoundObject[] {
  return [...text.matchAll(STREAM)].flatMap((found) => {
    const start = found.index + found[0].length;
    const end = text.indexOf('endstream', start);
    const data = bytes.subarray(start, end < 0 ? bytes.length : end);
    const isDeflated = /\/FlateDecode\b/.test(found[0]);
    return objectsIn(isDeflated ? inflated(data) : strFromU8(data, true), found[0]);
  });
}

/** A list of numbers and places stands before the objects. */
function objectsIn(content: string, dictionary: string): readonly FoundObject[] {
  const first = numberIn(dictionary, /\/First\s+(\d+)/);
  const list = (content.slice(0, first).match(/\d+/g) ?? []).map(Number);
  const places = list.flatMap((number, at) =>
    at % 2 === 0 ? [{ number, from: first + (list[at + 1] ?? 0) }] : [],
  );
  return places.flatMap(({ number, from }, at) => {
    const head = content.slice(from, places[at + 1]?.from ?? content.length);
    return head.trim() === '' ? [] : [{ number, generation: 0, head }];
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
