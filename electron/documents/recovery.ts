import { dirname } from 'node:path';
import { applyChange, type HyokaDocument } from '../../shared/assessment/document';
import type { DocumentNotice } from '../../shared/commands/documents';
import type { DocumentFormat } from '../database/format';
import {
  Journal,
  journalFolder,
  lastChange,
  missingFrom,
  readJournal,
  type LeftJournal,
} from '../files/journal';
import { titleOf } from '../files/names';
import type { Machine } from '../machine/machine';
import { removeTree } from '../machine/wholeFile';
import type { DocumentEdges } from './edges';
import type { Loaded } from './file';
import { writeNewFile } from './newFile';

/** What an opening finds of an earlier one that did not end well, and the journal to go on with. */
export interface Recovered {
  readonly document: HyokaDocument;
  readonly journal: Journal;
  readonly changed: number;
  readonly saved: number;
  readonly notices: readonly DocumentNotice[];
}

interface Parts {
  readonly format: DocumentFormat;
  readonly edges: DocumentEdges;
  readonly root: string;
}

/** Puts back what was typed before a crash and begins, or goes on with, the journal. Only for whoever holds the lock. */
export async function recover(parts: Parts, path: string, loaded: Loaded): Promise<Recovered> {
  const left = await readJournal(parts.edges.machine.files, journalFolder(parts.root, path));
  const missing = typeof left === 'object' ? missingFrom(left, loaded.stamp.save) : undefined;
  if (typeof left === 'object' && missing && missing.length > 0)
    return goOn(parts.edges.machine, left, missing, loaded);
  const notices = await setAside(parts, path, left, missing !== undefined);
  const { machine } = parts.edges;
  const base = { path, bytes: loaded.bytes, save: loaded.stamp.save };
  const journal = await Journal.begin(machine, parts.root, base).catch(() =>
    Journal.absent(machine, parts.root, path),
  );
  return { document: loaded.document, journal, changed: 0, saved: 0, notices };
}

/** Everything a journal knows, as a new file beside the one it belonged to; its path. Undefined where there is no journal. */
export async function recoverApart(parts: Parts, path: string): Promise<string | undefined> {
  const left = await readJournal(parts.edges.machine.files, journalFolder(parts.root, path));
  if (typeof left !== 'object' || left.changes.length === 0) return undefined;
  const apart = await writeApart(parts, path, left);
  if (apart !== undefined) await removeTree(parts.edges.machine.files, left.folder);
  return apart;
}

/** The journal belongs to this very file: its changes go into the document and stay in the journal until they are saved. */
async function goOn(
  machine: Machine,
  left: LeftJournal,
  missing: LeftJournal['changes'],
  loaded: Loaded,
): Promise<Recovered> {
  const document = missing.reduce((now, { change }) => applyChange(now, change), loaded.document);
  const changed = lastChange(left);
  const saved = (missing[0]?.n ?? 1) - 1;
  const notices: DocumentNotice[] = [{ code: 'recovered', params: { count: missing.length } }];
  return { document, journal: await Journal.resume(machine, left), changed, saved, notices };
}

/** A journal that cannot go into this file is kept in another way before a new one begins. */
async function setAside(
  parts: Parts,
  path: string,
  left: LeftJournal | 'unreadable' | undefined,
  isOfThisFile: boolean,
): Promise<readonly DocumentNotice[]> {
  if (left === 'unreadable') return [await keepUnread(parts, path)];
  if (!left || isOfThisFile || left.changes.length === 0) return [];
  const apart = await writeApart(parts, path, left);
  return [
    apart === undefined ? await keepUnread(parts, path) : { code: 'recoveredApart', params: { path: apart } },
  ];
}

async function writeApart(
  { format, edges }: Parts,
  path: string,
  left: LeftJournal,
): Promise<string | undefined> {
  const base = format.decode(left.base.bytes);
  if (!base.ok) return undefined;
  const document = left.changes.reduce((now, { change }) => applyChange(now, change), base.value.document);
  const title = `${titleOf(path)}${APART}`;
  return writeNewFile({ format, edges }, dirname(path), title, document).catch(() =>
    writeNewFile({ format, edges }, edges.workspace(), title, document),
  );
}

/** Part of a file name, the same in all languages. */
const APART = '（復元）';

async function keepUnread({ root, edges }: Parts, path: string): Promise<DocumentNotice> {
  const folder = journalFolder(root, path);
  const kept = `${folder}-${String(edges.machine.clock.now())}`;
  await edges.machine.files.rename(folder, kept);
  return { code: 'unreadJournal', params: { path: kept } };
}
