import { isLeaf } from '../../forms/lookup';
import type { Form, FormItem } from '../../forms/types';
import type { Value } from '../../assessment/types';
import type { RecognisedItem } from '../result';
import { largest } from '../lists';

/**
 * Every item of the form in its order, for each file and entry that the source shows: as it was read, or `missing`
 * where the source does not show it. Rows of tables are not among them.
 */
export function inOrder(form: Form, items: readonly RecognisedItem[]): readonly RecognisedItem[] {
  const byPath = new Map<string, RecognisedItem>();
  for (const item of items) byPath.set(item.path, better(byPath.get(item.path), item));
  const files = filesIn([...byPath.keys()]);
  return form.sections.flatMap((section) => {
    const prefixes =
      section.repeat === 'file' ? upTo(files).map((n) => `${section.id}[${String(n)}]`) : [section.id];
    return prefixes.flatMap((prefix) =>
      section.items.flatMap((item) => itemsUnder(item, prefix + item.id.slice(section.id.length), byPath)),
    );
  });
}

/** Of two readings of one item the one that says more; two values that differ are for a person. */
function better(known: RecognisedItem | undefined, item: RecognisedItem): RecognisedItem {
  if (!known) return item;
  if (known.value === undefined || item.value === undefined)
    return weight(item) > weight(known) ? item : known;
  if (JSON.stringify(item.value) === JSON.stringify(known.value)) return known;
  const where = [...(known.where ?? []), ...(item.where ?? [])];
  return {
    ...known,
    status: 'review',
    reason: { code: 'readTwice' },
    candidates: [item.value as Value],
    where,
  };
}

/** A value says more than a doubt, a doubt more than a blank. */
function weight({ value, status }: RecognisedItem): number {
  return value !== undefined ? 2 : status === 'review' ? 1 : 0;
}

function filesIn(paths: readonly string[]): number {
  return largest([1, ...paths.map((path) => Number(/^[A-Za-z0-9]+\[(\d+)\]/.exec(path)?.[1] ?? 1))]);
}

function upTo(n: number): readonly number[] {
  return Array.from({ length: n }, (_, at) => at + 1);
}

type ByPath = ReadonlyMap<string, RecognisedItem>;

function itemsUnder(item: FormItem, path: string, byPath: ByPath): readonly RecognisedItem[] {
  if (item.type === 'table') return [];
  if (item.type === 'repeat') return entriesUnder(item, path, byPath);
  const own: RecognisedItem[] = isLeaf(item) ? [byPath.get(path) ?? { path, status: 'missing' }] : [];
  return [...own, ...childrenUnder(item, path, byPath)];
}

function childrenUnder(item: FormItem, path: string, byPath: ByPath): readonly RecognisedItem[] {
  return (item.children ?? []).flatMap((child) =>
    itemsUnder(child, path + child.id.slice(item.id.length), byPath),
  );
}

/** Entries of which only the printed heading stands there are none. */
function entriesUnder(item: FormItem, path: string, byPath: ByPath): readonly RecognisedItem[] {
  const said = [...byPath.values()].filter(
    (one) => one.path.startsWith(`${path}[`) && one.status !== 'empty',
  );
  const ordinals = new Set(said.map((one) => Number(one.path.slice(path.length + 1).split(']')[0])));
  return [...ordinals]
    .sort((a, b) => a - b)
    .flatMap((n) => childrenUnder(item, `${path}[${String(n)}]`, byPath));
}
