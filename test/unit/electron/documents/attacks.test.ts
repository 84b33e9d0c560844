import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileFailure } from '../../../../electron/files/faults';
import { lockPathOf } from '../../../../electron/files/names';
import type { FileSystem, OpenFile } from '../../../../electron/machine/fileSystem';
import type { Machine } from '../../../../electron/machine/machine';
import { realMachine } from '../../../../electron/machine/real';
import { realFileSystem } from '../../../../electron/machine/realFileSystem';
import type { DocumentView } from '../../../../shared/commands/documents';
import {
  codeOf,
  hurried,
  nameEdit,
  nameOf,
  startService,
  temporaryFolder,
  type,
  until,
  writer,
  type Service,
} from './harness';

/*
 * Ways in which text was lost or replaced, or files were left locked, before the saving of documents was rebuilt. Each needs a slow or
 * paused call at one place, which a share or a sleeping PC gives every day.
 */

/** Nothing is written by itself: each save is asked for. */
const never = { quiet: 3_600_000, most: 3_600_000, again: [3_600_000] };

/** A machine some calls of whose disk are others. */
function machineWith(calls: Partial<FileSystem>, machine: Machine = realMachine): Machine {
  return { ...machine, files: { ...machine.files, ...calls } };
}

/** A call that can be held up. */
function gate() {
  let open: () => void = () => undefined;
  let reached: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  const isReached = new Promise<void>((resolve) => (reached = resolve));
  let isClosed = false;
  return {
    close: () => (isClosed = true),
    open: () => {
      isClosed = false;
      open();
    },
    isReached,
    pass: async () => {
      if (!isClosed) return;
      reached();
      await passed;
    },
  };
}

/** Reads the text as the next opening of the file will show it, after this program died. */
async function afterDeath(root: string, view: DocumentView): Promise<unknown> {
  rmSync(lockPathOf(view.path), { force: true });
  const { service } = await startService(root, { timing: never });
  const again = await service.open(view.path);
  return nameOf(service, again);
}

const isDocument = (path: string) => path.endsWith('.hyoka');

describe('what is typed', () => {
  it('while the journal begins anew is in the new one: the program may die before the next save', async () => {
    const root = temporaryFolder();
    const slow = gate();
    const rename: FileSystem['rename'] = async (from, to) => {
      if (isDocument(to) && !to.includes('journal')) await slow.pass();
      await realFileSystem.rename(from, to);
    };
    const { service } = await startService(root, {
      timing: never,
      rebaseAt: 0,
      machine: machineWith({ rename }),
    });
    const view = await service.begin('form3', undefined);
    await type(service, view, '一');
    slow.close();
    const saving = service.session(view.session).save();
    await slow.isReached;
    await type(service, view, '一二');
    const during = type(service, view, '一二三');
    slow.open();
    await Promise.all([saving, during]);
    expect(await afterDeath(root, view)).toBe('一二三');
  });

  it('in several edits of one call is there whole or not at all', async () => {
    const root = temporaryFolder();
    const { service } = await startService(root, { timing: never });
    const view = await service.begin('form3', undefined);
    await service
      .session(view.session)
      .apply([{ edit: nameEdit(undefined, '一') }, { edit: nameEdit('一', '一二') }]);
    const [folder = ''] = readdirSync(join(root, 'userData', 'journal'));
    const list = join(root, 'userData', 'journal', folder, 'changes-1.log');
    expect(readFileSync(list, 'utf8').trimEnd().split('\n')).toHaveLength(2);
    expect(await afterDeath(root, view)).toBe('一二');
  });

  it('while it is saved elsewhere stays, in the same session, also when the program dies right after', async () => {
    const root = temporaryFolder();
    const slow = gate();
    const rename: FileSystem['rename'] = async (from, to) => {
      if (to.endsWith('別名.hyoka')) await slow.pass();
      await realFileSystem.rename(from, to);
    };
    const { service } = await startService(root, { timing: never, machine: machineWith({ rename }) });
    const view = await service.begin('form3', undefined);
    await type(service, view, '前');
    slow.close();
    const moving = service.saveAs(view.session, join(root, '別名.hyoka'));
    await slow.isReached;
    await type(service, view, '前と最中');
    slow.open();
    const moved = await moving;
    expect(moved.session).toBe(view.session);
    expect(moved.assessment.values['I.1.m1']).toBe('前と最中');
    expect(existsSync(lockPathOf(view.path))).toBe(false);
    expect(await afterDeath(root, moved)).toBe('前と最中');
  });

  it('while a document closes is saved with it; what comes later is refused in words', async () => {
    const root = temporaryFolder();
    const slow = gate();
    const rename: FileSystem['rename'] = async (from, to) => {
      if (isDocument(to) && !to.includes('journal')) await slow.pass();
      await realFileSystem.rename(from, to);
    };
    const { service } = await startService(root, { timing: never, machine: machineWith({ rename }) });
    const view = await service.begin('form3', undefined);
    const session = service.session(view.session);
    await type(service, view, '前');
    slow.close();
    const closing = service.close(view.session);
    await slow.isReached;
    await session.apply([{ edit: nameEdit('前', '前と最中') }]);
    slow.open();
    await closing;
    expect(await codeOf(session.apply([{ edit: nameEdit('前と最中', '後') }]))).toBe('sessionGone');
    expect(existsSync(lockPathOf(view.path))).toBe(false);
    const again = await service.open(view.path);
    expect(nameOf(service, again)).toBe('前と最中');
    expect(again.access).toEqual({ kind: 'edit' });
  });
});

describe('a PC that sleeps', () => {
  /** The first one sleeps right before its rename; a colleague takes over, types and closes meanwhile. */
  async function sleptBeforeRename(root: string, askedFor: 'before' | 'after') {
    const asleep = gate();
    let slept = 0;
    const rename: FileSystem['rename'] = async (from, to) => {
      if (isDocument(to) && !to.includes('journal') && askedFor === 'after') await asleep.pass();
      await realFileSystem.rename(from, to);
    };
    const status: FileSystem['status'] = async (path) => {
      if (path.endsWith('.hyoka') && askedFor === 'before') await asleep.pass();
      return realFileSystem.status(path);
    };
    const open: FileSystem['open'] = async (path, mode, permissions) => {
      if (path.endsWith('.lock') && askedFor === 'before') await asleep.pass();
      return realFileSystem.open(path, mode, permissions);
    };
    const clock = {
      ...realMachine.clock,
      elapsed: () => realMachine.clock.elapsed() + slept,
      every: () => () => undefined,
    };
    const machine = machineWith({ rename, open, status }, { ...realMachine, clock });
    const { service } = await startService(root, { timing: never, machine });
    const view = await service.begin('form3', undefined);
    await type(service, view, '眠った人');
    asleep.close();
    const saving = service.session(view.session).save();
    await asleep.isReached;
    slept = 180_000;
    await colleague(root, view);
    asleep.open();
    return { service, view, saved: await saving };
  }

  async function colleague(root: string, view: DocumentView): Promise<void> {
    const long = Date.now() / 1000 - 3_600;
    utimesSync(lockPathOf(view.path), long, long);
    const { service: other } = await startService(join(root, 'other'), {
      author: () => ({ ...writer, name: '鈴木' }),
      machine: hurried,
    });
    const seen = await other.open(view.path);
    const taken = await other.takeOverLock(seen.session);
    await type(other, taken, '引き継いだ人');
    await other.closeAll();
  }

  it.each(['before', 'after'] as const)(
    'between looking and renaming (%s the call) replaces nothing of whoever took over',
    async (askedFor) => {
      const root = temporaryFolder();
      const { service, view, saved } = await sleptBeforeRename(root, askedFor);
      expect(saved.kind).toBe('kept');
      await service.closeAll();
      const { service: next } = await startService(root);
      const again = await next.open(view.path);
      expect(nameOf(next, again)).toBe('引き継いだ人');
      const apart = again.notices.find(({ code }) => code === 'recoveredApart')?.params.path;
      expect(nameOf(next, await next.open(String(apart)))).toBe('眠った人');
    },
  );
});

describe('two files', () => {
  it('whose names differ only in Unicode normalisation have nothing of each other', async () => {
    const root = temporaryFolder();
    const { service } = await startService(root, { timing: never });
    const folder = join(root, '評価書');
    const first = await service.begin('form3', undefined);
    await service.close(first.session);
    const composed = join(folder, 'ガバメント.hyoka'.normalize('NFC'));
    const decomposed = join(folder, 'ガバメント.hyoka'.normalize('NFD'));
    for (const path of [composed, decomposed]) writeFileSync(path, readFileSync(first.path));
    const [a, b] = [await service.open(composed), await service.open(decomposed)];
    await type(service, a, '合成');
    await type(service, b, '分解');
    expect(await afterDeath(root, a)).toBe('合成');
    expect(await afterDeath(root, b)).toBe('分解');
  });

  it('handed over twice at the same moment are one session that is not locked by itself', async () => {
    const root = temporaryFolder();
    const { service } = await startService(root);
    const view = await service.begin('form3', undefined);
    await service.close(view.session);
    const opened = await Promise.all([1, 2, 3].map(() => service.open(view.path)));
    expect(new Set(opened.map(({ session }) => session)).size).toBe(1);
    expect(opened.map(({ access }) => access.kind)).toEqual(['edit', 'edit', 'edit']);
  });

  it('of equal size and time are two: what another program wrote is not replaced', async () => {
    const root = temporaryFolder();
    const { service } = await startService(root, { timing: never });
    const [view, other] = [await service.begin('form3', undefined), await service.begin('form3', undefined)];
    await type(service, other, '同じ大きさ');
    await service.close(other.session);
    const theirs = readFileSync(other.path);
    const { atime, mtime, size } = statSync(view.path);
    writeFileSync(view.path, theirs.subarray(0, Math.max(size, theirs.length)));
    utimesSync(view.path, atime, mtime);
    await type(service, view, '自分の内容');
    expect(await service.session(view.session).save()).toMatchObject({
      kind: 'kept',
      error: { code: 'fileChangedOutside' },
    });
    expect(readFileSync(view.path)).toEqual(theirs);
  });
});

describe('a folder that vanished', () => {
  it('is not made anew, neither by a save nor by recovery: the share would hide it when it returns', async () => {
    const root = temporaryFolder();
    const { service } = await startService(root, { timing: never });
    const view = await service.begin('form3', undefined);
    await type(service, view, '入力');
    const share = join(root, '評価書');
    renameSync(share, join(root, '外れた'));
    mkdirSync(share);
    expect(await service.session(view.session).save()).toMatchObject({
      kind: 'kept',
      error: { code: 'folderUnreachable' },
    });
    expect(readdirSync(share)).toEqual([]);
    rmSync(share, { recursive: true });
    const { service: next } = await startService(root, { workspace: () => join(root, 'なし') });
    const apart = await next.open(view.path);
    expect(nameOf(next, apart)).toBe('入力');
    expect(apart.notices).toMatchObject([{ code: 'recoveredApart' }]);
    expect(existsSync(share)).toBe(false);
    expect(existsSync(join(root, 'なし'))).toBe(false);
  });
});

describe('a new document', () => {
  it('that was being made when the program died leaves no empty file of its name', async () => {
    const root = temporaryFolder();
    const rename = () => new Promise<never>(() => undefined);
    const { service } = await startService(root, { machine: machineWith({ rename }) });
    void service.begin('form3', undefined).catch(() => undefined);
    const folder = join(root, '評価書');
    await until(() => existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.tmp')));
    expect(readdirSync(folder).filter((name) => name.endsWith('.hyoka'))).toEqual([]);
  });
});

describe('errors without a name of their own', () => {
  it.each([
    ['a quota that is used up', -122, 'diskFull'],
    ['a share that was taken away', -116, 'folderUnreachable'],
  ])('are said like their siblings: %s', (_, errno, code) => {
    const error = Object.assign(new Error('Unknown system error'), {
      errno,
      code: `Unknown system error ${String(errno)}`,
    });
    expect(fileFailure(error, '/共有/国保.hyoka').code).toBe(code);
  });

  it('reach the status line', async () => {
    const root = temporaryFolder();
    let isFull = false;
    const open: FileSystem['open'] = async (path, mode, permissions) => {
      const file = await realFileSystem.open(path, mode, permissions);
      const write: OpenFile['write'] = (bytes, position) =>
        isFull && mode === 'w'
          ? Promise.reject(
              Object.assign(new Error('quota'), { errno: -122, code: 'Unknown system error -122' }),
            )
          : file.write(bytes, position);
      return Object.assign(Object.create(file) as OpenFile, { write });
    };
    const { service } = await startService(root, { timing: never, machine: machineWith({ open }) });
    const view = await service.begin('form3', undefined);
    isFull = true;
    await type(service, view, '入力');
    expect(await saveOf(service, view)).toMatchObject({ kind: 'kept', error: { code: 'diskFull' } });
  });
});

function saveOf(service: Service, view: DocumentView) {
  return service.session(view.session).save();
}
