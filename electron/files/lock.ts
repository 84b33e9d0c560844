import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Author } from '../../shared/assessment/history';
import type { LockHolder } from '../../shared/commands/documents';
import { systemCode } from './faults';
import type { FileSystem } from '../machine/fileSystem';
import type { Cancel, Host, Machine } from '../machine/machine';
import { readText, removeIfPresent } from '../machine/wholeFile';
import { lockPathOf, temporaryPrefix } from './names';

/** How often the owner shows that it is still there, and after what silence a lock counts as left behind (ms). */
export const HEARTBEAT = 20_000;
export const STALE_AFTER = 120_000;

/** What stands in a lock file; readable for people, too. */
const contentSchema = z.object({
  user: z.string(),
  department: z.string(),
  pc: z.string(),
  /** The PC by its own name, which the settings cannot change. */
  host: z.string(),
  pid: z.number().int(),
  since: z.number().int(),
  /** Random; tells one opening from another. */
  token: z.string(),
});

type LockContent = z.output<typeof contentSchema>;

/**
 * `ours`: this opening holds the document now. `held`: someone else does. `left`: a lock stands there whose owner
 * is gone; `certain` where that program ran on this PC and has ended, else it is judged by its silence.
 */
export type LockResult =
  | { readonly kind: 'ours'; readonly lock: DocumentLock }
  | { readonly kind: 'held'; readonly holder: LockHolder | null }
  | { readonly kind: 'left'; readonly holder: LockHolder | null; readonly certain: boolean };

/** Takes the lock of a document if it is free. Throws system errors (a folder that cannot be written). */
export async function acquireLock(machine: Machine, path: string, author: Author): Promise<LockResult> {
  const lockPath = lockPathOf(path);
  const content = contentFor(machine, author);
  try {
    await writeText(machine.files, lockPath, textOf(content), 'wx');
    return { kind: 'ours', lock: new DocumentLock(machine, lockPath, content) };
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return judge(machine, lockPath);
    throw error;
  }
}

/** How the lock of a document stands, without touching it. Throws system errors. */
export async function lookAtLock(machine: Machine, path: string): Promise<LockStanding> {
  const lockPath = lockPathOf(path);
  const found = await readLock(machine.files, lockPath);
  if (found.kind === 'gone') return { kind: 'free' };
  return judge(machine, lockPath);
}

/** `free`: nobody has the document. */
export type LockStanding = { readonly kind: 'free' } | Exclude<LockResult, { readonly kind: 'ours' }>;

/** Takes the lock whoever has it. Of two that do so at once, the later one has it; the other finds out by `state`. */
export async function takeLock(machine: Machine, path: string, author: Author): Promise<DocumentLock> {
  const lockPath = lockPathOf(path);
  const content = contentFor(machine, author);
  const temporary = join(dirname(path), `${temporaryPrefix(path)}${content.token.slice(0, 8)}.tmp`);
  await writeText(machine.files, temporary, textOf(content), 'w');
  await machine.files.rename(temporary, lockPath);
  return new DocumentLock(machine, lockPath, content);
}

/** A lock that this opening holds, until it gives it back or another one takes it over. */
export class DocumentLock {
  readonly #stopBeat: Cancel;

  constructor(
    private readonly machine: Machine,
    private readonly path: string,
    private readonly content: LockContent,
  ) {
    this.#stopBeat = machine.clock.every(HEARTBEAT, () => void this.beat());
  }

  /** Whether it is still ours. A lock file that someone deleted is put back. */
  async state(): Promise<
    { readonly kind: 'ours' } | { readonly kind: 'lost'; readonly holder: LockHolder | null }
  > {
    const found = await readLock(this.machine.files, this.path);
    if (found.kind === 'content' && found.content.token === this.content.token) return { kind: 'ours' };
    if (found.kind !== 'gone') return { kind: 'lost', holder: holderOf(found) };
    await writeText(this.machine.files, this.path, textOf(this.content), 'wx');
    return { kind: 'ours' };
  }

  /** Gives the lock back; one that another opening has taken over meanwhile stays. */
  async release(): Promise<void> {
    this.#stopBeat();
    const found = await readLock(this.machine.files, this.path).catch(() => undefined);
    if (found?.kind === 'content' && found.content.token === this.content.token)
      await removeIfPresent(this.machine.files, this.path);
  }

  private async beat(): Promise<void> {
    const state = await this.state().catch(() => undefined);
    // Silence of a network is not an error here: the next save will say so.
    if (state?.kind === 'ours')
      await writeInPlace(this.machine.files, this.path, textOf(this.content)).catch(() => undefined);
  }
}

/** Moves the time of the file, as the file server sees it. Never shortens it, so that a reader sees it whole. */
async function writeInPlace(files: FileSystem, path: string, text: string): Promise<void> {
  const file = await files.open(path, 'r+');
  await file.write(Buffer.from(text), 0).finally(() => file.close());
}

async function writeText(files: FileSystem, path: string, text: string, mode: 'w' | 'wx'): Promise<void> {
  const file = await files.open(path, mode);
  await file.write(Buffer.from(text)).finally(() => file.close());
}

type FoundLock =
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'content'; readonly content: LockContent };

async function readLock(files: FileSystem, lockPath: string): Promise<FoundLock> {
  try {
    const content = contentSchema.safeParse(JSON.parse(await readText(files, lockPath)));
    return content.success ? { kind: 'content', content: content.data } : { kind: 'unreadable' };
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return { kind: 'gone' };
    if (error instanceof SyntaxError) return { kind: 'unreadable' };
    throw error;
  }
}

async function judge(
  { files, host, random }: Machine,
  lockPath: string,
): Promise<Exclude<LockResult, { readonly kind: 'ours' }>> {
  const found = await readLock(files, lockPath);
  const holder = holderOf(found);
  if (found.kind === 'content' && isHere(host, found.content) && !host.isRunning(found.content.pid))
    return { kind: 'left', holder, certain: true };
  return (await silence(files, lockPath, random(4))) > STALE_AFTER
    ? { kind: 'left', holder, certain: false }
    : { kind: 'held', holder };
}

function holderOf(found: FoundLock): LockHolder | null {
  if (found.kind !== 'content') return null;
  const { user, department, pc, since } = found.content;
  return { user, department, pc, since };
}

/**
 * How long the owner has been silent (ms). Both times come from the file server: that of the lock, and that of a
 * file written just now, so that clocks of PCs that differ do no harm.
 */
async function silence(files: FileSystem, lockPath: string, name: string): Promise<number> {
  const probe = join(dirname(lockPath), `~${name}.tmp`);
  try {
    await writeText(files, probe, '', 'w');
    const [now, beat] = await Promise.all([files.status(probe), files.status(lockPath)]);
    return now.modified - beat.modified;
  } finally {
    await removeIfPresent(files, probe);
  }
}

function contentFor({ host, clock, random }: Machine, author: Author): LockContent {
  const { name, department, pc } = author;
  return {
    user: name,
    department,
    pc,
    host: host.name,
    pid: host.processId,
    since: clock.now(),
    token: random(16),
  };
}

function textOf(content: LockContent): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** Only of programs on this PC the number of a process says anything. */
const isHere = (host: Host, content: LockContent): boolean => content.host === host.name;
