import type { HyokaDocument } from './document';
import { setEdit, type Edit } from './edit';
import { gapRecord, stepsUndoneOrRedone, type EditRecord, type History } from './history';
import { sameValue } from './values';

/** Days whose history is kept to the keystroke. */
export const FULL_HISTORY_DAYS = 30;

const DAY = 86_400_000;

/** Days are those of Japan. */
const JAPAN = 9 * 3_600_000;

/**
 * The document with less history: the same content, all revisions, and
 * - every record of the last thirty days and since the latest published revision (whichever is longer), with those that an undo
 *   among them takes back;
 * - of what is older, every record with a label and every edit of more than one item, entries or the header; and of values that
 *   one person set in one item on one day the first and the last, as one record.
 * What was done before the first record that is kept entirely cannot be undone any more. The same document where nothing is
 * older or nothing of it can be left out.
 */
export function thinHistory(document: HyokaDocument, now: number): HyokaDocument {
  const { history } = document;
  const firstInFull = firstKeptPosition(history, keptSince(document, now));
  const older = history.slice(0, firstInFull);
  const thinned = merged(older);
  if (thinned.length === older.length) return document;
  return {
    ...document,
    history: [...renumbered(thinned, older), gapAfter(older), ...history.slice(firstInFull)],
  };
}

function keptSince({ revisions }: HyokaDocument, now: number): number {
  const published = revisions.filter(({ kind }) => kind === 'published').map(({ at }) => at);
  const latest = published.length === 0 ? Infinity : Math.max(...published);
  return Math.min(now - FULL_HISTORY_DAYS * DAY, latest);
}

/** The first record from which on all are kept: no undo or redo behind it reaches before it. */
function firstKeptPosition(history: History, since: number): number {
  const recent = history.findIndex(({ at }) => at >= since);
  const steps = stepsUndoneOrRedone(history);
  let first = recent < 0 ? history.length : recent;
  for (let at = history.length - 1; at >= first; at--) first = Math.min(first, steps.get(at) ?? first);
  return first;
}

interface Group {
  readonly first: SetRecord;
  readonly last: SetRecord;
}

type SetRecord = EditRecord & { readonly edit: Extract<Edit, { kind: 'set' }> };

/** Edits of other items between those of one item do not matter to it; any other edit may, and ends all groups. */
function merged(history: History): History {
  const kept: EditRecord[] = [];
  let groups = new Map<string, Group>();
  const close = () => {
    kept.push(...[...groups.values()].flatMap(recordOf).sort((a, b) => a.seq - b.seq));
    groups = new Map();
  };
  for (const record of history) {
    if (!isSet(record)) {
      close();
      kept.push(record);
      continue;
    }
    const group = groups.get(record.edit.path);
    if (group && !belongsToGroup(group, record)) close();
    const first = groups.get(record.edit.path)?.first ?? record;
    groups.set(record.edit.path, { first, last: record });
  }
  close();
  return kept;
}

function isSet(record: EditRecord): record is SetRecord {
  return record.edit.kind === 'set' && record.label === undefined;
}

function belongsToGroup({ first }: Group, { at, author }: EditRecord): boolean {
  return dayOf(first.at) === dayOf(at) && JSON.stringify(first.author) === JSON.stringify(author);
}

function dayOf(at: number): number {
  return Math.floor((at + JAPAN) / DAY);
}

/** Nothing where the last value is the first again. */
function recordOf({ first, last }: Group): readonly EditRecord[] {
  if (first === last) return [last];
  const { seq, at, author } = last;
  const [before, after] = [first.edit.before, last.edit.after];
  if (sameValue(before, after)) return [];
  const edit = setEdit(last.edit.path, before, after);
  return [{ seq, at, from: first.from ?? first.at, author, edit }];
}

/** The numbers of what is left out become free behind the rest, for the record of the gap. */
function renumbered(thinned: History, older: History): History {
  return thinned.map((record, at) => ({ ...record, seq: older[at]?.seq ?? record.seq }));
}

function gapAfter(older: History): EditRecord {
  return gapRecord(older.at(-1) ?? { seq: 0, at: 0 });
}
