import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { removeLeftTemporaries, writeAtomically } from '../../../../electron/files/atomicWrite';
import { temporaryPrefix } from '../../../../electron/files/names';
import { retrying } from '../../../../electron/files/retry';
import type { FileSystem, OpenFile } from '../../../../electron/machine/fileSystem';
import type { Machine } from '../../../../electron/machine/machine';
import { realMachine } from '../../../../electron/machine/real';
import { realFileSystem } from '../../../../electron/machine/realFileSystem';
import { Failure } from '../../../../shared/commands/failure';
import { temporaryFolder } from '../documents/harness';

const old = Buffer.from('old');
const fresh = Buffer.from('new bytes');

function fileWith(bytes: Uint8Array): string {
  const path = join(temporaryFolder(), '国保 最終.hyoka');
  writeFileSync(path, bytes);
  return path;
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** A disk that notes the order of what is done, and fails where it is told to. */
function watched(fail: Partial<Record<'open' | 'rename' | 'sync', readonly string[]>> = {}) {
  const done: string[] = [];
  const left = {
    open: [...(fail.open ?? [])],
    rename: [...(fail.rename ?? [])],
    sync: [...(fail.sync ?? [])],
  };
  const step = (name: keyof typeof left, what: string) => {
    const code = left[name].shift();
    done.push(code ? `${what}: ${code}` : what);
    if (code) throw systemError(code);
  };
  const files: FileSystem = {
    ...realFileSystem,
    open: async (path, mode, permissions) => {
      step('open', `open ${mode}`);
      const file = await realFileSystem.open(path, mode, permissions);
      const flush = async () => {
        step('sync', 'sync');
        await file.flush();
      };
      return Object.assign(Object.create(file) as OpenFile, { flush });
    },
    rename: async (from, to) => {
      step('rename', 'rename');
      await realFileSystem.rename(from, to);
    },
    flushFolder: async (path) => {
      step('sync', 'sync folder');
      await realFileSystem.flushFolder(path);
    },
  };
  return { machine: { ...realMachine, files }, done };
}

async function failureOf(work: Promise<unknown>): Promise<Failure | undefined> {
  return work.then(
    () => undefined,
    (error: unknown) => (error instanceof Failure ? error : undefined),
  );
}

describe('writing', () => {
  it('flushes the new bytes before they take the name, then the folder', async () => {
    const path = fileWith(old);
    const { machine, done } = watched();
    await writeAtomically(machine, path, fresh);
    expect(done).toEqual(['open r+', 'open w', 'sync', 'rename', 'sync folder']);
    expect(readFileSync(path)).toEqual(fresh);
  });

  it('waits while a scanner holds the file', async () => {
    const path = fileWith(old);
    const { machine, done } = watched({ rename: ['EBUSY', 'EPERM', 'EACCES'], open: ['EBUSY'] });
    await writeAtomically(machine, path, fresh);
    expect(done.filter((step) => step.startsWith('rename'))).toEqual([
      'rename: EBUSY',
      'rename: EPERM',
      'rename: EACCES',
      'rename',
    ]);
    expect(readFileSync(path)).toEqual(fresh);
  });

  it.each([
    ['ENOSPC', { sync: ['ENOSPC'] }, 'diskFull'],
    ['EIO', { sync: ['EIO'] }, 'folderUnreachable'],
    ['a rename that stays held', { rename: Array<string>(9).fill('EBUSY') }, 'fileBusy'],
    ['something unheard of', { rename: ['EWEIRD'] }, 'fileFailed'],
  ])('leaves the old file and no other when it fails: %s', async (_, fail, code) => {
    const path = fileWith(old);
    expect((await failureOf(writeAtomically(watched(fail).machine, path, fresh)))?.code).toBe(code);
    expect(readFileSync(path)).toEqual(old);
    expect(readdirSync(join(path, '..'))).toHaveLength(1);
  });

  it('goes on where a folder cannot be flushed', async () => {
    const path = fileWith(old);
    const { machine } = watched({ sync: [] });
    const flushFolder = () => Promise.reject(systemError('EISDIR'));
    const refusing: Machine = { ...machine, files: { ...machine.files, flushFolder } };
    await writeAtomically(refusing, path, fresh);
    expect(readFileSync(path)).toEqual(fresh);
  });

  it('keeps the mode of the file and follows a link to it', async () => {
    const path = fileWith(old);
    chmodSync(path, 0o640);
    const link = join(path, '..', 'link.hyoka');
    symlinkSync(path, link);
    await writeAtomically(realMachine, link, fresh);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readFileSync(path)).toEqual(fresh);
  });

  it('says that the folder is gone', async () => {
    expect(
      (await failureOf(writeAtomically(realMachine, join(temporaryFolder(), 'なし', 'a.hyoka'), fresh)))
        ?.code,
    ).toBe('folderUnreachable');
  });

  it('says that a name is too long', async () => {
    const path = join(temporaryFolder(), `${'長'.repeat(100)}.hyoka`);
    expect((await failureOf(writeAtomically(realMachine, path, fresh)))?.code).toBe('pathTooLong');
  });
});

describe('temporary files of a crash', () => {
  it('are removed for this document only', async () => {
    const path = fileWith(old);
    const folder = join(path, '..');
    writeFileSync(join(folder, `${temporaryPrefix(path)}0a0b0c0d.tmp`), '');
    writeFileSync(join(folder, `${temporaryPrefix('other.hyoka')}0a0b0c0d.tmp`), '');
    writeFileSync(join(folder, '大事.tmp'), '');
    mkdirSync(join(folder, '控え'));
    await removeLeftTemporaries(realFileSystem, path);
    expect(readdirSync(folder).sort()).toEqual(
      [`${temporaryPrefix('other.hyoka')}0a0b0c0d.tmp`, '国保 最終.hyoka', '大事.tmp', '控え'].sort(),
    );
  });
});

describe('trying again', () => {
  it('gives up at once for what waiting does not mend', async () => {
    let tries = 0;
    const work = () => {
      tries++;
      return Promise.reject(systemError('ENOSPC'));
    };
    await expect(retrying(realMachine.clock, work)).rejects.toThrow('ENOSPC');
    expect(tries).toBe(1);
  });
});
