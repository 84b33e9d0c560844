import type { HyokaDocument } from '../assessment/document';
import type { Path } from '../assessment/path';
import type { Value } from '../assessment/types';
import { plainText } from '../assessment/values';
import type { CompareOptions, Difference, ReadExtent } from './types';

/**
 * Undefined for a document that was not read from a file of another program, or whose import did not keep where it
 * found the items.
 */
export function readExtentOf({ source, leftover }: HyokaDocument): ReadExtent | undefined {
  if (!source?.places || source.format === 'json' || source.format === 'hyoka') return undefined;
  const shown = new Set(source.places.map(({ path }) => path));
  return {
    shown,
    shownItems: [...new Set([...shown].map(withoutIds))],
    unplaced: leftover.filter(({ state }) => state === 'open').map(({ text }) => withoutSpace(text)),
  };
}

/** So many characters of a text are looked for among unplaced ones: of a long text only a part may be there. */
const PROBE = 24;
/** A shorter text occurs anywhere by chance. */
const SHORTEST = 6;

function withoutSpace(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

/** Whether a text may be among those that no item was found for. */
function mayBeUnplaced(value: Value | undefined, { unplaced }: ReadExtent): boolean {
  if (typeof value !== 'string') return false;
  const text = withoutSpace(value);
  if (text.length < SHORTEST) return false;
  const probes = [text.slice(0, PROBE), text.slice(-PROBE)];
  return unplaced.some((left) => probes.some((probe) => left.includes(probe)));
}

/**
 * Whether a difference may come only from what one of the documents was not read in: an item that its source does not
 * show, or whose text is in 未割当.
 */
export function isUnread(
  difference: Difference,
  { before, after }: NonNullable<CompareOptions['read']>,
): boolean {
  switch (difference.kind) {
    case 'changed':
      return (
        isMissing(difference.oldPath, difference.before, difference.after, before) ||
        isMissing(difference.newPath, difference.after, difference.before, after)
      );
    case 'added':
      return isMissingEntry(difference, before);
    case 'removed':
      return isMissingEntry(difference, after);
    default:
      return false;
  }
}

function isMissing(
  path: Path,
  own: Value | undefined,
  other: Value | undefined,
  extent: ReadExtent | undefined,
): boolean {
  if (!extent || plainText(own).trim() !== '') return false;
  return !extent.shown.has(path) || mayBeUnplaced(other, extent);
}

/** An entry that the other document has: its source shows no entry of the list, or holds a text of the entry unplaced. */
function isMissingEntry(
  { list, content }: Extract<Difference, { kind: 'added' | 'removed' }>,
  extent: ReadExtent | undefined,
): boolean {
  if (!extent) return false;
  const texts = Object.values(content.values);
  return !showsList(list, extent) || texts.some((value) => mayBeUnplaced(value, extent));
}

function showsList(list: Path, { shownItems }: ReadExtent): boolean {
  const items = withoutIds(list);
  return shownItems.some((path) => path === items || path.startsWith(`${items}.`));
}

function withoutIds(path: Path): Path {
  return path.replace(/\[[^\]]*\]/g, '');
}
