import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_BYTES, pictureRefusal } from '../../../../shared/images/refusal';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function chunk(name: string, data: readonly number[] = []): readonly number[] {
  const letters = [...new TextEncoder().encode(name)];
  return [0, 0, 0, data.length, ...letters, ...data, 0, 0, 0, 0];
}

function size(width: number, height: number): readonly number[] {
  return [width, height].flatMap((n) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]);
}

const png = (width: number, height: number, ...between: readonly number[][]) =>
  Uint8Array.from([
    ...SIGNATURE,
    ...chunk('IHDR', [...size(width, height), 8, 2, 0, 0, 0]),
    ...between.flat(),
    ...chunk('IDAT', [1]),
  ]);

const jpeg = (colours: number) =>
  Uint8Array.from([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0],
    ...[0xff, 0xc0, 0, 8 + 3 * colours, 8, 0, 20, 0, 30, colours],
    ...Array.from({ length: 3 * colours }, () => 0),
  ]);

describe('a picture', () => {
  it('in colours of the screen is taken', () => {
    expect(pictureRefusal(png(20, 30))).toBeUndefined();
    expect(pictureRefusal(jpeg(3))).toBeUndefined();
    expect(pictureRefusal(jpeg(1))).toBeUndefined();
  });

  it.each([
    ['nothing in it', new Uint8Array(), 'empty'],
    ['another file with the name of a picture', new TextEncoder().encode('GIF89a…'), 'notPicture'],
    ['a Word file', new TextEncoder().encode('PK\u0003\u0004'), 'notPicture'],
    ['cut off behind its first bytes', png(20, 30).subarray(0, 12), 'damaged'],
    ['cut off before its picture data', png(20, 30).subarray(0, 33), 'damaged'],
    ['a JPEG without a frame', jpeg(3).subarray(0, 9), 'damaged'],
    ['no height', png(20, 0), 'damaged'],
    ['several pictures in turn', png(20, 30, [...chunk('acTL', size(2, 0))]), 'animated'],
    ['colours of print', jpeg(4), 'printColours'],
    ['more dots than any paper', png(20_000, 20_000), 'tooManyDots'],
  ] as const)('is refused with its reason: %s', (_, bytes, reason) => {
    expect(pictureRefusal(bytes)).toBe(reason);
  });

  it('that is too large is refused before it is looked into', () => {
    const large = new Uint8Array(MAX_BYTES + 1);
    large.set(png(20, 30));
    expect(pictureRefusal(large)).toBe('tooLarge');
  });

  it('never makes the check fail, whatever its bytes are', () => {
    const start = fc.constantFrom<readonly number[]>([], SIGNATURE, [0xff, 0xd8, 0xff]);
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 60 }), (first, rest) => {
        pictureRefusal(Uint8Array.from([...first, ...rest]));
      }),
    );
  });
});
