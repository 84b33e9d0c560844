import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCAL_KINDS, SHARE_KINDS, type VolumeKind } from '../../simulation/world/kinds';
import { Random } from '../../simulation/world/random';
import { statusOf, Volume } from '../../simulation/world/volume';

const KINDS = [...LOCAL_KINDS, ...SHARE_KINDS];
const kinds = fc.constantFrom(...KINDS);
const bytes = fc.uint8Array({ minLength: 1, maxLength: 3_000 }).map((array) => Uint8Array.from(array));

function kindNamed(name: string): VolumeKind {
  const kind = KINDS.find((other) => other.name === name);
  if (!kind) throw new Error(`no kind of volume ${name}`);
  return kind;
}

function volumeOf(kind: VolumeKind): Volume {
  return new Volume(
    kind,
    () => 0,
    () => 0,
  );
}

function put(volume: Volume, path: string, content: Uint8Array, isFlushed = true): void {
  const handle = volume.open(path, 'w', 0o644, 'test');
  handle.write(content);
  if (isFlushed) handle.flush();
  handle.close();
}

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'no system error';
  }
}

describe('a power cut', () => {
  it('keeps what was flushed, file and name', () => {
    fc.assert(
      fc.property(kinds, bytes, fc.string(), (kind, content, seed) => {
        const volume = volumeOf(kind);
        put(volume, '/a', content);
        if (kind.flushesFolders) volume.flushFolder('/');
        volume.powerCut(new Random(seed));
        expect(volume.file('open', '/a').bytes).toEqual(content);
      }),
    );
  });

  it('leaves the old or the new file of a flushed file that was renamed, never a part', () => {
    fc.assert(
      fc.property(kinds, bytes, bytes, fc.string(), (kind, older, newer, seed) => {
        const volume = volumeOf(kind);
        put(volume, '/a', older);
        volume.flushNames();
        put(volume, '/b', newer);
        volume.rename('/b', '/a');
        volume.powerCut(new Random(seed));
        const found = Buffer.from(volume.file('open', '/a').bytes).toString('hex');
        expect([older, newer].map((one) => Buffer.from(one).toString('hex'))).toContain(found);
      }),
    );
  });

  it('never brings back a file that was replaced after it: the later name is on the disk', () => {
    const kind = kindNamed('USB stick with FAT');
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const volume = volumeOf(kind);
        put(volume, '/a', Uint8Array.of(1));
        volume.flushNames();
        for (const [name, content] of [
          ['/b', 2],
          ['/c', 3],
        ] as const) {
          put(volume, name, Uint8Array.of(content));
          volume.rename(name, '/a');
        }
        const handle = volume.open('/a', 'r+', undefined, 'test');
        handle.flush();
        handle.close();
        volume.powerCut(new Random(seed));
        expect(volume.file('open', '/a').bytes).toEqual(Uint8Array.of(3));
      }),
    );
  });

  it('loses what was not flushed in some worlds and keeps it in others', () => {
    const outcomes = new Set<string>();
    for (let seed = 0; seed < 60; seed++) {
      const volume = volumeOf(kindNamed('POSIX disk'));
      put(volume, '/a', Uint8Array.of(1, 2, 3, 4, 5, 6), false);
      volume.powerCut(new Random(seed));
      const status = statusOf(volume, '/a');
      outcomes.add(status ? String(status.size) : 'no file');
    }
    expect(outcomes).toContain('no file');
    expect(outcomes).toContain('6');
    expect(outcomes.size).toBeGreaterThan(2);
  });
});

describe('an open file', () => {
  it('is replaced on POSIX, and the handle still reads the old one', () => {
    const volume = volumeOf(kindNamed('POSIX disk'));
    put(volume, '/a', Uint8Array.of(1));
    put(volume, '/b', Uint8Array.of(2));
    const handle = volume.open('/a', 'r', undefined, 'test');
    volume.rename('/b', '/a');
    expect(handle.read(1, 0)).toEqual(Uint8Array.of(1));
    expect(volume.file('open', '/a').bytes).toEqual(Uint8Array.of(2));
  });

  it('cannot be replaced on Windows; removed, its name is free only after it was closed', () => {
    const volume = volumeOf(kindNamed('NTFS'));
    put(volume, '/a', Uint8Array.of(1));
    put(volume, '/b', Uint8Array.of(2));
    const handle = volume.open('/a', 'r', undefined, 'test');
    expect(codeOf(() => volume.rename('/b', '/a'))).toBe('EPERM');
    volume.remove('/a');
    expect(codeOf(() => volume.open('/a', 'wx', undefined, 'test'))).toBe('EPERM');
    handle.close();
    expect(codeOf(() => volume.open('/a', 'wx', undefined, 'test'))).toBeUndefined();
  });
});

describe('names', () => {
  it.each([
    ['NTFS', 'Annex', 'annex', true],
    ['POSIX disk', 'Annex', 'annex', false],
    ['NTFS', 'デ', 'デ'.normalize('NFD'), false],
    ['APFS', 'デ', 'デ'.normalize('NFD'), true],
  ])('on %s %s and %s are one file: %s', (name, a, b, isOne) => {
    const volume = volumeOf(kindNamed(name));
    put(volume, `/${a}`, Uint8Array.of(1));
    expect(statusOf(volume, `/${b}`) !== undefined).toBe(isOne);
    expect(volume.resolve(`/${a}`)).toBe(`/${a}`);
  });

  it('that are too long are refused', () => {
    const volume = volumeOf(kindNamed('POSIX disk'));
    expect(codeOf(() => volume.open(`/${'長'.repeat(90)}`, 'w', undefined, 'test'))).toBe('ENAMETOOLONG');
  });
});

it('a full disk takes a part of the bytes and says so', () => {
  const volume = volumeOf(kindNamed('ext4'));
  const handle = volume.open('/a', 'w', undefined, 'test');
  volume.full = 'ENOSPC';
  expect(codeOf(() => handle.write(Uint8Array.of(1, 2, 3, 4)))).toBe('ENOSPC');
  expect(volume.file('open', '/a').bytes.length).toBeLessThan(4);
});
