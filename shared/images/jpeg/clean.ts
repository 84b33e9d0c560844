import { asciiCodes, hasBytesAt, joinBytes, uint16, viewOf } from '../bytes';
import { EXIF_MARK, orientationTiff } from '../exif';
import { MAX_PROFILE_BYTES, neutralProfile } from '../icc/profile';
import { orientationOf } from '../orientation';
import { afterFill, MARKER, type Segment, segmentAt } from './segments';
import { isExactTable } from './tables';

const JFIF = [...asciiCodes('JFIF'), 0];
const ADOBE = asciiCodes('Adobe');
const PROFILE = [...asciiCodes('ICC_PROFILE'), 0];
const MAX_PAYLOAD = 65_533;
/** Mark, number and count precede each piece of a profile. */
const MAX_PROFILE_CHUNK = MAX_PAYLOAD - PROFILE.length - 2;

/**
 * The JPEG with what its decoder needs and nothing else: frame, tables and scans as they are; of the application's segments
 * the kind of colours (JFIF without its thumbnail, Adobe's transform), the numbers of the colour profile and the orientation
 * are written anew. Undefined where it is damaged: cut off, or a table that does not fill its segment.
 */
export function cleanJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const parts = partsOf(bytes);
  if (!parts) return undefined;
  const { applications, coded } = parts;
  return joinBytes([
    [0xff, MARKER.start],
    jfif(applications),
    exif(bytes),
    ...profileSegments(applications),
    adobe(applications),
    ...coded,
    [0xff, MARKER.end],
  ]);
}

interface Parts {
  readonly applications: readonly Segment[];
  /** Frame, tables, scans, as they are in the file. */
  readonly coded: readonly (Uint8Array | readonly number[])[];
}

/** All up to the end marker; what follows it (a second picture, a film) is not read. */
function partsOf(bytes: Uint8Array): Parts | undefined {
  const applications: Segment[] = [];
  const coded: (Uint8Array | readonly number[])[] = [];
  let scans = 0;
  for (let at = 2; ;) {
    const next = bytes.indexOf(MARKER.prefix, at);
    if (next < 0) return undefined;
    const marker = bytes[afterFill(bytes, next)];
    if (marker === MARKER.end) return scans > 0 ? { applications, coded } : undefined;
    if (marker === undefined || marker === MARKER.start) return undefined;
    if (hasNoLength(marker)) {
      at = afterFill(bytes, next) + 1;
      continue;
    }
    const segment = segmentAt(bytes, next);
    if (!segment || segment.end > bytes.length) return undefined;
    at = segment.end;
    if (isDescription(marker)) {
      applications.push(segment);
      continue;
    }
    if (!isExactTable(segment)) return undefined;
    coded.push([0xff, marker, ...uint16(segment.payload.length + 2)], segment.payload);
    if (marker !== MARKER.scan) continue;
    scans += 1;
    at = endOfScan(bytes, segment.end);
    coded.push(bytes.subarray(segment.end, at));
  }
}

/** Stuffed zero, TEM and restart markers have no length; outside a scan they mean nothing. */
function hasNoLength(marker: number): boolean {
  return marker <= 0x01 || isRestart(marker);
}

function isRestart(marker: number): boolean {
  return marker >= 0xd0 && marker <= 0xd7;
}

/** APP0–APP15, comments, and what is reserved for extensions. */
function isDescription(marker: number): boolean {
  return marker >= 0xe0;
}

/** Where the marker after the coded data begins. In coded data FF is followed by zero or a restart marker. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(MARKER.prefix, from); at >= 0; at = bytes.indexOf(MARKER.prefix, at + 2)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && !isRestart(next)) return at;
  }
  return bytes.length;
}

function segmentBytes(marker: number, ...payload: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const data = joinBytes(payload);
  return joinBytes([[0xff, marker], uint16(data.length + 2), data]);
}

/** Says that the colours are YCbCr; its thumbnail is left out, the shape of its dots is kept. */
function jfif(applications: readonly Segment[]): Uint8Array {
  const found = applications.find(
    ({ marker, payload }) => marker === MARKER.app0 && hasBytesAt(payload, 0, JFIF),
  );
  if (!found || found.payload.length < 12) return new Uint8Array();
  const [unit = 0] = found.payload.subarray(7, 8);
  return segmentBytes(MARKER.app0, JFIF, [1, 1, unit <= 2 ? unit : 0], found.payload.subarray(8, 12), [0, 0]);
}

function exif(bytes: Uint8Array): Uint8Array {
  const orientation = orientationOf(bytes);
  return orientation === 1
    ? new Uint8Array()
    : segmentBytes(MARKER.app1, EXIF_MARK, orientationTiff(orientation));
}

/** Says by which transform three or four colours were coded; version and flags have no meaning for a decoder. */
function adobe(applications: readonly Segment[]): Uint8Array {
  const found = applications.find(
    ({ marker, payload }) => marker === MARKER.app14 && hasBytesAt(payload, 0, ADOBE) && payload.length >= 12,
  );
  if (!found) return new Uint8Array();
  return segmentBytes(MARKER.app14, ADOBE, uint16(100), uint16(0), uint16(0), [
    Math.min(found.payload[11] ?? 0, 2),
  ]);
}

function profileSegments(applications: readonly Segment[]): readonly Uint8Array[] {
  const whole = wholeProfile(applications);
  const profile = whole && neutralProfile(whole);
  if (!profile) return [];
  const count = Math.ceil(profile.length / MAX_PROFILE_CHUNK);
  return Array.from({ length: count }, (_, at) =>
    segmentBytes(
      MARKER.app2,
      PROFILE,
      [at + 1, count],
      profile.subarray(at * MAX_PROFILE_CHUNK, (at + 1) * MAX_PROFILE_CHUNK),
    ),
  );
}

/** A profile is cut into numbered pieces (ICC.1, B.4); undefined where one is missing. */
function wholeProfile(applications: readonly Segment[]): Uint8Array | undefined {
  const pieces = applications
    .filter(({ marker, payload }) => marker === MARKER.app2 && hasBytesAt(payload, 0, PROFILE))
    .map(({ payload }) => payload.subarray(PROFILE.length))
    .sort(([a = 0], [b = 0]) => a - b);
  const isComplete = pieces.every((piece, at) => piece[0] === at + 1 && piece[1] === pieces.length);
  const profile = joinBytes(pieces.map((piece) => piece.subarray(2)));
  if (!isComplete || profile.length < 4 || profile.length > MAX_PROFILE_BYTES) return undefined;
  return profile.subarray(0, viewOf(profile).getUint32(0));
}
