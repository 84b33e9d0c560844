import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { toCommandError } from '../../shared/commands/failure';
import type { CommandError } from '../../shared/commands/result';
import { BACKUP_FOLDER } from '../files/backups';
import { fileFailure } from '../files/faults';
import { EXTENSION } from '../files/names';

/** A `.hyoka` file, or a subfolder that cannot be read. `within`: the folders from the one asked about down to it. */
export type FoundDocument = FoundFile | (Place & { readonly kind: 'closed'; readonly error: CommandError });

interface FoundFile extends Place {
  readonly kind: 'file';
}

interface Place {
  readonly path: string;
  readonly within: readonly string[];
}

export interface SearchOptions {
  readonly subfolders: boolean;
  readonly signal?: AbortSignal;
  /** Called for each folder that is read. */
  readonly onFolder?: () => void;
}

/**
 * The documents of a folder as people count (2 before 10), then those of each folder below it. Temporary files of a save
 * and kept generations are none; links to folders are not followed. Throws a `Failure` where the folder cannot be read.
 */
export async function documentFiles(
  folder: string,
  looking: SearchOptions,
): Promise<readonly FoundDocument[]> {
  const entries = await entriesOf(folder);
  return searchFolder({ path: folder, within: [] }, entries, looking);
}

async function searchFolder(
  { path, within }: Place,
  entries: readonly Dirent[],
  looking: SearchOptions,
): Promise<readonly FoundDocument[]> {
  looking.signal?.throwIfAborted();
  looking.onFolder?.();
  const found: FoundDocument[] = namesOf(entries, isDocument).map((name) => ({
    kind: 'file',
    path: join(path, name),
    within,
  }));
  const folders = looking.subfolders ? namesOf(entries, isFolder) : [];
  for (const name of folders)
    found.push(...(await searchSubfolder({ path: join(path, name), within: [...within, name] }, looking)));
  return found;
}

/** A subfolder that this person may not read is reported, and the others are searched. */
async function searchSubfolder(place: Place, looking: SearchOptions): Promise<readonly FoundDocument[]> {
  const entries = await entriesOf(place.path).catch(toCommandError);
  return Array.isArray(entries)
    ? searchFolder(place, entries, looking)
    : [{ ...place, kind: 'closed', error: entries }];
}

function entriesOf(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw fileFailure(error, folder);
  });
}

const { compare } = new Intl.Collator('ja', { numeric: true });

function namesOf(entries: readonly Dirent[], wanted: (entry: Dirent) => boolean): readonly string[] {
  return entries
    .filter(wanted)
    .map(({ name }) => name)
    .sort(compare);
}

function isDocument({ name }: Dirent): boolean {
  return name.toLowerCase().endsWith(EXTENSION) && !name.startsWith('~');
}

function isFolder(entry: Dirent): boolean {
  return (
    entry.isDirectory() && !isDocument(entry) && entry.name !== BACKUP_FOLDER && !entry.name.startsWith('.')
  );
}
