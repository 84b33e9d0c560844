import { asciiAt, hasBytesAt, joinBytes } from '../bytes';

const SIGNATURES = ['GIF87a', 'GIF89a'];
/** Signature and logical screen descriptor. */
const HEADER = 13;
const BLOCK = { extension: 0x21, image: 0x2c, end: 0x3b } as const;
const LABEL = { control: 0xf9, application: 0xff, text: 0x01 } as const;
const IMAGE_DESCRIPTOR = 10;
/** Says how often an animation is repeated. */
const LOOPS = ['NETSCAPE2.0', 'ANIMEXTS1.0'];

export function isGif(bytes: Uint8Array): boolean {
  return SIGNATURES.includes(asciiAt(bytes, 0, 6));
}

/**
 * The GIF with its pictures, their timing and the number of repetitions. Comments, plain texts, what applications
 * wrote into it (XMP) and bytes behind the end are left out. Undefined where it is damaged.
 */
export function cleanGif(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (bytes.length < HEADER) return undefined;
  const start = HEADER + colourTable(bytes[10] ?? 0);
  const parts: (Uint8Array | readonly number[])[] = [bytes.subarray(0, start)];
  let control: readonly number[] = [];
  for (let at = start; ;) {
    const kind = bytes[at];
    if (kind === BLOCK.end) return parts.length > 1 ? joinBytes([...parts, [BLOCK.end]]) : undefined;
    const block = kind === BLOCK.image ? imageAt(bytes, at) : extensionAt(bytes, at);
    if (!block) return undefined;
    at = block.end;
    if (kind === BLOCK.image) {
      parts.push(control, ...block.kept);
      control = [];
    } else if (block.label === LABEL.control) control = block.kept.flatMap((part) => [...part]);
    else if (block.label === LABEL.text) control = [];
    else parts.push(...block.kept);
  }
}

interface Block {
  readonly end: number;
  readonly label?: number;
  readonly kept: readonly (Uint8Array | readonly number[])[];
}

/** Bytes of a table of colours by its flags: three for each of 2 to 256. */
function colourTable(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function imageAt(bytes: Uint8Array, at: number): Block | undefined {
  const data = at + IMAGE_DESCRIPTOR + colourTable(bytes[at + 9] ?? 0) + 1;
  const end = endOfSubBlocks(bytes, data);
  return end === undefined ? undefined : { end, kept: [bytes.subarray(at, end)] };
}

function extensionAt(bytes: Uint8Array, at: number): Block | undefined {
  const end = bytes[at] === BLOCK.extension ? endOfSubBlocks(bytes, at + 2) : undefined;
  if (end === undefined) return undefined;
  const label = bytes[at + 1] ?? 0;
  if (label === LABEL.control) return { end, label, kept: controlAt(bytes, at) };
  return { end, label, kept: label === LABEL.application ? repetitionAt(bytes, at) : [] };
}

/** Four bytes: disposal, delay, transparent colour. */
function controlAt(bytes: Uint8Array, at: number): Block['kept'] {
  return hasBytesAt(bytes, at + 2, [4]) ? [bytes.subarray(at, at + 7), [0]] : [];
}

function repetitionAt(bytes: Uint8Array, at: number): Block['kept'] {
  const isLoop = hasBytesAt(bytes, at + 2, [11]) && LOOPS.includes(asciiAt(bytes, at + 3, 11));
  return isLoop && hasBytesAt(bytes, at + 14, [3, 1]) ? [bytes.subarray(at, at + 18), [0]] : [];
}

/** Where the sub-blocks that begin here end, behind the empty one; undefined where they are cut off. */
function endOfSubBlocks(bytes: Uint8Array, from: number): number | undefined {
  let at = from;
  for (;;) {
    const length = bytes[at];
    if (length === undefined) return undefined;
    at += 1 + length;
    if (length === 0) return at;
  }
}
