import { existsSync, readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  acquireLock,
  HEARTBEAT,
  STALE_AFTER,
  takeLock,
  type DocumentLock,
} from '../../../../electron/files/lock';
import { lockPathOf } from '../../../../electron/files/names';
import { temporaryFolder, until, writer } from '../documents/harness';
import { realMachine } from '../../../../electron/machine/real';

afterEach(() => void vi.useRealTimers());

const other = { name: '鈴木', department: '行政管理課', pc: 'PC-02' };

function place(): string {
  return join(temporaryFolder(), '国保.hyoka');
}

async function ours(path: string): Promise<DocumentLock> {
  const result = await acquireLock(realMachine, path, writer);
  if (result.kind !== 'ours') throw new Error(result.kind);
  onTestFinished(() => result.lock.release());
  return result.lock;
}

function makeOld(file: string, ms: number): void {
  const then = (Date.now() - ms) / 1000;
  utimesSync(file, then, then);
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
    const results = await Promise.all(
      Array.from({ length: 8 }, () => acquireLock(realMachine, path, writer)),
    );
    for (const result of results) if (result.kind === 'ours') await result.lock.release();
    expect(results.filter(({ kind }) => kind === 'ours')).toHaveLength(1);
    expect(existsSync(lockPathOf(path))).toBe(false);
  });

  it('shows every twenty seconds that its owner is there, without ever being short', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const path = place();
    await ours(path);
    const before = readFileSync(lockPathOf(path));
    makeOld(lockPathOf(path), STALE_AFTER * 2);
    vi.advanceTimersByTime(HEARTBEAT);
    await until(() => Date.now() - statSync(lockPathOf(path)).mtimeMs < STALE_AFTER, 'a beat');
    expect(readFileSync(lockPathOf(path))).toEqual(before);
    expect((await acquireLock(realMachine, path, other)).kind).toBe('held');
  });

  it('is left behind after two minutes of silence, and surely when its program on this PC has ended', async () => {
    const path = place();
    await ours(path);
    makeOld(lockPathOf(path), STALE_AFTER - 10_000);
    expect((await acquireLock(realMachine, path, other)).kind).toBe('held');
    makeOld(lockPathOf(path), STALE_AFTER + 10_000);
    expect(await acquireLock(realMachine, path, other)).toMatchObject({
      kind: 'left',
      certain: false,
      holder: { user: '佐藤' },
    });
    const dead = { ...(JSON.parse(readFileSync(lockPathOf(path), 'utf8')) as object), pid: 4_194_000 };
    writeFileSync(lockPathOf(path), JSON.stringify(dead));
    expect(await acquireLock(realMachine, path, other)).toMatchObject({ kind: 'left', certain: true });
    expect(readdirSync(join(path, '..'))).toEqual(['国保.hyoka.lock']);
  });

  it('that a crash cut short counts as held until it is old', async () => {
    const path = place();
    writeFileSync(lockPathOf(path), '{"user":"佐');
    expect(await acquireLock(realMachine, path, writer)).toEqual({ kind: 'held', holder: null });
    makeOld(lockPathOf(path), STALE_AFTER + 10_000);
    expect(await acquireLock(realMachine, path, writer)).toEqual({
      kind: 'left',
      holder: null,
      certain: false,
    });
  });

  it('that was taken over is noticed by its first owner and left alone', async () => {
    const path = place();
    const first = await ours(path);
    const second = await takeLock(realMachine, path, other);
    expect(await first.state()).toMatchObject({ kind: 'lost', holder: { user: '鈴木' } });
    await first.release();
    expect(await second.state()).toEqual({ kind: 'ours' });
    await second.release();
    expect(existsSync(lockPathOf(path))).toBe(false);
  });

  it('that someone deleted is put back', async () => {
    const path = place();
    const lock = await ours(path);
    const { unlinkSync } = await import('node:fs');
    unlinkSync(lockPathOf(path));
    expect(await lock.state()).toEqual({ kind: 'ours' });
    expect((await acquireLock(realMachine, path, other)).kind).toBe('held');
  });

  it('has a name that every file system takes', () => {
    expect(lockPathOf(join('/共有', '国保.hyoka'))).toBe(join('/共有', '国保.hyoka.lock'));
    const long = lockPathOf(join('/共有', `${'長'.repeat(83)}.hyoka`));
    expect(Buffer.byteLength(long.slice('/共有/'.length))).toBeLessThan(255);
    expect(long).toMatch(/\.hyoka\.lock$/);
  });
});
