import { basename, dirname, join } from 'node:path';
import type { Backup } from '../../shared/commands/documents';
import type { FileSystem } from '../machine/fileSystem';
import type { Machine } from '../machine/machine';
import { readWhole, removeIfPresent } from '../machine/wholeFile';
import { makeFolder } from './folder';
import { writeAtomically } from './atomicWrite';
import { digestOf, EXTENSION, titleOf } from './names';
import { expired } from './retention';

/**
 * Generations of documents. They are ordinary `.hyoka` files in a folder that everyone can see beside the document,
 * `控え/<name of the document>/2026-04-01_103205.hyoka`, so that they can be found and opened without this
 * program's menu and by the colleague who has the same shared folder. Where that folder cannot be written they
 * are kept on this PC, under `elsewhere`.
 */
export class Backups {
  constructor(
    private readonly machine: Machine,
    private readonly elsewhere: string,
  ) {}

  /** Keeps the bytes as a generation and lets expired ones go. Answers where, `elsewhere` for on this PC. */
  async keep(path: string, bytes: Uint8Array, now: number): Promise<'beside' | 'elsewhere'> {
    try {
      await keepIn(this.machine, folderBeside(path), bytes, now);
      return 'beside';
    } catch {
      await keepIn(this.machine, this.folderElsewhere(path), bytes, now);
      return 'elsewhere';
    }
  }

  /** All generations of the document, newest first. */
  async list(path: string): Promise<readonly Backup[]> {
    const found = await Promise.all([
      generationsIn(this.machine.files, folderBeside(path), BESIDE),
      generationsIn(this.machine.files, this.folderElsewhere(path), ELSEWHERE),
    ]);
    return found.flat().sort((a, b) => b.at - a.at);
  }

  /** Path of a generation; undefined where the document has none of that id. */
  async pathOf(path: string, id: string): Promise<string | undefined> {
    if (!(await this.list(path)).some((generation) => generation.id === id)) return undefined;
    const folder = id.startsWith(BESIDE) ? folderBeside(path) : this.folderElsewhere(path);
    return join(folder, id.slice(1));
  }

  private folderElsewhere(path: string): string {
    return join(this.elsewhere, digestOf(path));
  }
}

/** The folder of the generations. Its name is part of the files, not of the screen: it is the same in all languages. */
export const BACKUP_FOLDER = '控え';

/** A name under which a generation may become a document again: beside the document it was kept of. */
export function restoredPath(generation: string): string {
  const folder = dirname(generation);
  const isBeside = basename(dirname(folder)) === BACKUP_FOLDER;
  const title = isBeside ? `${basename(folder)} ` : '';
  return join(isBeside ? dirname(dirname(folder)) : folder, `${title}${basename(generation)}`);
}

/** First letter of an id. */
const BESIDE = '+';
const ELSEWHERE = '-';

function folderBeside(path: string): string {
  return join(dirname(path), BACKUP_FOLDER, titleOf(path));
}

async function keepIn(machine: Machine, folder: string, bytes: Uint8Array, now: number): Promise<void> {
  const { files } = machine;
  await makeFolder(files, folder);
  const present = await generationsIn(files, folder, BESIDE);
  if (!(await isNewest(files, folder, present, bytes)))
    await writeAtomically(machine, join(folder, freeName(present, now)), bytes);
  for (const { id } of expired(present, now)) await removeIfPresent(files, join(folder, id.slice(1)));
}

async function generationsIn(files: FileSystem, folder: string, place: string): Promise<readonly Backup[]> {
  const names = await files.list(folder).catch(() => []);
  const found = await Promise.all(names.map((name) => generation(files, folder, name, place)));
  return found.flat();
}

async function generation(
  files: FileSystem,
  folder: string,
  name: string,
  place: string,
): Promise<readonly Backup[]> {
  const at = timeOf(name);
  const file = at === undefined ? undefined : await files.status(join(folder, name)).catch(() => undefined);
  return at === undefined || !file ? [] : [{ id: place + name, at, size: file.size }];
}

/** Opening and closing without a change makes no generation. */
async function isNewest(
  files: FileSystem,
  folder: string,
  present: readonly Backup[],
  bytes: Uint8Array,
): Promise<boolean> {
  const newest = [...present].sort((a, b) => b.at - a.at)[0];
  if (newest?.size !== bytes.length) return false;
  return Buffer.compare(await readWhole(files, join(folder, newest.id.slice(1))), bytes) === 0;
}

function freeName(present: readonly Backup[], now: number): string {
  const taken = new Set(present.map(({ id }) => id.slice(1)));
  let at = now;
  while (taken.has(nameOf(at))) at += 1_000;
  return nameOf(at);
}

const PATTERN = /^(\d{4})-(\d\d)-(\d\d)_(\d\d)(\d\d)(\d\d)\.hyoka$/;

/** In the time of this PC, as people read it. */
function nameOf(at: number): string {
  const date = new Date(at);
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(twoDigits).join('-');
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join('');
  return `${day}_${time}${EXTENSION}`;
}

function timeOf(name: string): number | undefined {
  const [year, month, day, hour, minute, second] = (PATTERN.exec(name)?.slice(1) ?? []).map(Number);
  if (year === undefined || month === undefined) return undefined;
  return new Date(year, month - 1, day, hour, minute, second).getTime();
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
