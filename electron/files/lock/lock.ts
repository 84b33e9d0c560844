import { dirname, join } from 'node:path';
import type { Author } from '../../../shared/assessment/history';
import type { LockHolder } from '../../../shared/commands/documents';
import type { Cancel, Machine } from '../../machine/machine';
import { removeIfPresent } from '../../machine/wholeFile';
import { systemCode } from '../faults';
import { digestOf, lockPathOf, temporaryPrefix } from '../names';
import { retrying } from '../retry';
import { holderOf, newContent, readLock, type FoundLock, type LockContent } from './content';
import { beatInPlace, createLockFile, removeLockFile, replaceLockFile } from './files';
import { CONFIRM_AFTER, HEARTBEAT, judgeLock, type Judge, type LockStanding } from './judgement';

export type LockResult = { readonly kind: 'ours'; readonly lock: DocumentLock } | TakenStanding;

export type TakenStanding = Exclude<LockStanding, { readonly kind: 'free' }>;

/** How a lock stands that this program holds. `missing`: somebody removed it, or the folder is away. */
export type OwnStanding =
  | { readonly kind: 'ours' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'lost'; readonly holder: LockHolder | null };

/** Takes the lock of a document if it is free. Throws system errors (a folder that cannot be written). */
export async function acquireLock(judge: Judge, path: string, author: Author): Promise<LockResult> {
  const lockPath = lockPathOf(path);
  const content = newContent(judge.machine, author);
  // A lock that is removed between two looks is tried for again; somebody else may be as quick each time.
  for (let tries = 0; tries < 3; tries++) {
    if (await created(judge.machine, lockPath, content)) return owned(judge, path, content);
    const { standing } = await judgeLock(judge, lockPath);
    if (standing.kind !== 'free') return standing;
  }
  return { kind: 'held', holder: null };
}

/** How the lock of a document stands, without touching it. Throws system errors. */
export async function lookAtLock(judge: Judge, path: string): Promise<LockStanding> {
  return (await judgeLock(judge, lockPathOf(path))).standing;
}

/**
 * Takes over a lock that was left behind. Its owner may only be asleep: the file that owner may be about to rename into place is
 * removed first, so that a save which was interrupted cannot end after this. Answers how the lock stands where it is held after
 * all. Of two that take over at once the later one has it; the other finds out by `standing`. Throws system errors.
 */
export async function claimLock(judge: Judge, path: string, author: Author): Promise<LockResult> {
  const lockPath = lockPathOf(path);
  const standing = await confirmed(judge, lockPath);
  if (standing.kind === 'free') return acquireLock(judge, path, author);
  if (standing.kind !== 'left') return standing;
  const left = await readLock(judge.machine.files, lockPath);
  const content = newContent(judge.machine, author);
  await replaceLockFile(judge.machine, lockPath, content);
  if (left.kind === 'content') await removeFenced(judge.machine, path, left.content.token);
  return owned(judge, path, content);
}

/** The temporary file that the holder of this token renames into place. */
export function temporaryOf(path: string, token: string): string {
  return join(dirname(path), `${temporaryPrefix(path)}${temporaryEnding(token)}`);
}

const temporaryEnding = (token: string): string => `${digestOf(token)}.tmp`;

/** Waits until the silence is confirmed by the clock of this PC; what is certain needs no confirmation. */
async function confirmed(judge: Judge, lockPath: string): Promise<LockStanding> {
  const first = await judgeLock(judge, lockPath);
  if (first.standing.kind !== 'left' || first.standing.certain) return first.standing;
  // Timers may end a little early.
  if (first.unchanged < CONFIRM_AFTER) await judge.machine.clock.sleep(CONFIRM_AFTER - first.unchanged + 50);
  const second = await judgeLock(judge, lockPath);
  return second.unchanged >= CONFIRM_AFTER ? second.standing : stillHeld(second.standing);
}

function stillHeld(standing: LockStanding): LockStanding {
  return standing.kind === 'left' ? { kind: 'held', holder: standing.holder } : standing;
}

/** By its name, since the list of a folder on a share may be some seconds old, and by the list, should the path be spelled otherwise. */
async function removeFenced({ files, clock }: Machine, path: string, token: string): Promise<void> {
  await retrying(clock, () => removeIfPresent(files, temporaryOf(path, token)));
  const folder = dirname(path);
  const names = await files.list(folder).catch(() => []);
  for (const name of names.filter((other) => other.endsWith(temporaryEnding(token))))
    await retrying(clock, () => removeIfPresent(files, join(folder, name)));
}

async function created(machine: Machine, lockPath: string, content: LockContent): Promise<boolean> {
  try {
    await createLockFile(machine, lockPath, content);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    // Windows answers so for a folder of that name.
    if ((await readLock(machine.files, lockPath).catch(() => undefined))?.kind === 'folder') return false;
    throw error;
  }
}

/** Of two that wrote at once only one is there in the end. */
async function owned(judge: Judge, path: string, content: LockContent): Promise<LockResult> {
  const lockPath = lockPathOf(path);
  const found = await readLock(judge.machine.files, lockPath);
  if (isOurs(found, content)) return { kind: 'ours', lock: new DocumentLock(judge.machine, path, content) };
  return { kind: 'held', holder: holderOf(found) };
}

function isOurs(found: FoundLock, { token }: LockContent): boolean {
  return found.kind === 'content' && found.content.token === token;
}

/** A lock that this opening holds, until it releases it or another one takes it over. */
export class DocumentLock {
  readonly #stopHeartbeat: Cancel;
  readonly #lockPath: string;
  #content: LockContent;
  #beating: Promise<void> | undefined;
  #released = false;

  constructor(
    private readonly machine: Machine,
    private readonly path: string,
    content: LockContent,
  ) {
    this.#content = content;
    this.#lockPath = lockPathOf(path);
    this.#stopHeartbeat = machine.clock.every(HEARTBEAT, () => this.startBeat());
  }

  get token(): string {
    return this.#content.token;
  }

  /** Where a save is written before it is renamed into place. Whoever takes the lock over removes it. */
  get temporary(): string {
    return temporaryOf(this.path, this.token);
  }

  /** Throws system errors. */
  async standing(): Promise<OwnStanding> {
    const found = await this.readSettled();
    if (isOurs(found, this.#content)) return { kind: 'ours' };
    if (found.kind === 'missing') return { kind: 'missing' };
    return found.kind === 'unreadable' ? this.rewritten() : { kind: 'lost', holder: holderOf(found) };
  }

  /** Puts back a lock that somebody removed. Throws system errors. */
  async restore(): Promise<OwnStanding> {
    await createLockFile(this.machine, this.#lockPath, this.#content).catch((error: unknown) => {
      if (systemCode(error) !== 'EEXIST') throw error;
    });
    return this.standing();
  }

  /** Gives the lock back; one that another opening has taken over meanwhile stays. */
  async release(): Promise<void> {
    if (this.#released) return;
    this.#released = true;
    this.#stopHeartbeat();
    await this.#beating;
    const found = await readLock(this.machine.files, this.#lockPath).catch(() => undefined);
    if (found && isOurs(found, this.#content)) await removeLockFile(this.machine, this.#lockPath, this.token);
  }

  /** An unreadable lock may be one that somebody is just writing. */
  private async readSettled(): Promise<FoundLock> {
    const { files, clock } = this.machine;
    const found = await readLock(files, this.#lockPath);
    if (found.kind !== 'unreadable') return found;
    await clock.sleep(1_000);
    return readLock(files, this.#lockPath);
  }

  /** Nobody stands in it: a crash of the server emptied our own. */
  private async rewritten(): Promise<OwnStanding> {
    await replaceLockFile(this.machine, this.#lockPath, this.#content);
    const found = await readLock(this.machine.files, this.#lockPath);
    if (isOurs(found, this.#content)) return { kind: 'ours' };
    return found.kind === 'missing' ? { kind: 'missing' } : { kind: 'lost', holder: holderOf(found) };
  }

  /** On a slow share one sign of life is finished before the next begins. */
  private startBeat(): void {
    this.#beating ??= this.beat().finally(() => (this.#beating = undefined));
  }

  /** Silence of a network is not an error here: the next save will say so. */
  private async beat(): Promise<void> {
    const next = { ...this.#content, beat: this.#content.beat + 1 };
    const isWritten = await beatInPlace(this.machine.files, this.#lockPath, next).catch(() => false);
    if (isWritten) this.#content = next;
  }
}
