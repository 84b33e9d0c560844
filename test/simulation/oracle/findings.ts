import type { Codec } from '../../../electron/database/contract';
import { BACKUP_FOLDER } from '../../../electron/files/backups';
import { EXTENSION } from '../../../electron/files/names';
import { applyEdit, type Edit } from '../../../shared/assessment/edit';
import { faultOf } from '../../../shared/assessment/validate';
import type { HyokaDocument } from '../../../shared/assessment/document';
import { emptyLike } from './start';
import type { FolderNode } from '../world/nodes';

/** What one `.hyoka` file holds of what people typed. */
export interface Found {
  readonly path: string;
  readonly place: 'document' | 'backup' | 'journal' | 'hidden';
  /** Absent: it is no document. */
  readonly content: Content | undefined;
  readonly size: number;
}

export interface Content {
  readonly words: ReadonlySet<string>;
  readonly takenBack: ReadonlySet<string>;
  /** The history leads from an empty document to the values. */
  readonly isConsistent: boolean;
}

/** All `.hyoka` files of a volume. `hidden`: a folder over which a share is mounted. */
export function findDocuments(
  root: FolderNode,
  prefix: string,
  codec: Codec,
  hidden: string | undefined,
): readonly Found[] {
  return [...walk(root, prefix)].map(({ path, bytes }) => ({
    path,
    place: hidden !== undefined && path.startsWith(`${hidden}/`) ? 'hidden' : placeOf(path),
    content: contentOf(codec, bytes),
    size: bytes.length,
  }));
}

function* walk(
  folder: FolderNode,
  path: string,
): Generator<{ readonly path: string; readonly bytes: Uint8Array }> {
  for (const { name, node } of folder.entries.values()) {
    const at = `${path}/${name}`;
    if (node.kind === 'folder') yield* walk(node, at);
    else if (name.toLowerCase().endsWith(EXTENSION)) yield { path: at, bytes: node.bytes };
  }
}

function placeOf(path: string): Found['place'] {
  if (path.includes('/data/journal/')) return 'journal';
  return path.includes(`/${BACKUP_FOLDER}/`) || path.includes('/data/backups/') ? 'backup' : 'document';
}

export function contentOf(codec: Codec, bytes: Uint8Array): Content | undefined {
  const result = codec.open(bytes.slice());
  if (!result.ok) return undefined;
  const document = result.database.whole();
  result.database.close();
  const words = new Set(document.attachments.map(({ hash }) => hash));
  for (const { text } of document.comments) words.add(text);
  const takenBack = new Set<string>();
  for (const { edit, act } of document.history) {
    for (const word of wordsIn(edit, 'after')) words.add(word);
    if (act === 'undo')
      for (const word of wordsIn(edit, 'before')) if (!wordsIn(edit, 'after').has(word)) takenBack.add(word);
  }
  return { words, takenBack, isConsistent: isConsistent(document) };
}

function wordsIn(edit: Edit, side: 'before' | 'after'): ReadonlySet<string> {
  if (edit.kind === 'batch') return new Set(edit.edits.flatMap((part) => [...wordsIn(part, side)]));
  const value = edit.kind === 'set' ? edit[side] : undefined;
  return new Set(typeof value === 'string' ? value.match(/〈[0-9a-z]{4,}〉/g) : []);
}

/** Each edit was made on what the one before it left, and the last one left what is there. */
function isConsistent(document: HyokaDocument): boolean {
  let now = emptyLike(document.assessment);
  for (const { edit } of document.history) {
    if (faultOf(now, edit)) return false;
    now = applyEdit(now, edit);
  }
  return JSON.stringify(sorted(now.values)) === JSON.stringify(sorted(document.assessment.values));
}

function sorted(values: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
}
