import { zlibSync } from 'fflate';
import { asciiCodes, joinBytes } from '../bytes';
import { orientationOfTiff, orientationTiff, withoutExifMark } from '../exif';
import { MAX_PROFILE_BYTES, neutralProfile } from '../icc/profile';
import { inflateWithin } from '../inflate';
import { type Chunk, chunksOf, PNG_SIGNATURE, chunkBytes } from './chunks';

/** Colour types (PNG 3rd edition, table 8). */
const COLOUR = { grey: 0, rgb: 2, palette: 3 } as const;

interface Context {
  readonly colour: number;
  readonly depth: number;
}

/** A chunk as it is handed out; undefined where nothing of it is. */
type Keep = (data: Uint8Array, context: Context) => Uint8Array | undefined;

const exactly =
  (length: number): Keep =>
  (data) =>
    data.length === length ? data : undefined;

/**
 * Chunks that decide how the dots look. All others are left out: texts, times, Exif but its orientation, suggested palettes, the
 * further pictures of an animation, private chunks. Each one has a length that leaves no room for more.
 */
const KEPT: Readonly<Record<string, Keep>> = {
  IHDR: exactly(13),
  PLTE: (data, { colour, depth }) =>
    colour === COLOUR.palette ? data.subarray(0, 3 * 2 ** depth) : undefined,
  IDAT: (data) => data,
  IEND: () => new Uint8Array(),
  tRNS: transparency,
  cHRM: exactly(32),
  gAMA: exactly(4),
  sRGB: exactly(1),
  cICP: exactly(4),
  pHYs: exactly(9),
  iCCP: profile,
  eXIf: orientation,
};

const REQUIRED = ['IHDR', 'IDAT', 'IEND'];

/** The PNG with the chunks that decide how its dots look and nothing behind its end; undefined where it is damaged. */
export function cleanPng(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const chunks = chunksOf(bytes);
  const header = chunks?.[0];
  if (
    !chunks ||
    header?.name !== 'IHDR' ||
    !REQUIRED.every((name) => chunks.some((one) => one.name === name))
  )
    return undefined;
  const context = { depth: header.data[8] ?? 0, colour: header.data[9] ?? 0 };
  const kept = chunks.flatMap((chunk) => keptChunk(chunk, context));
  return joinBytes([PNG_SIGNATURE, ...kept.map(chunkBytes)]);
}

function keptChunk({ name, data }: Chunk, context: Context): readonly Chunk[] {
  const kept = Object.hasOwn(KEPT, name) ? KEPT[name]?.(data, context) : undefined;
  return kept ? [{ name, data: kept }] : [];
}

/** One grey level, one colour, or a byte for each colour of the palette. */
function transparency(data: Uint8Array, { colour, depth }: Context): Uint8Array | undefined {
  if (colour === COLOUR.grey) return exactly(2)(data, { colour, depth });
  if (colour === COLOUR.rgb) return exactly(6)(data, { colour, depth });
  return colour === COLOUR.palette ? data.subarray(0, 2 ** depth) : undefined;
}

/** Name, zero, method, packed profile. */
function profile(data: Uint8Array): Uint8Array | undefined {
  const packed = data.subarray(data.indexOf(0) + 2);
  const whole = inflateWithin(packed, MAX_PROFILE_BYTES);
  const neutral = whole && neutralProfile(whole);
  return neutral && joinBytes([asciiCodes('icc'), [0, 0], zlibSync(neutral, { level: 9 })]);
}

function orientation(data: Uint8Array): Uint8Array | undefined {
  const found = orientationOfTiff(withoutExifMark(data));
  return found === 1 ? undefined : Uint8Array.from(orientationTiff(found));
}
