import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureHeader } from '../../../../shared/images/header';
import { rotationOf } from '../../../../shared/images/orientation';
import { photograph } from './photograph';

const UPRIGHT = { mirrored: false, quarters: 0 };

describe('how a photograph is turned', () => {
  it.each([
    [1, false, 0],
    [2, true, 0],
    [3, false, 2],
    [4, true, 2],
    [5, true, 3],
    [6, false, 1],
    [7, true, 1],
    [8, false, 3],
  ])('orientation %i, in either order of bytes', (orientation, mirrored, quarters) => {
    for (const little of [false, true])
      expect(rotationOf(photograph(orientation, { little }))).toEqual({ mirrored, quarters });
  });

  it.each([0, 9, 300])('is not told by an orientation that does not exist: %i', (orientation) => {
    expect(rotationOf(photograph(orientation))).toEqual(UPRIGHT);
  });

  it('decides which side is the width', () => {
    expect(pictureHeader(photograph(3))).toMatchObject({ width: 40, height: 30 });
    expect(pictureHeader(photograph(6))).toMatchObject({ width: 30, height: 40 });
  });

  it('is upright where nothing says otherwise', () => {
    expect(rotationOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).toEqual(UPRIGHT);
    expect(rotationOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xda, 0, 2))).toEqual(UPRIGHT);
  });

  it('never fails, wherever the bytes are cut off or spoilt', () => {
    const whole = photograph(6);
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255), (end, at, byte) => {
        const bytes = whole.slice(0, end);
        if (at < end) bytes[at] = byte;
        expect([0, 1, 2, 3]).toContain(rotationOf(bytes).quarters);
      }),
      { numRuns: 500 },
    );
  });
});
