import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { DocumentChange } from '../../../shared/assessment/document';
import type { FileSystem } from '../../machine/fileSystem';
import { readText, readWhole } from '../../machine/wholeFile';
import { systemCode } from '../faults';
import { baseName, bytesName, generationsIn, listName, readOwner, type JournalOwner } from './folder';
import { decodeLines, type JournalLine } from './lines';

export interface NumberedChange {
  readonly n: number;
  readonly change: DocumentChange;
}

/** What a journal contains that an earlier opening left behind. */
export interface LeftJournal {
  readonly folder: string;
  readonly generation: number;
  /** Bytes of its whole lines. */
  readonly size: number;
  /** Of the document, as it was named then. */
  readonly path: string;
  /** Undefined in journals of older versions. */
  readonly documentId: string | undefined;
  /** The document when this journal began; holds all changes up to `n`. The file may be missing where the disk was full. */
  readonly base: { readonly path: string; readonly save: string; readonly n: number };
  readonly changes: readonly NumberedChange[];
  readonly saves: readonly { readonly save: string; readonly n: number }[];
  /** The latest change that is certainly in the file. */
  readonly confirmed: number;
  /** When the last change was made (ms since 1970). */
  readonly at: number;
  readonly owner: JournalOwner | undefined;
}

/**
 * Reads a journal; undefined where there is none, `unreadable` where all of it was read and cannot be understood. Throws the
 * error of the system where the disk refuses: that says nothing of the journal.
 */
export async function readJournal(
  files: FileSystem,
  folder: string,
): Promise<LeftJournal | 'unreadable' | undefined> {
  const generations = await generationsIn(files, folder);
  if (generations.length === 0) return undefined;
  try {
    return await readGeneration(files, folder, Math.max(...generations));
  } catch (error) {
    if (![undefined, 'ENOENT'].includes(systemCode(error))) throw error;
    return 'unreadable';
  }
}

/** The changes that the file with this stamp does not hold; undefined where the file does not descend from this journal. */
export function missingFrom(
  { base, changes, saves }: LeftJournal,
  save: string,
): LeftJournal['changes'] | undefined {
  const held = save === base.save ? base.n : saves.findLast((line) => line.save === save)?.n;
  return held === undefined ? undefined : changes.filter(({ n }) => n > held);
}

/** The changes that may be in no file. */
export function unconfirmed({ changes, confirmed }: LeftJournal): LeftJournal['changes'] {
  return changes.filter(({ n }) => n > confirmed);
}

/** The number of the latest change that any line names. */
export function lastChange({ base, changes, saves }: LeftJournal): number {
  return Math.max(base.n, changes.at(-1)?.n ?? 0, ...saves.map(({ n }) => n));
}

async function readGeneration(files: FileSystem, folder: string, generation: number): Promise<LeftJournal> {
  const { lines, size } = decodeLines(await readText(files, join(folder, listName(generation))));
  const [first] = lines;
  if (first?.kind !== 'open') throw new Error('a journal begins with the line that says what it belongs to');
  // An attachment takes longer to keep than the edits after it.
  const made = lines.flatMap(changesIn).sort((a, b) => a.n - b.n);
  return {
    folder,
    generation,
    size,
    path: first.path,
    documentId: first.documentId,
    base: { path: join(folder, baseName(generation)), save: first.save, n: first.from ?? 0 },
    changes: await Promise.all(made.map(({ n, change }) => withBytes(files, folder, n, change))),
    saves: lines.filter((line) => line.kind === 'save' || line.kind === 'saved'),
    confirmed: Math.max(first.from ?? 0, ...lines.map((line) => (line.kind === 'saved' ? line.n : 0))),
    at: lines.reduce((at, line) => ('at' in line ? line.at : at), first.at),
    owner: await readOwner(files, folder),
  };
}

function changesIn(line: JournalLine): readonly NumberedChange[] {
  if (line.kind === 'change') return [line];
  return line.kind === 'changes' ? line.changes.map((change, at) => ({ n: line.n + at, change })) : [];
}

async function withBytes(
  files: FileSystem,
  folder: string,
  n: number,
  change: DocumentChange,
): Promise<NumberedChange> {
  if (change.kind !== 'attach') return { n, change };
  const { hash } = change.file;
  const bytes = await readWhole(files, join(folder, bytesName(hash)));
  if (createHash('sha256').update(bytes).digest('hex') !== hash)
    throw new Error('the attached bytes are damaged');
  return { n, change: { ...change, file: { ...change.file, bytes } } };
}
