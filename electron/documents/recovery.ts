import { dirname, join } from 'node:path';
import { applyToWorking, withoutBytes, type WorkingDocument } from '../../shared/assessment/document';
import { workingDocument } from '../../shared/assessment/working';
import type { DocumentNotice } from '../../shared/commands/documents';
import { Failure } from '../../shared/commands/failure';
import { DAMAGED } from '../files/faults';
import { exists, isFolder, makeFolder } from '../files/folder';
import {
  apartOf,
  journalFolders,
  noteApart,
  removeJournal,
  type JournalOwner,
} from '../files/journal/folder';
import { Journal } from '../files/journal/journal';
import {
  lastChange,
  missingFrom,
  readJournal,
  unconfirmed,
  type LeftJournal,
  type NumberedChange,
} from '../files/journal/left';
import { titleOf } from '../files/names';
import { retrying } from '../files/retry';
import type { DocumentStore } from '../store/contract';
import type { OpenedDocument } from '../database/contract';
import type { FileSystem } from '../machine/fileSystem';
import { placeNewFile } from './newFile';
import type { DocumentParts } from './parts';

/** What an opening finds of an earlier one that did not end well, and the journal to continue with. */
export interface Recovered {
  readonly document: WorkingDocument;
  readonly journal: Journal;
  /** Changes that are in the document and not in the file. */
  readonly missing: readonly NumberedChange[];
  readonly changed: number;
  readonly saved: number;
  readonly notices: readonly DocumentNotice[];
  /** To be called when the notices have been answered: journals that are no longer needed are removed. */
  readonly onSeen: () => Promise<void>;
}

type RecoveredText = Omit<Recovered, 'onSeen'>;

/** The file that is being opened, whose lock is held. */
export interface Opening {
  readonly opened: OpenedDocument;
  readonly store: DocumentStore;
  readonly owner: JournalOwner;
}

export interface RecoveryParts extends DocumentParts {
  /** The folder of all journals. */
  readonly root: string;
  /** Folders of journals that are being written. */
  readonly active: () => ReadonlySet<string>;
  /** Where a file of its own may be put when its folder is gone, best first. */
  readonly otherFolders: () => readonly string[];
}

/** Puts back what was typed before a crash and begins, or continues, the journal. Only for whoever holds the lock. */
export async function recover(parts: RecoveryParts, path: string, opening: Opening): Promise<Recovered> {
  const { opened } = opening;
  const { left, notices } = await journalsOf(parts, path, opened);
  const continued = left.find((journal) => (missingFrom(journal, opened.stamp.save) ?? []).length > 0);
  const others = left.filter((journal) => journal !== continued);
  const settled = await Promise.all(others.map((journal) => settle(parts, journal, opened.stamp.save)));
  const found = continued ? await resumed(parts, continued, opening) : await begun(parts, path, opening);
  const onSeen = async () => {
    for (const { done } of settled) await done();
  };
  const all = [...found.notices, ...settled.flatMap((one) => one.notices), ...notices];
  return { ...found, notices: all, onSeen };
}

/** Everything that journals know of a file that is gone or damaged, as a new file; its path. Undefined where there is none. */
export async function recoverApart(
  parts: RecoveryParts,
  path: string,
): Promise<{ readonly path: string; readonly onSeen: () => Promise<void> } | undefined> {
  const found = await leftJournals(parts);
  const journal = found.find((left) => left.path === path && left.changes.length > 0);
  if (!journal) return undefined;
  const apart = await writeApart(parts, journal);
  return { path: apart, onSeen: () => removeQuietly(parts, journal) };
}

/** Journals with changes that may be in no file. */
export async function recoverableJournals(parts: RecoveryParts): Promise<readonly LeftJournal[]> {
  return (await leftJournals(parts)).filter((left) => unconfirmed(left).length > 0);
}

/** Those that can be read now; the others are offered another time. */
async function leftJournals(parts: RecoveryParts): Promise<readonly LeftJournal[]> {
  const folders = await foldersOf(parts).catch(() => []);
  const found = await Promise.allSettled(folders.map((folder) => readPatiently(parts, folder)));
  return found.flatMap((one) =>
    one.status === 'fulfilled' && typeof one.value === 'object' ? [one.value] : [],
  );
}

async function foldersOf({ edges, root, active }: RecoveryParts): Promise<readonly string[]> {
  const folders = await journalFolders(edges.machine.files, root);
  return folders.filter((folder) => !active().has(folder));
}

function readPatiently({ edges }: RecoveryParts, folder: string): ReturnType<typeof readJournal> {
  const { clock, files } = edges.machine;
  return retrying(clock, () => readJournal(files, folder));
}

/** Without knowing what was typed before, nobody may edit: throws a `Failure` that says so. */
async function readAll(
  parts: RecoveryParts,
  path: string,
): Promise<readonly { readonly folder: string; readonly journal: LeftJournal | 'unreadable' | undefined }[]> {
  try {
    const folders = await foldersOf(parts);
    return await Promise.all(
      folders.map(async (folder) => ({ folder, journal: await readPatiently(parts, folder) })),
    );
  } catch {
    throw new Failure('journalUnavailable', { name: titleOf(path), folder: parts.root });
  }
}

/** The journals that belong to this file; those that cannot be read are put aside, and that is said. */
async function journalsOf(
  parts: RecoveryParts,
  path: string,
  opened: OpenedDocument,
): Promise<{ readonly left: readonly LeftJournal[]; readonly notices: readonly DocumentNotice[] }> {
  const left: LeftJournal[] = [];
  const notices: DocumentNotice[] = [];
  for (const { folder, journal } of await readAll(parts, path)) {
    if (journal === 'unreadable') notices.push(await putAside(parts, folder));
    else if (journal && (await belongsTo(parts, journal, path, opened))) left.push(journal);
  }
  return { left, notices };
}

/**
 * A journal belongs to the file of its path, and to a file that was renamed since: the document is the same, the file descends from the
 * journal, and nothing has the old name any more. A copy that lies elsewhere has no part in it.
 */
async function belongsTo(
  { edges }: RecoveryParts,
  journal: LeftJournal,
  path: string,
  { document, stamp }: OpenedDocument,
): Promise<boolean> {
  if (await isPathOf(edges.machine.files, journal, path)) return true;
  if (journal.documentId !== document.id || missingFrom(journal, stamp.save) === undefined) return false;
  return (
    !(await exists(edges.machine.files, journal.path)) && isFolder(edges.machine.files, dirname(journal.path))
  );
}

/** Its path may be spelled as a person typed it, where the disk could not be asked for its own spelling. */
async function isPathOf(files: FileSystem, journal: LeftJournal, path: string): Promise<boolean> {
  return journal.path === path || (await files.resolve(journal.path).catch(() => undefined)) === path;
}

/** The changes go into the document and stay in the journal until they are saved. */
async function resumed(
  { edges }: RecoveryParts,
  left: LeftJournal,
  { opened, owner }: Opening,
): Promise<RecoveredText> {
  const missing = missingFrom(left, opened.stamp.save) ?? [];
  const document = missing.reduce(
    (now, { change }) => applyToWorking(now, withoutBytes(change)),
    workingDocument(opened.document, opened.earlier),
  );
  const { machine } = edges;
  const journal = await Journal.resume(machine, left, owner).catch(() => Journal.absent(machine));
  const notices: DocumentNotice[] = [{ code: 'recovered', params: { count: missing.length } }];
  const saved = (missing[0]?.n ?? 1) - 1;
  return { document, journal, missing, changed: lastChange(left), saved, notices };
}

async function begun(
  { edges, root }: RecoveryParts,
  path: string,
  { opened: { document, earlier, stamp, mark }, store, owner }: Opening,
): Promise<RecoveredText> {
  const { machine } = edges;
  const write = (target: string) => store.writeTo(target, stamp);
  const base = { path, documentId: document.id, save: stamp.save, n: 0, mark, write };
  const journal = await Journal.begin(machine, root, base, owner).catch(() => Journal.absent(machine));
  const working = workingDocument(document, earlier);
  return { document: working, journal, missing: [], changed: 0, saved: 0, notices: [] };
}

/** A journal that is not continued: what may be in no file becomes a file of its own. */
async function settle(parts: RecoveryParts, journal: LeftJournal, save: string): Promise<Settled> {
  const done = () => removeQuietly(parts, journal);
  if (missingFrom(journal, save)?.length === 0 || unconfirmed(journal).length === 0)
    return { notices: [], done };
  try {
    const path = await writeApart(parts, journal);
    return { notices: [{ code: 'recoveredApart', params: { path } }], done };
  } catch (error) {
    const notice = isDamaged(error)
      ? await putAside(parts, journal.folder)
      : ({ code: 'recoveryWaits', params: { path: journal.folder } } as const);
    return { notices: [notice], done: () => Promise.resolve() };
  }
}

interface Settled {
  readonly notices: readonly DocumentNotice[];
  readonly done: () => Promise<void>;
}

/** What a disk refuses may be possible next time. */
function isDamaged(error: unknown): boolean {
  return error instanceof Failure && DAMAGED.includes(error.code);
}

async function removeQuietly({ edges }: RecoveryParts, { folder }: LeftJournal): Promise<void> {
  await removeJournal(edges.machine.files, folder).catch(() => undefined);
}

/** Once only, however often the person has to be told. */
async function writeApart(parts: RecoveryParts, journal: LeftJournal): Promise<string> {
  const { machine } = parts.edges;
  const present = await apartOf(machine.files, journal.folder);
  if (present !== undefined && (await exists(machine.files, present))) return present;
  const path = await copyApart(parts, journal);
  await noteApart(machine, journal.folder, path).catch(() => undefined);
  return path;
}

async function copyApart(parts: RecoveryParts, journal: LeftJournal): Promise<string> {
  const { store } = await parts.host.open(journal.base.path);
  try {
    const changes = journal.changes.filter(({ n }) => n > journal.base.n).map(({ change }) => change);
    await store.apply(changes);
    const title = `${titleOf(journal.path)}${APART}`;
    const folder = await folderFor(parts, dirname(journal.path));
    return await placeNewFile(parts, folder, title, (path, stamp) => store.writeTo(path, stamp)).catch(
      async () =>
        placeNewFile(parts, await lastFolder(parts), title, (path, stamp) => store.writeTo(path, stamp)),
    );
  } finally {
    await store.close();
  }
}

/** Part of a file name, the same in all languages. */
const APART = '（復元）';

/** A folder that is gone is not made anew: where a share is away, the new folder would be hidden when it returns. */
async function folderFor(parts: RecoveryParts, wanted: string): Promise<string> {
  for (const folder of [wanted, ...parts.otherFolders()])
    if (await isFolder(parts.edges.machine.files, folder)) return folder;
  return lastFolder(parts);
}

/** On this PC, beside the journals. */
async function lastFolder({ edges, root }: RecoveryParts): Promise<string> {
  const folder = join(dirname(root), 'recovered');
  await makeFolder(edges.machine.files, folder);
  return folder;
}

async function putAside({ edges }: RecoveryParts, folder: string): Promise<DocumentNotice> {
  const kept = `${folder}-${String(Math.round(edges.machine.clock.now()))}`;
  const isMoved = await edges.machine.files.rename(folder, kept).then(
    () => true,
    () => false,
  );
  return { code: 'unreadJournal', params: { path: isMoved ? kept : folder } };
}
