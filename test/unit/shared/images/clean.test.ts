import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanPicture } from '../../../../shared/images/clean';
import { orientationOf } from '../../../../shared/images/orientation';
import type { Orientation } from '../../../../shared/images/exif';
import {
  concat,
  GIF_KINDS,
  gifPlaces,
  inserted,
  JPEG_KINDS,
  jpegPlaces,
  jpegTurned,
  PNG_KINDS,
  pngChunk,
  pngPlaces,
  tiffWith,
  webpWith,
  withJfifThumbnail,
} from './planted';
import { GIFS, JPEGS, PICTURES, PNGS, WEBPS } from './samplePictures';

function clean(bytes: Uint8Array): Uint8Array {
  const result = cleanPicture(bytes);
  if (result.kind === 'refused') throw new Error(result.fault);
  return result.bytes;
}

const holds = (bytes: Uint8Array, secret: Uint8Array) => Buffer.from(bytes).includes(Buffer.from(secret));

/** Bytes of a kind that no picture here holds by chance. */
const secret = fc.uint8Array({ minLength: 12, maxLength: 400 });
const kinds = fc.array(fc.nat(100), { minLength: 1, maxLength: 6 });
const trailing = fc.oneof(fc.constant(new Uint8Array()), fc.uint8Array({ minLength: 12, maxLength: 300 }));

/** Puts the secret into several places, each in one of the kinds of parts. */
function planted(
  base: Uint8Array,
  hidden: Uint8Array,
  wanted: readonly number[],
  { parts, places }: { parts: readonly ((one: Uint8Array) => Uint8Array)[]; places: typeof jpegPlaces },
): Uint8Array {
  return wanted.reduce((bytes, pick) => {
    const part = parts[pick % parts.length]?.(hidden) ?? new Uint8Array();
    const free = places(bytes);
    return inserted(bytes, free[Math.floor(pick / parts.length) % free.length] ?? 0, part);
  }, base);
}

const FORMATS = [
  ...Object.entries(JPEGS).map(([name, base]) => ({ name, base, parts: JPEG_KINDS, places: jpegPlaces })),
  ...Object.entries(PNGS).map(([name, base]) => ({ name, base, parts: PNG_KINDS, places: pngPlaces })),
  ...Object.entries(GIFS).map(([name, base]) => ({ name, base, parts: GIF_KINDS, places: gifPlaces })),
];

describe.each(FORMATS)('$name', ({ base, ...format }) => {
  it('is the same picture whatever was written into it, and holds nothing of that', () => {
    fc.assert(
      fc.property(secret, kinds, trailing, (hidden, wanted, rest) => {
        const written = clean(concat(planted(base, hidden, wanted, format), rest));
        expect(written).toEqual(clean(base));
        expect(holds(written, hidden)).toBe(false);
      }),
    );
  });
});

describe.each(Object.entries(WEBPS))('%s', (_, base) => {
  it('is the same picture whatever was written into it', () => {
    fc.assert(
      fc.property(secret, kinds, trailing, (hidden, wanted, rest) => {
        const written = clean(concat(webpWith(base, hidden, wanted), rest));
        expect(written).toEqual(clean(base));
        expect(holds(written, hidden)).toBe(false);
      }),
    );
  });
});

describe.each(Object.entries(PICTURES))('%s', (_, base) => {
  it('stays as it is when it is cleaned again, and the given bytes stay as they are', () => {
    const before = Uint8Array.from(base);
    expect(clean(clean(base))).toEqual(clean(base));
    expect(base).toEqual(before);
  });

  it('is refused as damaged wherever it is cut off', () => {
    for (let length = 12; length < base.length; length++)
      expect(cleanPicture(base.subarray(0, length)), String(length)).toEqual({
        kind: 'refused',
        fault: 'damaged',
      });
  });

  it('never makes the cleaning fail, whatever byte is changed', () => {
    fc.assert(
      fc.property(fc.nat(base.length - 1), fc.nat(255), (at, byte) => {
        const bytes = Uint8Array.from(base);
        bytes[at] = byte;
        expect(['clean', 'refused']).toContain(cleanPicture(bytes).kind);
      }),
      { numRuns: 300 },
    );
  });
});

describe('JPEG', () => {
  const name = Buffer.from('湊一郎のカメラ');

  it.each([1, 2, 3, 4, 5, 6, 7, 8] as const)(
    'keeps orientation %i and nothing else of its Exif data',
    (orientation) => {
      for (const little of [false, true]) {
        const exif = concat([0x45, 0x78, 0x69, 0x66, 0, 0], tiffWith(name, orientation, little));
        const bytes = inserted(JPEGS.baseline, 20, concat([0xff, 0xe1, 0, exif.length + 2], exif));
        const written = clean(bytes);
        expect(orientationOf(written)).toBe(orientation);
        expect(holds(written, name)).toBe(false);
        // 36 bytes: marker, length, mark of Exif, one directory with one entry.
        expect(written.length - clean(JPEGS.baseline).length).toBe(orientation === 1 ? 0 : 36);
      }
    },
  );

  it('is turned once, however often it is cleaned', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), (orientation) => {
        const once = clean(jpegTurned(JPEGS.progressive, orientation as Orientation));
        expect(clean(once)).toEqual(once);
      }),
    );
  });

  it('loses the thumbnail of its first segment', () => {
    const written = clean(withJfifThumbnail(JPEGS.baseline, name));
    expect(written).toEqual(clean(JPEGS.baseline));
  });

  it('loses a second picture behind its end, and bytes between segments and scans', () => {
    const scan = jpegPlaces(JPEGS.progressive).at(-1) ?? 0;
    const noise = concat(Buffer.from('湊一郎'), [0xff, 0xff]);
    expect(clean(inserted(JPEGS.progressive, scan, noise))).toEqual(clean(JPEGS.progressive));
    expect(clean(concat(JPEGS.progressive, JPEGS.grey))).toEqual(clean(JPEGS.progressive));
  });

  it('loses a comment between two scans', () => {
    const second = Buffer.from(JPEGS.progressive).lastIndexOf(Buffer.of(0xff, 0xda));
    const comment = concat([0xff, 0xfe, 0, name.length + 2], name);
    expect(clean(inserted(JPEGS.progressive, second, comment))).toEqual(clean(JPEGS.progressive));
  });

  it('keeps the transform of its colours, without the rest of the segment', () => {
    const adobe = concat(Buffer.from('Adobe'), [0, 0x66, 1, 2, 3, 4, 1], name);
    const written = clean(inserted(JPEGS.grey, 20, concat([0xff, 0xee, 0, adobe.length + 2], adobe)));
    expect(holds(written, Buffer.from([...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 1]))).toBe(true);
    expect(holds(written, name)).toBe(false);
  });

  it('is refused where a table has room for more than the table', () => {
    const at = Buffer.from(JPEGS.baseline).indexOf(Buffer.of(0xff, 0xdb));
    const bytes = Uint8Array.from(inserted(JPEGS.baseline, at + 2 + 67, name));
    bytes[at + 3] = 67 + name.length;
    expect(cleanPicture(bytes)).toEqual({ kind: 'refused', fault: 'damaged' });
  });
});

describe('PNG', () => {
  it('keeps the orientation of its Exif data and nothing else of it', () => {
    const name = Buffer.from('湊一郎');
    const written = clean(inserted(PNGS.png, 33, pngChunk('eXIf', tiffWith(name, 6))));
    expect(written.length - clean(PNGS.png).length).toBe(12 + 26);
    expect(holds(written, name)).toBe(false);
  });

  it('keeps what decides about its colours, and the colours that it uses of a palette', () => {
    const gamma = pngChunk('gAMA', [0, 0, 0xb1, 0x8f]);
    expect(holds(clean(inserted(PNGS.png, 33, gamma)), gamma)).toBe(true);
    expect(holds(clean(PNGS.pngPalette), Buffer.from('PLTE'))).toBe(true);
    expect(holds(clean(PNGS.pngPalette), Buffer.from('tRNS'))).toBe(true);
  });

  it('is refused where a checksum does not match', () => {
    const bytes = Uint8Array.from(PNGS.png);
    bytes[45] = (bytes[45] ?? 0) ^ 1;
    expect(cleanPicture(bytes)).toEqual({ kind: 'refused', fault: 'damaged' });
  });
});

it('an animated GIF is repeated as before', () => {
  const loop = Buffer.from('NETSCAPE2.0\u0003\u0001\0\0\0', 'latin1');
  expect(holds(clean(GIFS.gifAnimated), loop)).toBe(true);
});

it.each([
  ['nothing', new Uint8Array()],
  ['a Word file', Buffer.from('PK\u0003\u0004')],
  ['a drawing that may hold a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['TIFF', Buffer.from('II*\0')],
])('%s is refused as unknown', (_, bytes) => {
  expect(cleanPicture(bytes)).toEqual({ kind: 'refused', fault: 'unknown' });
});
