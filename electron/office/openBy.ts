import type { LockHolder } from '../../shared/commands/documents';
import { holderOf, readLock } from '../files/lock/content';
import { STALE_AFTER } from '../files/lock/judgement';
import { lockPathOf } from '../files/names';
import { realFileSystem } from '../machine/realFileSystem';

/**
 * Who has a document open, for a list: the lock alone is read, nothing is written beside it. A lock that has not changed for long is
 * one that a crash left; a clock of the server that differs may show it a little longer or shorter.
 */
export async function openBy(path: string, now: number): Promise<LockHolder | undefined> {
  const lockPath = lockPathOf(path);
  try {
    const { modified } = await realFileSystem.status(lockPath);
    if (Math.abs(now - modified) > STALE_AFTER) return undefined;
    return holderOf(await readLock(realFileSystem, lockPath)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** 田代（健康保険課 PC-0412） */
export function holderText({ user, department, pc }: LockHolder): string {
  const place = [department, pc].filter((part) => part !== '').join(' ');
  return place === '' ? user : `${user}（${place}）`;
}
