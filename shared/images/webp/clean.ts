import { asciiAt, asciiCodes, joinBytes, viewOf } from '../bytes';
import { orientationOfTiff, orientationTiff, withoutExifMark } from '../exif';
import { neutralProfile } from '../icc/profile';

interface Chunk {
  readonly name: string;
  readonly data: Uint8Array;
}

type Keep = (data: Uint8Array) => Uint8Array | undefined;

const asItIs: Keep = (data) => data;

/** Flags of the header that say which chunks follow. */
const FLAG = { profile: 0x20, exif: 0x08, xmp: 0x04 } as const;
const FRAME_HEADER = 16;

/** Chunks that decide how the dots look (RFC 9649, 2.7); all others are left out. */
const FRAME_CHUNKS: Readonly<Record<string, Keep>> = { ALPH: asItIs, 'VP8 ': asItIs, VP8L: asItIs };
const CHUNKS: Readonly<Record<string, Keep>> = {
  ...FRAME_CHUNKS,
  VP8X: (data) => (data.length === 10 ? data : undefined),
  ANIM: (data) => (data.length === 6 ? data : undefined),
  ANMF: frame,
  ICCP: neutralProfile,
  EXIF: orientation,
};

export function isWebp(bytes: Uint8Array): boolean {
  return asciiAt(bytes, 0, 4) === 'RIFF' && asciiAt(bytes, 8, 4) === 'WEBP';
}

/** The WebP without Exif (but its orientation), XMP, unknown chunks and bytes behind its end; undefined where it is damaged. */
export function cleanWebp(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const size = bytes.length < 12 ? 0 : viewOf(bytes).getUint32(4, true);
  const chunks = 8 + size > bytes.length ? undefined : chunksOf(bytes.subarray(12, 8 + size));
  const kept = chunks && keptChunks(chunks, CHUNKS);
  if (!kept?.some(({ name }) => ['VP8 ', 'VP8L', 'ANMF'].includes(name))) return undefined;
  const body = joinBytes(withFlags(kept).map(chunkBytes));
  return joinBytes([asciiCodes('RIFF'), little32(body.length + 4), asciiCodes('WEBP'), body]);
}

function chunksOf(bytes: Uint8Array): readonly Chunk[] | undefined {
  const view = viewOf(bytes);
  const chunks: Chunk[] = [];
  for (let at = 0; at < bytes.length;) {
    if (at + 8 > bytes.length) return undefined;
    const end = at + 8 + view.getUint32(at + 4, true);
    if (end > bytes.length) return undefined;
    chunks.push({ name: asciiAt(bytes, at, 4), data: bytes.subarray(at + 8, end) });
    at = end + (end % 2);
  }
  return chunks;
}

function keptChunks(chunks: readonly Chunk[], kinds: Readonly<Record<string, Keep>>): readonly Chunk[] {
  return chunks.flatMap(({ name, data }) => {
    const kept = Object.hasOwn(kinds, name) ? kinds[name]?.(data) : undefined;
    return kept ? [{ name, data: kept }] : [];
  });
}

/** The header says what is there: no more XMP, and profile and orientation only where they are kept. */
function withFlags(chunks: readonly Chunk[]): readonly Chunk[] {
  const has = (wanted: string) => chunks.some(({ name }) => name === wanted);
  return chunks.map(({ name, data }) => {
    if (name !== 'VP8X') return { name, data };
    const rest = (data[0] ?? 0) & ~(FLAG.profile | FLAG.exif | FLAG.xmp);
    const flags = rest | (has('ICCP') ? FLAG.profile : 0) | (has('EXIF') ? FLAG.exif : 0);
    return { name, data: joinBytes([[flags, 0, 0, 0], data.subarray(4)]) };
  });
}

function frame(data: Uint8Array): Uint8Array | undefined {
  const chunks = chunksOf(data.subarray(FRAME_HEADER));
  return (
    chunks && joinBytes([data.subarray(0, FRAME_HEADER), ...keptChunks(chunks, FRAME_CHUNKS).map(chunkBytes)])
  );
}

function orientation(data: Uint8Array): Uint8Array | undefined {
  const found = orientationOfTiff(withoutExifMark(data));
  return found === 1 ? undefined : Uint8Array.from(orientationTiff(found));
}

function chunkBytes({ name, data }: Chunk): Uint8Array {
  return joinBytes([asciiCodes(name), little32(data.length), data, data.length % 2 === 1 ? [0] : []]);
}

function little32(value: number): readonly number[] {
  return [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, (value >>> 24) & 255];
}
