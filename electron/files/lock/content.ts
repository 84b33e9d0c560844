import { z } from 'zod';
import type { Author } from '../../../shared/assessment/history';
import type { LockHolder } from '../../../shared/commands/documents';
import type { FileSystem } from '../../machine/fileSystem';
import type { Machine } from '../../machine/machine';
import { readText } from '../../machine/wholeFile';
import { systemCode } from '../faults';

/** What is written in a lock file; readable for people, too. */
const contentSchema = z.object({
  user: z.string(),
  department: z.string(),
  pc: z.string(),
  /** The PC by its own name, which the settings cannot change. */
  host: z.string(),
  pid: z.number().int(),
  since: z.number().int(),
  /** Random; distinguishes one opening from another. */
  token: z.string().min(1),
  /** Grows with every sign of life, so that a change can be seen where the server's clock shows none. */
  beat: z.number().int().default(0),
});

export type LockContent = z.output<typeof contentSchema>;

/** `folder`: something that is no file has the name of the lock. `unreadable`: emptied, or not written by this program. */
export type FoundLock =
  | { readonly kind: 'missing' }
  | { readonly kind: 'folder' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'content'; readonly content: LockContent };

/** Throws system errors other than those that say that there is no lock. */
export async function readLock(files: FileSystem, lockPath: string): Promise<FoundLock> {
  try {
    return parseLock(await readText(files, lockPath));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return { kind: 'missing' };
    if (await isNoFile(files, lockPath)) return { kind: 'folder' };
    throw error;
  }
}

export function parseLock(text: string): FoundLock {
  try {
    const content = contentSchema.safeParse(JSON.parse(text));
    return content.success ? { kind: 'content', content: content.data } : { kind: 'unreadable' };
  } catch {
    return { kind: 'unreadable' };
  }
}

export function lockText(content: LockContent): Uint8Array {
  return Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
}

export function newContent({ host, clock, random }: Machine, author: Author): LockContent {
  const { name, department, pc } = author;
  const owner = { host: host.name, pid: host.processId, since: Math.round(clock.now()) };
  return { user: name, department, pc, ...owner, token: random(16), beat: 0 };
}

export function holderOf(found: FoundLock): LockHolder | null {
  if (found.kind !== 'content') return null;
  const { user, department, pc, since } = found.content;
  return { user, department, pc, since };
}

async function isNoFile(files: FileSystem, path: string): Promise<boolean> {
  return files.status(path).then(
    ({ kind }) => kind !== 'file',
    () => false,
  );
}
