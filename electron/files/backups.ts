import { basename, dirname, join } from 'node:path';
import type { Backup } from '../../shared/commands/documents';
import type { FileSystem } from '../machine/fileSystem';
import type { Machine } from '../machine/machine';
import { copyFlushed, removeIfPresent } from '../machine/wholeFile';
import { isSameMark, readMark } from './mark';
import { makeFolder, makeOneFolder } from './folder';
import { digestOf, EXTENSION, titleOf } from './names';
import { expired } from './retention';

export type BackupPlace = 'beside' | 'elsewhere';

/** A backup that was made right before its document is replaced. */
export interface KeptBackup {
  readonly place: BackupPlace;
  /** Removes it again, should the document not be replaced after all. */
  readonly withdraw: () => Promise<void>;
}

/**
 * Backups of documents. They are ordinary `.hyoka` files in a folder that everyone can see beside the document,
 * `控え/<name of the document>/2026-04-01_103205.hyoka`, so that they can be found and opened without this
 * program's menu and by the colleague who has the same shared folder. Where that folder cannot be written they
 * are kept on this PC, under `elsewhere`.
 */
export class Backups {
  constructor(
    private readonly machine: Machine,
    private readonly elsewhere: string,
  ) {}

  /**
   * Keeps the file as it is, to be called right before another one takes its name: where the disk allows it the file only gets a
   * second name, which nothing has to be written for. Lets expired backups go. Throws system errors.
   */
  async keepReplaced(path: string): Promise<KeptBackup> {
    return this.keep(path, linkOrCopy);
  }

  /** Keeps a copy of a file that stays: whoever writes into that file does not write into the backup. Throws system errors. */
  async keepCopy(path: string): Promise<KeptBackup> {
    return this.keep(path, copyDurably);
  }

  private async keep(path: string, way: Keeping): Promise<KeptBackup> {
    try {
      return await keepIn(this.machine, { source: path, folder: folderBeside(path), way, place: 'beside' });
    } catch {
      const folder = this.folderElsewhere(path);
      return keepIn(this.machine, { source: path, folder, way: copyDurably, place: 'elsewhere' });
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

/** Makes `target`, a name that is free, out of `source`. */
type Keeping = (machine: Machine, source: string, target: string) => Promise<void>;

interface Order {
  readonly source: string;
  readonly folder: string;
  readonly way: Keeping;
  readonly place: BackupPlace;
}

async function keepIn(machine: Machine, { source, folder, way, place }: Order): Promise<KeptBackup> {
  const { files, clock } = machine;
  await makeBackupFolder(files, folder, place);
  const present = await generationsIn(files, folder, BESIDE);
  if (await isNewest(files, folder, present, source)) return { place, withdraw: () => Promise.resolve() };
  const target = join(folder, freeName(present, clock.now()));
  await way(machine, source, target);
  await files.flushFolder(folder).catch(() => undefined);
  for (const { id } of expired(present, clock.now())) await removeIfPresent(files, join(folder, id.slice(1)));
  return { place, withdraw: () => removeIfPresent(files, target) };
}

/** Beside a document only the two folders of backups are made: where its own folder is gone, a share is away. */
async function makeBackupFolder(files: FileSystem, folder: string, place: BackupPlace): Promise<void> {
  if (place === 'elsewhere') return makeFolder(files, folder);
  await makeOneFolder(files, dirname(folder));
  await makeOneFolder(files, folder);
}

const linkOrCopy: Keeping = (machine, source, target) =>
  machine.files.link(source, target).catch(() => copyDurably(machine, source, target));

const copyDurably: Keeping = async ({ files }, source, target) => {
  const temporary = join(dirname(target), `~${basename(target)}.tmp`);
  await removeIfPresent(files, temporary);
  try {
    await copyFlushed(files, source, temporary);
    await files.rename(temporary, target);
  } catch (error) {
    await removeIfPresent(files, temporary).catch(() => undefined);
    throw error;
  }
};

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

/** Opening and closing without a change makes no backup. */
async function isNewest(
  files: FileSystem,
  folder: string,
  present: readonly Backup[],
  source: string,
): Promise<boolean> {
  const newest = [...present].sort((a, b) => b.at - a.at)[0];
  if (!newest) return false;
  const marks = await Promise.all([
    readMark(files, join(folder, newest.id.slice(1))),
    readMark(files, source),
  ]);
  return isSameMark(marks[0], marks[1]);
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
