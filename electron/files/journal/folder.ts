import { join } from 'node:path';
import { z } from 'zod';
import type { FileSystem } from '../../machine/fileSystem';
import type { Machine } from '../../machine/machine';
import { readText, removeTree } from '../../machine/wholeFile';
import { writeAtomically } from '../atomicWrite';
import { systemCode } from '../faults';
import { flushNames, makeFolder } from '../folder';

/*
 * Files of one journal: `base-<g>.hyoka`, `changes-<g>.log` (the highest g counts), `<hash>.bin` for attached bytes, `owner.json`.
 * The folder's name is random; journals of older versions have a digest of the path there.
 */
const FOLDER = /^[0-9a-f]{16}$/;
const LIST = /^changes-(\d+)\.log$/;
const OF_GENERATION = /^(?:changes|base)-(\d+)\.(?:log|hyoka)$/;

export const listName = (generation: number): string => `changes-${String(generation)}.log`;
export const baseName = (generation: number): string => `base-${String(generation)}.hyoka`;
export const bytesName = (hash: string): string => `${hash}.bin`;

/** The folder of a journal that begins, made with those above it so that a power cut keeps them. Throws system errors. */
export async function newJournalFolder({ files, random }: Machine, root: string): Promise<string> {
  await makeFolder(files, root);
  const folder = join(root, random(8));
  await files.makeFolder(folder);
  await flushNames(files, root);
  return folder;
}

/** All journals on this PC. Throws system errors, but not for a folder that was never made. */
export async function journalFolders(files: FileSystem, root: string): Promise<readonly string[]> {
  const names = await files.list(root).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => FOLDER.test(name)).map((name) => join(root, name));
}

export async function generationsIn(files: FileSystem, folder: string): Promise<readonly number[]> {
  const names = await files.list(folder);
  return names.flatMap((name) => LIST.exec(name)?.[1] ?? []).map(Number);
}

/** Attached bytes stay until the journal is removed: a line that names them may be on its way. */
export async function removeOlderGenerations(
  files: FileSystem,
  folder: string,
  current: number,
): Promise<void> {
  for (const name of await files.list(folder)) {
    const generation = OF_GENERATION.exec(name)?.[1];
    if (generation !== undefined && Number(generation) < current) await files.remove(join(folder, name));
  }
}

/** Removes a journal in one step, so that a crash never leaves a part of it that looks damaged. */
export async function removeJournal(files: FileSystem, folder: string): Promise<void> {
  const removed = `${folder}.removed`;
  await files.rename(folder, removed);
  await removeTree(files, removed);
}

/** Removes what a crash left of journals that were removed. */
export async function removeLeftovers(files: FileSystem, root: string): Promise<void> {
  const names = await files.list(root).catch(() => []);
  for (const name of names.filter((other) => other.endsWith('.removed')))
    await removeTree(files, join(root, name));
}

const APART = 'apart.json';

/** Notes that the changes of a journal are in a file of its own now, until a person was told of it. */
export async function noteApart(machine: Machine, folder: string, path: string): Promise<void> {
  await writeAtomically(machine, join(folder, APART), Buffer.from(JSON.stringify({ path })));
}

/** The file that the changes of a journal were written to. */
export async function apartOf(files: FileSystem, folder: string): Promise<string | undefined> {
  try {
    return apartSchema.parse(JSON.parse(await readText(files, join(folder, APART)))).path;
  } catch {
    return undefined;
  }
}

const apartSchema = z.object({ path: z.string() });

const ownerSchema = z.object({ token: z.string(), processId: z.number().int() });

/** The opening that writes a journal. */
export type JournalOwner = z.output<typeof ownerSchema>;

const OWNER = 'owner.json';

export async function writeOwner(machine: Machine, folder: string, owner: JournalOwner): Promise<void> {
  await writeAtomically(machine, join(folder, OWNER), Buffer.from(JSON.stringify(owner)));
}

export async function readOwner(files: FileSystem, folder: string): Promise<JournalOwner | undefined> {
  try {
    return ownerSchema.parse(JSON.parse(await readText(files, join(folder, OWNER))));
  } catch {
    return undefined;
  }
}

/** Whether a lock with this token was taken by this program on this PC. */
export async function isTokenOfThisPc(files: FileSystem, root: string, token: string): Promise<boolean> {
  for (const folder of await journalFolders(files, root))
    if ((await readOwner(files, folder))?.token === token) return true;
  return false;
}
