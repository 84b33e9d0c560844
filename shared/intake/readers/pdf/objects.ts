/** An object of the file, by where it stands or as it was taken out of a packed stream. */
export interface FoundObject {
  readonly number: number;
  readonly generation: number;
  /** Its text up to the data of its stream. */
  readonly head: string;
  /** Where the data of its stream begin, in bytes of the file; undefined for an object without. */
  readonly data: number | undefined;
}

/** More than a dictionary takes, in characters. */
const LONGEST_HEAD = 65_536;

const OBJECT = /(?<!\d)(\d{1,10})\s+(\d{1,5})\s+obj\b/g;

/** The objects that stand in the file itself (ISO 32000-1, 7.3.10). `text`: its bytes as characters, one each. */
export function objectsIn(text: string): readonly FoundObject[] {
  return [...text.matchAll(OBJECT)].map((found) => ({
    number: Number(found[1]),
    generation: Number(found[2]),
    ...headAt(text, found.index + found[0].length),
  }));
}

function headAt(text: string, from: number): Pick<FoundObject, 'head' | 'data'> {
  const rest = text.slice(from, from + LONGEST_HEAD);
  const end = /\b(?:endobj|stream)\b(?:\r?\n)?/.exec(rest);
  if (!end) return { head: rest, data: undefined };
  const isStream = end[0].startsWith('stream');
  return { head: rest.slice(0, end.index), data: isStream ? from + end.index + end[0].length : undefined };
}

/** The data of a stream that begin at `start`, as they stand in the file. */
export function streamData(text: string, bytes: Uint8Array, start: number): Uint8Array {
  const end = text.indexOf('endstream', start);
  return bytes.subarray(start, end < 0 ? bytes.length : end);
}
