import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unzlibSync, zlibSync } from 'fflate';
import { cleanPicture } from '../../../../shared/images/clean';
import { neutralProfile } from '../../../../shared/images/icc/profile';
import { concat, inserted, jpegSegment, pngChunk } from './planted';
import { JPEGS, PNGS } from './samplePictures';

/** The sRGB profile of the PNG, as a library wrote it. */
const SRGB = profileOf(PNGS.pngProfile);

function profileOf(png: Uint8Array): Uint8Array {
  const bytes = Buffer.from(png);
  const at = bytes.indexOf('iCCP');
  const data = bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4));
  return unzlibSync(data.subarray(data.indexOf(0) + 2));
}

interface Tag {
  readonly name: string;
  readonly element: Uint8Array;
}

function tagsOf(profile: Uint8Array): readonly Tag[] {
  const bytes = Buffer.from(profile);
  return Array.from({ length: bytes.readUInt32BE(128) }, (_, index) => {
    const at = 132 + 12 * index;
    const start = bytes.readUInt32BE(at + 4);
    const element = profile.subarray(start, start + bytes.readUInt32BE(at + 8));
    return { name: bytes.toString('latin1', at, at + 4), element };
  });
}

const long = (n: number) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];

/** A profile of these tags with `gap` before each element. */
function profileWith(tags: readonly Tag[], gap: Uint8Array): Uint8Array {
  const directory: number[] = [];
  const elements: Uint8Array[] = [];
  let at = 132 + 12 * tags.length;
  for (const { name, element } of tags) {
    directory.push(...Buffer.from(name, 'latin1'), ...long(at + gap.length), ...long(element.length));
    elements.push(gap, element);
    at += gap.length + element.length;
  }
  return concat(long(at), SRGB.subarray(4, 128), long(tags.length), directory, ...elements);
}

const holds = (bytes: Uint8Array, secret: Uint8Array) => Buffer.from(bytes).includes(Buffer.from(secret));

describe('the profile of a calibrated screen', () => {
  it('keeps the numbers of its colours and nothing that describes', () => {
    const neutral = neutralProfile(SRGB) ?? new Uint8Array();
    const wanted = ['wtpt', 'rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC'];
    const before = new Map(tagsOf(SRGB).map(({ name, element }) => [name, element]));
    const after = new Map(tagsOf(neutral).map(({ name, element }) => [name, element]));
    for (const name of wanted) expect(after.get(name), name).toEqual(before.get(name));
    const names = Buffer.from('sRGB built-in', 'utf16le').swap16();
    expect([holds(SRGB, names), holds(neutral, names)]).toEqual([true, false]);
    // The year in which the profile was made.
    expect([Buffer.from(SRGB).readUInt16BE(24) > 2020, Buffer.from(neutral).readUInt16BE(24)]).toEqual([
      true,
      2000,
    ]);
    expect(neutralProfile(neutral)).toEqual(neutral);
  });

  it('is the same whatever else was written into it', () => {
    const secret = fc.uint8Array({ minLength: 12, maxLength: 200 });
    const name = fc.constantFrom<string>('meta', 'dmdd', 'dmnd', 'vcgt', 'cprt', 'view', 'priv', 'B2A0');
    fc.assert(
      fc.property(secret, fc.array(name, { maxLength: 4 }), fc.nat(8), (hidden, names, at) => {
        const kept = tagsOf(SRGB).filter((tag) => !names.includes(tag.name));
        const added = names.map((one) => ({
          name: one,
          element: concat(Buffer.from('text\0\0\0\0'), hidden),
        }));
        const tags = [...kept.slice(0, at), ...added, ...kept.slice(at)];
        const neutral = neutralProfile(concat(profileWith(tags, hidden), hidden)) ?? new Uint8Array();
        expect(neutral).toEqual(neutralProfile(SRGB));
        expect(holds(neutral, hidden)).toBe(false);
      }),
    );
  });

  it('never makes the cleaning fail, wherever it is cut off or spoilt', () => {
    fc.assert(
      fc.property(fc.nat(SRGB.length), fc.nat(SRGB.length - 1), fc.nat(255), (end, at, byte) => {
        const bytes = SRGB.slice(0, end);
        if (at < end) bytes[at] = byte;
        expect(['undefined', 'object']).toContain(typeof neutralProfile(bytes));
      }),
      { numRuns: 500 },
    );
  });

  it('is put together from its pieces in a JPEG, and left out where a piece is missing', () => {
    const mark = Buffer.from('ICC_PROFILE\0', 'latin1');
    const piece = (number: number, part: Uint8Array) => jpegSegment(0xe2, concat(mark, [number, 2], part));
    const [first, second] = [piece(1, SRGB.subarray(0, 300)), piece(2, SRGB.subarray(300))];
    const clean = (bytes: Uint8Array) => {
      const result = cleanPicture(bytes);
      return result.kind === 'clean' ? result.bytes : new Uint8Array();
    };
    const whole = clean(inserted(JPEGS.baseline, 20, concat(second, first)));
    expect(whole).toEqual(clean(JPEGS.profile));
    expect(clean(inserted(JPEGS.baseline, 20, second))).toEqual(clean(JPEGS.baseline));
  });

  it('that unpacks to more than any profile is left out of a PNG', () => {
    const bomb = concat(Buffer.from('icc\0\0', 'latin1'), zlibSync(new Uint8Array(30_000_000)));
    const result = cleanPicture(inserted(PNGS.png, 33, pngChunk('iCCP', bomb)));
    const plain = cleanPicture(PNGS.png);
    expect(result).toEqual(plain);
  });
});
