import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { codeOf, nameOf, startService, temporaryFolder, type, until } from './harness';

/** A thread, in which the mutation tester runs tests, cannot change its user. */
const isRoot = process.getuid?.() === 0 && isMainThread;
if (!isRoot) console.log('not root: tests of a full disk and of forbidden folders are skipped');

/** Runs as a person without rights: root may do everything and would notice nothing. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

/** A small disk of its own. */
function smallDisk(kilobytes: number): string {
  const folder = join(temporaryFolder(), '共有');
  mkdirSync(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(kilobytes)}k`, 'tmpfs', folder]);
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}

describe('a file that is no document', () => {
  const contents: readonly (readonly [string, Buffer, string])[] = [
    ['空', Buffer.alloc(0), 'fileEmpty'],
    ['画像', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'fileForeign'],
    ['名前だけ', Buffer.from('PK\u0003\u0004 a Word file'), 'fileForeign'],
    ['切れた', Buffer.from('SQLite format 3\0'), 'fileTruncated'],
  ];

  it.each(contents)('is refused with one message and left as it is: %s', async (name, bytes, code) => {
    const root = temporaryFolder();
    const path = join(root, `${name}.hyoka`);
    writeFileSync(path, bytes);
    const { service } = await startService(root);
    expect(await codeOf(service.open(path))).toBe(code);
    expect(readFileSync(path)).toEqual(bytes);
    expect(readdirSync(root)).toEqual([`${name}.hyoka`]);
  });

  it('is refused at once when it is huge', async () => {
    const root = temporaryFolder();
    const path = join(root, '巨大.hyoka');
    const file = openSync(path, 'w');
    ftruncateSync(file, 5_000_000_000);
    closeSync(file);
    const { service } = await startService(root);
    const start = performance.now();
    expect(await codeOf(service.open(path))).toBe('fileTooLarge');
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('or a folder, or nothing at all', async () => {
    const root = temporaryFolder();
    const { service } = await startService(root);
    expect(await codeOf(service.open(root))).toBe('fileIsFolder');
    expect(await codeOf(service.open(join(root, 'なし.hyoka')))).toBe('fileNotFound');
  });

  it('but was one: the newest good generation can be opened, and saved as a document', async () => {
    const root = temporaryFolder();
    const { service } = await startService(root);
    const view = await service.begin('form3', undefined);
    await type(service, view, '正しい内容');
    await service.close(view.session);
    const again = await service.open(view.path);
    await type(service, again, '正しい内容の続き');
    await service.close(again.session);
    const damaged = readFileSync(view.path).fill(0, 8_192, 20_000);
    writeFileSync(view.path, damaged);
    expect(await codeOf(service.open(view.path))).toBe('fileCorrupt');
    const [newest] = await service.backups(view.path);
    const backup = await service.openBackup(view.path, newest?.id ?? '');
    expect(nameOf(service, backup)).toBe('正しい内容の続き');
    const restored = await service.saveAs(backup.session, join(root, '復元.hyoka'));
    expect(restored.access).toEqual({ kind: 'edit' });
    expect(nameOf(service, restored)).toBe('正しい内容の続き');
    expect(readFileSync(view.path)).toEqual(damaged);
  });
});

describe('a document of which no generation can be kept', () => {
  it('is not written over by another one', async () => {
    const root = temporaryFolder();
    const { service } = await startService(root);
    const view = await service.begin('form3', undefined);
    const other = await service.begin('form3', undefined);
    const target = other.path;
    await service.close(other.session);
    const bytes = readFileSync(target);
    for (const path of [join(target, '..', '控え'), join(root, 'userData', 'backups')]) {
      rmSync(path, { recursive: true, force: true });
      writeFileSync(path, '');
    }
    expect(await codeOf(service.saveAs(view.session, target))).toBe('backupImpossible');
    expect(readFileSync(target)).toEqual(bytes);
  });
});

describe('a path of 250 characters with Japanese and spaces', () => {
  it('holds a document with its lock and its generations', async () => {
    const root = temporaryFolder();
    let folder = root;
    while (folder.length < 160) folder = join(folder, '健康福祉部 保険年金課 令和八年度');
    const path = join(folder, `${'評'.repeat(250 - folder.length - 7)}.hyoka`);
    expect(path).toHaveLength(250);
    const { service } = await startService(root);
    const view = await service.begin('form3', undefined);
    mkdirSync(folder, { recursive: true });
    const moved = await service.saveAs(view.session, path);
    await type(service, moved, '長い名前');
    expect((await service.session(moved.session).save()).kind).toBe('saved');
    await service.close(moved.session);
    expect(nameOf(service, await service.open(path))).toBe('長い名前');
    expect(await service.backups(path)).toHaveLength(2);
  });
});

describe.runIf(isRoot)('a disk that does not let us write', () => {
  it('that is full: the text is kept on this PC, said so, and written once there is room', async () => {
    const folder = smallDisk(600);
    const root = temporaryFolder();
    const { service, told: states } = await startService(root, { workspace: () => folder });
    const view = await service.begin('form3', undefined);
    const filler = join(folder, '大きなファイル');
    try {
      writeFileSync(filler, Buffer.alloc(600_000));
    } catch {
      // The disk is full now: that is what it is for.
    }
    await type(service, view, '満杯でも残る');
    await until(() => states.at(-1)?.kind === 'kept', 'kept');
    expect(states.at(-1)).toMatchObject({ kind: 'kept', error: { code: 'diskFull' } });
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    rmSync(filler);
    await until(() => states.at(-1)?.kind === 'saved', 'saved');
    await service.closeAll();
    expect(nameOf(service, await service.open(view.path))).toBe('満杯でも残る');
  });

  it('a new document that has no room says where another folder is chosen', async () => {
    const folder = smallDisk(700);
    const { service } = await startService(temporaryFolder(), { workspace: () => folder });
    try {
      writeFileSync(join(folder, '大きなファイル'), Buffer.alloc(1_000_000));
    } catch {
      // Full.
    }
    await expect(service.begin('form3', undefined)).rejects.toMatchObject({
      code: 'workspaceFull',
      params: { folder },
    });
    expect(readdirSync(folder)).toEqual(['大きなファイル']);
  });

  it('neither here nor there: that is said, too, and the program goes on', async () => {
    const folder = smallDisk(700);
    const { service, told: states } = await startService(join(folder, 'PC'), { workspace: () => folder });
    const view = await service.begin('form3', undefined);
    const filler = join(folder, '大きなファイル');
    try {
      writeFileSync(filler, Buffer.alloc(700_000));
    } catch {
      // Full.
    }
    await type(service, view, '長い文章を書く。'.repeat(4_000));
    await until(() => states.at(-1)?.kind === 'unkept', 'unkept');
    rmSync(filler);
    await until(() => states.at(-1)?.kind === 'saved', 'saved');
  });

  it('that forbids the folder: the document can be read, and saved elsewhere', async () => {
    const root = temporaryFolder();
    const { service } = await startService(root);
    const view = await service.begin('form3', undefined);
    await type(service, view, '昨年の内容');
    await service.close(view.session);
    chmodSync(root, 0o755);
    chmodSync(view.path, 0o666);
    const mine = temporaryFolder();
    chmodSync(mine, 0o777);
    const { service: guest } = await startService(mine);
    const access = await asNobody(async () => {
      const opened = await guest.open(view.path);
      const other = await guest.saveAs(opened.session, join(mine, '写し.hyoka'));
      await guest.close(other.session);
      return [opened.access, other.access];
    });
    expect(access).toMatchObject([{ kind: 'readOnly', why: 'readOnlyFolder' }, { kind: 'edit' }]);
    expect(await asNobody(() => codeOf(guest.saveAs('', join(mine, 'a'))))).toBe('sessionGone');
  });

  it('that protects the file: it opens for reading only', async () => {
    const root = temporaryFolder();
    const { service } = await startService(root);
    const view = await service.begin('form3', undefined);
    await service.close(view.session);
    chmodSync(root, 0o777);
    chmodSync(join(view.path, '..'), 0o777);
    chmodSync(view.path, 0o444);
    const { service: guest } = await startService(temporaryFolder());
    const opened = await asNobody(() => guest.open(view.path));
    expect(opened.access).toMatchObject({ kind: 'readOnly', why: 'readOnlyFile' });
    chmodSync(view.path, 0o000);
    expect(await asNobody(() => codeOf(guest.open(view.path)))).toBe('fileNoPermission');
  });

  it('that forbids the folder of this PC: the file alone holds the text', async () => {
    const root = temporaryFolder();
    chmodSync(root, 0o777);
    const { service, told: states } = await startService(join(root, 'userData'), {
      workspace: () => join(root, '評価書'),
    });
    mkdirSync(join(root, 'userData'), { mode: 0o555 });
    const view = await asNobody(async () => {
      const opened = await service.begin('form3', undefined);
      await type(service, opened, '控えなし');
      await until(() => states.at(-1)?.kind === 'saved', 'saved');
      return opened;
    });
    await service.closeAll();
    expect(nameOf(service, await service.open(view.path))).toBe('控えなし');
  });

  it('that loses the right to write while a document is open: the text is kept and goes elsewhere', async () => {
    const root = temporaryFolder();
    chmodSync(root, 0o777);
    const { service, told: states } = await asNobody(() => startService(root));
    const view = await asNobody(() => service.begin('form3', undefined));
    chmodSync(join(view.path, '..'), 0o555);
    await asNobody(async () => {
      await type(service, view, '書けない');
      await until(() => states.at(-1)?.kind === 'kept', 'kept');
    });
    expect(states.at(-1)).toMatchObject({ kind: 'kept', error: { code: 'folderReadOnly' } });
    const elsewhere = await asNobody(() => service.saveAs(view.session, join(root, '別の場所.hyoka')));
    expect(nameOf(service, elsewhere)).toBe('書けない');
    chmodSync(join(view.path, '..'), 0o755);
  });
});
