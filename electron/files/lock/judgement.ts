import { dirname, join } from 'node:path';
import type { LockHolder } from '../../../shared/commands/documents';
import type { FileSystem } from '../../machine/fileSystem';
import type { Clock, Machine } from '../../machine/machine';
import { removeIfPresent } from '../../machine/wholeFile';
import { systemCode } from '../faults';
import { holderOf, readLock, type FoundLock, type LockContent } from './content';

/** How often the owner gives a sign of life, and after what silence its lock counts as left behind (ms). */
export const HEARTBEAT = 5_000;
export const STALE_AFTER = 120_000;

/**
 * Before a lock is taken over it must not have changed for so long by the clock of this PC (ms): a server whose clock was put
 * forward would make every lock look old. Longer than the time between two signs of life.
 */
export const CONFIRM_AFTER = HEARTBEAT + 3_000;

/**
 * `free`: nobody has the document. `held`: somebody does. `left`: the owner is gone; `certain` where that program ran on this PC
 * and has ended, else it is judged by its silence. `blocked`: a folder has the name of the lock.
 */
export type LockStanding =
  | { readonly kind: 'free' }
  | { readonly kind: 'held'; readonly holder: LockHolder | null }
  | { readonly kind: 'left'; readonly holder: LockHolder | null; readonly certain: boolean }
  | { readonly kind: 'blocked' };

/** Whether this token belongs to an opening by this program on this very PC. */
export type IsOwnToken = (token: string) => Promise<boolean>;

/** Remembers since when locks have not changed, by the clock of this PC, which no server can put forward. */
export class LockObserver {
  readonly #seen = new Map<string, { readonly state: string; readonly since: number }>();

  constructor(private readonly clock: Pick<Clock, 'elapsed'>) {}

  /** For how long this state has been seen without another between (ms). */
  unchangedFor(lockPath: string, state: string): number {
    const now = this.clock.elapsed();
    const before = this.#seen.get(lockPath);
    const since = before?.state === state ? before.since : now;
    this.#seen.set(lockPath, { state, since });
    return now - since;
  }

  forget(lockPath: string): void {
    this.#seen.delete(lockPath);
  }
}

export interface Judge {
  readonly machine: Machine;
  readonly observer: LockObserver;
  readonly isOwnToken: IsOwnToken;
}

/** How a lock stands and for how long it has not changed (ms). Nothing is altered. Throws system errors. */
export async function judgeLock(
  judge: Judge,
  lockPath: string,
): Promise<{ readonly standing: LockStanding; readonly unchanged: number }> {
  const { files } = judge.machine;
  const found = await readLock(files, lockPath);
  const modified = await modifiedAt(files, lockPath);
  if (found.kind === 'missing' || modified === undefined) return { standing: { kind: 'free' }, unchanged: 0 };
  if (found.kind === 'folder') return { standing: { kind: 'blocked' }, unchanged: 0 };
  const unchanged = judge.observer.unchangedFor(lockPath, stateOf(found, modified));
  const holder = holderOf(found);
  if (await hasEnded(judge, found)) return { standing: { kind: 'left', holder, certain: true }, unchanged };
  const isSilent =
    unchanged > STALE_AFTER || (await silence(judge.machine, lockPath, modified)) > STALE_AFTER;
  const standing: LockStanding = isSilent
    ? { kind: 'left', holder, certain: false }
    : { kind: 'held', holder };
  return { standing, unchanged };
}

function stateOf(found: FoundLock, modified: number): string {
  const content =
    found.kind === 'content' ? `${found.content.token} ${String(found.content.beat)}` : found.kind;
  return `${content} ${String(modified)}`;
}

async function modifiedAt(files: FileSystem, path: string): Promise<number | undefined> {
  return files.status(path).then(
    ({ modified }) => modified,
    (error: unknown) => {
      if (systemCode(error) === 'ENOENT') return undefined;
      throw error;
    },
  );
}

/**
 * A process number says something only on the PC that gave it, and two PCs may have one name (copied images, terminal servers):
 * the token must be known here as well.
 */
async function hasEnded({ machine, isOwnToken }: Judge, found: FoundLock): Promise<boolean> {
  if (found.kind !== 'content' || !isHere(machine, found.content)) return false;
  return !machine.host.isRunning(found.content.pid) && (await isOwnToken(found.content.token));
}

const isHere = ({ host }: Machine, content: LockContent): boolean => content.host === host.name;

/**
 * How long the owner has been silent (ms). Both times come from the file server, that of the lock and that of a file written
 * just now, so that clocks of PCs that differ do no harm.
 */
async function silence({ files, random }: Machine, lockPath: string, modified: number): Promise<number> {
  const probe = join(dirname(lockPath), `~${random(4)}.tmp`);
  try {
    const file = await files.open(probe, 'wx');
    await file.write(Buffer.from(' ')).finally(() => file.close());
    return (await files.status(probe)).modified - modified;
  } finally {
    await removeIfPresent(files, probe).catch(() => undefined);
  }
}
