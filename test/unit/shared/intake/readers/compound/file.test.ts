import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCompound, openCompound } from '../../../../../../shared/intake/readers/compound/file';
import { compoundOf } from './compoundFile';

/** Bytes that tell their place, so that a wrong order shows. */
function bytesOf(length: number, seed = 0): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 8) * 7 + seed) & 0xff);
}

function wholeOf(file: Uint8Array, path: string): Uint8Array | undefined {
  const stream = openCompound(file).read(path);
  return stream?.whole ? stream.bytes : undefined;
}

describe('a compound file', () => {
  it('gives back every stream, small and large, in sectors of both sizes', () => {
    const size = fc.oneof(fc.nat(200), fc.integer({ min: 4090, max: 4100 }), fc.nat(40_000));
    const streams = fc.dictionary(fc.stringMatching(/^[A-Za-z0-9]{1,20}(\/[a-z]{1,5}){0,2}$/), size, {
      minKeys: 1,
      maxKeys: 12,
    });
    fc.assert(
      fc.property(streams, fc.constantFrom(9 as const, 12 as const), (sizes, shift) => {
        const content = Object.fromEntries(
          Object.entries(sizes).map(([path, length], at) => [path, bytesOf(length, at)]),
        );
        const file = compoundOf(content, { shift });
        expect(isCompound(file)).toBe(true);
        expect([...openCompound(file).streams].sort()).toEqual(Object.keys(content).sort());
        for (const [path, bytes] of Object.entries(content))
          expect(Buffer.compare(wholeOf(file, path) ?? Buffer.of(1), bytes)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('reads beyond the part of the table that the header lists', () => {
    const bytes = bytesOf(16_000_000);
    const read = wholeOf(compoundOf({ Workbook: bytes }), 'Workbook');
    expect(read && Buffer.compare(read, bytes)).toBe(0);
  });

  it('tells a stream in a storage from one of the document', () => {
    const file = compoundOf({ 'ObjectPool/_1/Workbook': bytesOf(10), WordDocument: bytesOf(20) });
    expect(openCompound(file).streams).not.toContain('Workbook');
    expect(wholeOf(file, 'ObjectPool/_1/Workbook')).toEqual(bytesOf(10));
    expect(openCompound(file).read('Book')).toBeUndefined();
  });
});

describe('a damaged compound file', () => {
  const bytes = bytesOf(20_000);
  const file = compoundOf({ WordDocument: bytes });
  const broken = (change: (view: DataView) => void) => {
    const copy = file.slice();
    change(new DataView(copy.buffer));
    return copy;
  };
  /** Sector 0 begins the stream; the table stands last. */
  const table = file.length - 512;

  it('gives the beginning of a stream whose chain breaks, or closes a circle', () => {
    for (const link of [0, 3, 0xfffffffe, 0xffffffff, 70_000]) {
      const stream = openCompound(broken((view) => view.setUint32(table + 9 * 4, link, true))).read(
        'WordDocument',
      );
      expect(stream?.whole).toBe(false);
      expect(stream?.bytes).toEqual(bytes.subarray(0, 10 * 512));
    }
  });

  it('has no streams where a cut took the directory', () => {
    expect(openCompound(file.subarray(0, 15_000)).streams).toEqual([]);
    expect(openCompound(file.subarray(0, 300)).streams).toEqual([]);
  });

  it('gives the beginning of a stream that goes on behind the end of the file', () => {
    const outside = broken((view) => view.setUint32(table + 9 * 4, 60, true));
    expect(openCompound(outside).read('WordDocument')?.bytes).toHaveLength(10 * 512);
  });

  it('names streams that no storage reaches any more', () => {
    const root = file.length - 1024;
    const lost = broken((view) => view.setUint32(root + 76, 0xffffffff, true));
    expect(wholeOf(lost, 'WordDocument')).toEqual(bytes);
  });

  it('gives no more bytes than the file has, whatever the directory says', () => {
    const root = file.length - 1024;
    const stream = openCompound(broken((view) => view.setUint32(root + 128 + 120, 0xffffffff, true))).read(
      'WordDocument',
    );
    expect(stream?.whole).toBe(false);
    expect(stream?.bytes.subarray(0, bytes.length)).toEqual(bytes);
    expect(stream?.bytes.length).toBeLessThan(file.length);
  });

  it('never throws and ends soon, whatever bytes are changed or cut', () => {
    const small = compoundOf({ 'a/b': bytesOf(100), Workbook: bytesOf(9_000), c: bytesOf(3_000, 5) });
    const change = fc.tuple(fc.nat(small.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), fc.nat(small.length), (changes, length) => {
        const copy = small.slice();
        for (const [at, value] of changes) copy[at] = value;
        const opened = openCompound(copy.subarray(0, length));
        for (const path of opened.streams)
          expect(opened.read(path)?.bytes.length).toBeLessThanOrEqual(length);
      }),
      { numRuns: 500 },
    );
  });
});
