import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { HEARTBEAT, LockObserver, STALE_AFTER, type Judge } from '../../../../electron/files/lock/judgement';
import { acquireLock, claimLock, lookAtLock, type DocumentLock } from '../../../../electron/files/lock/lock';
import { lockPathOf } from '../../../../electron/files/names';
import type { Machine } from '../../../../electron/machine/machine';
import { hurried, temporaryFolder, until, writer } from '../documents/harness';

const other = { name: '鈴木', department: '行政管理課', pc: 'PC-02' };

/** A PC that knows the openings it made itself. */
function judgeOn(machine: Machine = hurried, tokens: readonly string[] = []): Judge {
  const isOwnToken = (token: string) => Promise.resolve(tokens.includes(token));
  return { machine, observer: new LockObserver(machine.clock), isOwnToken };
}

function place(): string {
  return join(temporaryFolder(), '国保.hyoka');
}

async function ours(path: string, machine: Machine = hurried): Promise<DocumentLock> {
  const result = await acquireLock(judgeOn(machine), path, writer);
  if (result.kind !== 'ours') throw new Error(result.kind);
  onTestFinished(() => result.lock.release().catch(() => undefined));
  return result.lock;
}

function makeOld(file: string, ms: number): void {
  const then = (Date.now() - ms) / 1000;
  utimesSync(file, then, then);
}

/** Timers of this PC run only when they are asked to. */
function withBeats(): { readonly machine: Machine; readonly beat: () => void } {
  const works: (() => void)[] = [];
  const every = (_: number, work: () => void) => {
    works.push(work);
    return () => undefined;
  };
  const beat = () => works.forEach((work) => work());
  return { machine: { ...hurried, clock: { ...hurried.clock, every } }, beat };
}

describe('a lock', () => {
  it('can be read by people and says who, where and since when', async () => {
    const path = place();
    await ours(path);
    expect(JSON.parse(readFileSync(lockPathOf(path), 'utf8'))).toMatchObject({
      user: '佐藤',
      department: '国保年金課',
      pc: 'PC-01',
      host: hostname(),
      pid: process.pid,
    });
  });

  it('goes to one of several that ask at the same moment', async () => {
    const path = place();
    const results = await Promise.all(Array.from({ length: 8 }, () => acquireLock(judgeOn(), path, writer)));
    for (const result of results) if (result.kind === 'ours') await result.lock.release();
    expect(results.filter(({ kind }) => kind === 'ours')).toHaveLength(1);
    expect(readdirSync(join(path, '..'))).toEqual([]);
  });

  it('shows with every sign of life that its owner is there', async () => {
    const path = place();
    const { machine, beat } = withBeats();
    await ours(path, machine);
    makeOld(lockPathOf(path), STALE_AFTER * 2);
    expect(HEARTBEAT * 2).toBeLessThan(STALE_AFTER);
    beat();
    await until(() => Date.now() - statSync(lockPathOf(path)).mtimeMs < STALE_AFTER, 'a beat');
    expect(JSON.parse(readFileSync(lockPathOf(path), 'utf8'))).toMatchObject({ user: '佐藤', beat: 1 });
    expect((await acquireLock(judgeOn(), path, other)).kind).toBe('held');
  });

  it('a sign of life that comes late never touches the lock of whoever took over', async () => {
    const path = place();
    const { machine, beat } = withBeats();
    await ours(path, machine);
    const theirs = {
      user: '鈴木',
      department: '',
      pc: 'PC-02',
      host: 'x',
      pid: 1,
      since: 1,
      token: 'aabbccdd',
    };
    writeFileSync(lockPathOf(path), JSON.stringify(theirs));
    beat();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(JSON.parse(readFileSync(lockPathOf(path), 'utf8'))).toEqual(theirs);
  });

  it('is left behind after two minutes of silence', async () => {
    const path = place();
    await ours(path);
    makeOld(lockPathOf(path), STALE_AFTER - 10_000);
    expect((await acquireLock(judgeOn(), path, other)).kind).toBe('held');
    makeOld(lockPathOf(path), STALE_AFTER + 10_000);
    expect(await acquireLock(judgeOn(), path, other)).toMatchObject({
      kind: 'left',
      certain: false,
      holder: { user: '佐藤' },
    });
    expect(readdirSync(join(path, '..'))).toEqual(['国保.hyoka.lock']);
  });

  it('is certainly left only where this very PC knows the opening: two PCs may have one name', async () => {
    const path = place();
    const lock = await ours(path);
    const dead = { ...(JSON.parse(readFileSync(lockPathOf(path), 'utf8')) as object), pid: 4_194_000 };
    writeFileSync(lockPathOf(path), JSON.stringify(dead));
    expect((await acquireLock(judgeOn(), path, other)).kind).toBe('held');
    const knowing = judgeOn(hurried, [lock.token]);
    expect(await acquireLock(knowing, path, other)).toMatchObject({ kind: 'left', certain: true });
  });

  it('whose time lies in the future is left behind once nothing changed for two minutes', async () => {
    const path = place();
    const { machine } = withBeats();
    await ours(path, machine);
    makeOld(lockPathOf(path), -24 * 3_600_000);
    const judge = judgeOn();
    expect((await lookAtLock(judge, path)).kind).toBe('held');
    await hurried.clock.sleep(STALE_AFTER * 1.1);
    expect(await lookAtLock(judge, path)).toMatchObject({ kind: 'left', certain: false });
  });

  it('that a crash emptied or cut short counts as held until it is old', async () => {
    for (const text of ['', '{"user":"佐']) {
      const path = place();
      writeFileSync(lockPathOf(path), text);
      expect(await acquireLock(judgeOn(), path, writer)).toEqual({ kind: 'held', holder: null });
      makeOld(lockPathOf(path), STALE_AFTER + 10_000);
      expect(await acquireLock(judgeOn(), path, writer)).toMatchObject({ kind: 'left', holder: null });
    }
  });

  it('that was emptied under its owner is written again', async () => {
    const path = place();
    const lock = await ours(path);
    writeFileSync(lockPathOf(path), '');
    expect(await lock.standing()).toEqual({ kind: 'ours' });
    expect(JSON.parse(readFileSync(lockPathOf(path), 'utf8'))).toMatchObject({ user: '佐藤' });
  });

  it('whose name a folder has is said to be in the way', async () => {
    const path = place();
    mkdirSync(lockPathOf(path));
    expect(await acquireLock(judgeOn(), path, writer)).toEqual({ kind: 'blocked' });
    expect(await lookAtLock(judgeOn(), path)).toEqual({ kind: 'blocked' });
  });

  it('that was taken over is noticed by its first owner and left alone; its temporary file is gone', async () => {
    const path = place();
    const { machine } = withBeats();
    const first = await ours(path, machine);
    writeFileSync(first.temporary, 'about to be renamed');
    makeOld(lockPathOf(path), STALE_AFTER + 10_000);
    const result = await claimLock(judgeOn(), path, other);
    if (result.kind !== 'ours') throw new Error(result.kind);
    const second = result.lock;
    expect(existsSync(first.temporary)).toBe(false);
    expect(await first.standing()).toMatchObject({ kind: 'lost', holder: { user: '鈴木' } });
    await first.release();
    expect(await second.standing()).toEqual({ kind: 'ours' });
    await second.release();
    expect(readdirSync(join(path, '..'))).toEqual([]);
  });

  it('is not taken over when its owner gives a sign of life meanwhile: the clock of the server had jumped', async () => {
    const path = place();
    const { machine, beat } = withBeats();
    await ours(path, machine);
    makeOld(lockPathOf(path), STALE_AFTER + 10_000);
    const claimed = claimLock(judgeOn(), path, other);
    await new Promise((resolve) => setTimeout(resolve, 40));
    beat();
    expect(await claimed).toMatchObject({ kind: 'held', holder: { user: '佐藤' } });
  });

  it('that someone deleted is missing, and put back when its owner wants it', async () => {
    const path = place();
    const lock = await ours(path);
    rmSync(lockPathOf(path));
    expect(await lock.standing()).toEqual({ kind: 'missing' });
    expect(await lock.restore()).toEqual({ kind: 'ours' });
    expect((await acquireLock(judgeOn(), path, other)).kind).toBe('held');
  });

  it('has a name that every file system takes', () => {
    expect(lockPathOf(join('/共有', '国保.hyoka'))).toBe(join('/共有', '国保.hyoka.lock'));
    const long = lockPathOf(join('/共有', `${'長'.repeat(83)}.hyoka`));
    expect(Buffer.byteLength(long.slice('/共有/'.length))).toBeLessThan(255);
    expect(long).toMatch(/\.hyoka\.lock$/);
  });
});
