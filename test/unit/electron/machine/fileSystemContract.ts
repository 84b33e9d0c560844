import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileSystem, OpenMode } from '../../../../electron/machine/fileSystem';

/** A file system, and an empty folder in it. */
export interface Disk {
  readonly files: FileSystem;
  readonly root: string;
}

/** What the program relies on in every file system: the one of this PC and the simulated one. */
export function fileSystemContract(name: string, newDisk: () => Disk | Promise<Disk>): void {
  describe(name, () => {
    const test = (title: string, work: (disk: Disk & Tools) => Promise<void>) =>
      it(title, async () => {
        const disk = await newDisk();
        await work({ ...disk, ...toolsFor(disk) });
      });

    test('reads what was written, at a position and beyond the end', async ({ files, at, put }) => {
      await put('a', '評価書');
      const file = await files.open(at('a'), 'r');
      expect(text(await file.read(100, 0))).toBe('評価書');
      expect(text(await file.read(3, 3))).toBe('価');
      expect(await file.read(5, 9)).toEqual(new Uint8Array());
      expect((await file.status()).size).toBe(9);
      await file.close();
    });

    test('writes at a position, and else behind what was written last', async ({ files, at, put, get }) => {
      await put('a', '0123456789');
      const file = await files.open(at('a'), 'r+');
      await file.write(bytes('AB'), 4);
      await file.write(bytes('C'));
      await file.flush();
      await file.close();
      expect(await get('a')).toBe('0123ABC789');
    });

    test('appends to what is there, also after truncating', async ({ files, at, put, get }) => {
      await put('a', '012345');
      const file = await files.open(at('a'), 'a');
      await file.write(bytes('6'));
      await file.truncate(3);
      await file.write(bytes('X'));
      await file.write(bytes('Y'));
      await file.close();
      expect(await get('a')).toBe('012XY');
      await (await files.open(at('new'), 'a')).close();
      expect(await get('new')).toBe('');
    });

    test('empties a file that is opened with w, and creates none over another with wx', async (disk) => {
      const { files, at, put, get, codeOf } = disk;
      await put('a', 'old');
      expect(await codeOf(files.open(at('a'), 'wx'))).toBe('EEXIST');
      expect(await get('a')).toBe('old');
      await (await files.open(at('a'), 'w')).close();
      expect(await get('a')).toBe('');
      await (await files.open(at('b'), 'wx')).close();
      expect(await files.list(disk.root)).toContain('b');
    });

    test('answers ENOENT for what is not there', async ({ files, at, codeOf }) => {
      const missing = at('missing');
      for (const mode of ['r', 'r+'] satisfies OpenMode[])
        expect(await codeOf(files.open(missing, mode))).toBe('ENOENT');
      expect(await codeOf(files.open(join(missing, 'a'), 'w'))).toBe('ENOENT');
      expect(await codeOf(files.status(missing))).toBe('ENOENT');
      expect(await codeOf(files.remove(missing))).toBe('ENOENT');
      expect(await codeOf(files.removeFolder(missing))).toBe('ENOENT');
      expect(await codeOf(files.rename(missing, at('b')))).toBe('ENOENT');
      expect(await codeOf(files.copy(missing, at('b')))).toBe('ENOENT');
      expect(await codeOf(files.list(missing))).toBe('ENOENT');
      expect(await codeOf(files.resolve(missing))).toBe('ENOENT');
      expect(await codeOf(files.makeFolder(join(missing, 'b')))).toBe('ENOENT');
    });

    test('replaces the target of a rename, which then is another file', async (disk) => {
      const { files, at, put, get, root } = disk;
      await put('a', 'new');
      await put('b', 'old');
      const [before, moved] = [await files.status(at('b')), await files.status(at('a'))];
      await files.rename(at('a'), at('b'));
      expect(await files.list(root)).toEqual(['b']);
      expect(await get('b')).toBe('new');
      const after = await files.status(at('b'));
      expect(after.id).toBe(moved.id);
      if (after.id !== undefined) expect(after.id).not.toBe(before.id);
    });

    test('copies and never over another file', async ({ files, at, put, get, codeOf }) => {
      await put('a', 'text');
      await files.copy(at('a'), at('b'));
      await put('a', 'changed');
      expect(await get('b')).toBe('text');
      expect(await codeOf(files.copy(at('a'), at('b')))).toBe('EEXIST');
      expect(await get('b')).toBe('text');
    });

    test('gives a file a second name, where it can', async ({ files, at, put, get, codeOf }) => {
      await put('a', 'text');
      await put('taken', 'other');
      expect(await codeOf(files.link(at('a'), at('taken')))).toBeDefined();
      expect(await get('taken')).toBe('other');
      if ((await codeOf(files.link(at('a'), at('b')))) !== undefined) return;
      expect((await files.status(at('a'))).id).toBe((await files.status(at('b'))).id);
      await put('new', 'later');
      await files.rename(at('new'), at('a'));
      expect(await get('b')).toBe('text');
    });

    test('makes folders and removes only empty ones', async ({ files, at, put, codeOf, root }) => {
      await files.makeFolder(at('folder'));
      expect(await codeOf(files.makeFolder(at('folder')))).toBe('EEXIST');
      expect((await files.status(at('folder'))).kind).toBe('folder');
      await put(join('folder', 'a'), '');
      expect(['ENOTEMPTY', 'EEXIST']).toContain(await codeOf(files.removeFolder(at('folder'))));
      await files.remove(at(join('folder', 'a')));
      await files.removeFolder(at('folder'));
      expect(await files.list(root)).toEqual([]);
    });

    test('tells kind, size and time of a file', async ({ files, at, put }) => {
      await put('a', '評価書');
      const { kind, size, modified } = await files.status(at('a'));
      expect([kind, size]).toEqual(['file', 9]);
      expect(Number.isFinite(modified)).toBe(true);
    });

    test('resolves a path to one that resolves to itself', async ({ files, at, put }) => {
      await put('a', '');
      const resolved = await files.resolve(join(at('a'), '..', 'a'));
      expect(await files.resolve(resolved)).toBe(resolved);
      expect((await files.status(resolved)).kind).toBe('file');
    });
  });
}

type Tools = ReturnType<typeof toolsFor>;

function toolsFor({ files, root }: Disk) {
  const at = (name: string) => join(root, name);
  return {
    at,
    put: async (name: string, content: string) => {
      const file = await files.open(at(name), 'w');
      await file.write(bytes(content));
      await file.close();
    },
    get: async (name: string) => {
      const file = await files.open(at(name), 'r');
      const content = await file.read((await file.status()).size, 0);
      await file.close();
      return text(content);
    },
    codeOf,
  };
}

/** The code of the error with which it fails; undefined where it succeeds. */
function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (error: unknown) => (error as NodeJS.ErrnoException).code ?? String(error),
  );
}

function bytes(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

function text(content: Uint8Array): string {
  return new TextDecoder().decode(content);
}
