import { newId } from '../machine/newId';
import { lstat, realpath } from 'node:fs/promises';
import { homedir, hostname, userInfo } from 'node:os';
import { basename, extname, join, resolve } from 'node:path';
import type { HyokaDocument } from '../../shared/assessment/document';
import { Failure } from '../../shared/commands/failure';
import { realMachine } from '../machine/real';
import { saveTo } from '../documents/saveTo';
import { Backups } from '../files/backups';
import { LockObserver } from '../files/lock/judgement';
import { inProcessStoreHost } from '../store/inProcess';
import { fileFailure, systemCode } from '../files/faults';
import { makeFolder } from '../files/folder';
import { EXTENSION } from '../files/names';
import { asOutput, writeOutputFile } from '../files/output';
import { WrongUsage } from './verb';

/** Writes a `.hyoka` file by the same rules as the application: what stands there becomes a generation, locks count. */
export async function writeDocument(path: string, document: HyokaDocument): Promise<void> {
  if (extname(path).toLowerCase() !== EXTENSION) throw new WrongUsage();
  const machine = realMachine;
  const edges = { newId, program: PROGRAM, machine, author };
  const backups = new Backups(machine, join(homedir(), '.hyokasho-kobo', 'backups'));
  const isOwnToken = () => Promise.resolve(false);
  const judge = { machine, observer: new LockObserver(machine.clock), isOwnToken };
  const parts = { edges, backups, judge, host: await inProcessStoreHost() };
  await saveTo(parts, document, resolve(path)).catch((error: unknown) => {
    throw asOutput(error);
  });
}

export async function writeOutput(path: string, bytes: Uint8Array): Promise<void> {
  await writeOutputFile(realMachine, resolve(path), bytes);
}

/** Throws a `Failure` where the output would take the place of a file that it is made from. */
export async function assertNotSource(output: string, ...sources: readonly string[]): Promise<void> {
  const real = (path: string) => realpath(path).catch(() => resolve(path));
  const target = await real(output);
  for (const source of sources)
    if ((await real(source)) === target) throw new Failure('outputIsSource', { name: basename(output) });
}

/** Throws a `Failure` where a file of this name is there already and nobody said that it may be replaced. */
export async function assertMayWrite(output: string, overwrite: boolean): Promise<void> {
  if (!overwrite && (await exists(output))) throw new Failure('outputExists', { name: basename(output) });
}

/** Something of this name, also a link that leads nowhere. */
export function exists(path: string): Promise<boolean> {
  return lstat(resolve(path)).then(
    () => true,
    () => false,
  );
}

/** The folder, made with those above it where they are missing. Throws a `Failure`. */
export async function ensureFolder(path: string): Promise<string> {
  const folder = resolve(path);
  await makeFolder(realMachine.files, folder).catch((error: unknown) => {
    throw notAFolder(error)
      ? new Failure('outputNoFolder', { name: basename(folder) })
      : fileFailure(error, folder);
  });
  return folder;
}

/** A file stands where the folder should be, or one above it. */
function notAFolder(error: unknown): boolean {
  return ['EEXIST', 'ENOTDIR'].includes(systemCode(error) ?? '');
}

/** Written into the files it makes. */
const PROGRAM = 'cli';

/** Who runs the command. */
export function author() {
  return { name: userInfo().username, department: '', pc: hostname() };
}
