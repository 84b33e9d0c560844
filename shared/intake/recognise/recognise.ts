import { itemIdOf } from '../../assessment/path';
import { findItem, isLeaf } from '../../forms/lookup';
import type { Form, FormItem } from '../../forms/types';
import type { SourceDocument } from '../blocks';
import type { Leftover, Recognition, RecognisedItem, ReviewReason } from '../result';
import { align } from './align';
import { attachmentsOf } from './attachments';
import { changesOf } from './changes';
import { matchFiles } from './files';
import { findForm, type FoundForm } from './form';
import { type Element, observe, type Observation } from './observe';
import { sourceBlocks, type Span, textOf, trimmed, type Unit, unitsOf, whereOf } from './pieces';
import { place } from './place';
import { printOf } from './print';
import { readBucket } from './read';

/**
 * A source as an assessment: what it says in each item of its form, what could not be told, and what belongs to no
 * item. One mechanism for every format; everything it knows of a form comes from the form's data.
 */
export function recognise(document: SourceDocument): Recognition {
  const units = unitsOf(document);
  const found = findForm(units);
  const lossy = document.source.format === 'text';
  const print = printOf(found.form.id);
  const changes = changesOf(found.form, units, lossy);
  const outside = units.filter((unit) => !changes.used.has(unit));
  const attached = attachmentsOf(print, outside);
  const body = outside.filter((unit) => !attached.used.has(unit));
  const elements = observe(print, withoutStamp(body, found));
  const placed = place(found.form, elements, align(found.form, elements.filter(isObservation)));
  const files = matchFiles(found.form, placed.buckets);
  const readings = files.buckets.map((bucket) => readBucket({ form: found.form, print, lossy }, bucket));
  const items = withoutIdleFlags(
    found.form,
    doubted(
      readings.flatMap((reading) => reading.items),
      files.doubts,
    ),
  );
  const leftover = [...placed.leftover, ...readings.flatMap((reading) => reading.leftover)];
  return {
    source: document.source,
    form: found.form.id,
    edition: found.form.edition,
    ...(found.uncertain ? { formUncertain: found.uncertain } : {}),
    items: [...inOrder(found.form, [...stampItem(found), ...items]), ...changes.items, ...attached.items],
    leftover: leftover.sort(bySource).flatMap(leftoverOf),
    blocks: sourceBlocks(units),
    images: document.images,
    notices: document.notices,
  };
}

function isObservation(element: Element): element is Observation {
  return element.kind === 'observation';
}

function withoutStamp(units: readonly Unit[], { stamp }: FoundForm): readonly Unit[] {
  if (!stamp || stamp.piece.text.trim() !== stamp.text) return units;
  return units.filter(({ pieces }) => !pieces.includes(stamp.piece));
}

const STAMP_ITEM = 'cover.form_edition';

function stampItem({ stamp }: FoundForm): readonly RecognisedItem[] {
  return stamp ? [{ path: STAMP_ITEM, status: 'filled', value: stamp.text, where: [stamp.where] }] : [];
}

function doubted(
  items: readonly RecognisedItem[],
  doubts: ReadonlyMap<string, ReviewReason>,
): readonly RecognisedItem[] {
  return items.map((item) => {
    const reason = doubts.get(item.path);
    return reason && item.status === 'filled' ? { ...item, status: 'review', reason } : item;
  });
}

/**
 * An empty box before 委託しない says "no" only where the part it speaks about is answered; in a part that is all
 * blank it is as blank as the rest.
 */
function withoutIdleFlags(form: Form, items: readonly RecognisedItem[]): readonly RecognisedItem[] {
  const answered = items.filter(({ value }) => value !== undefined && value !== false);
  return items.map((item) => {
    if (item.value !== false || findItem(form, itemIdOf(item.path))?.item.type !== 'flag') return item;
    const part = item.path.slice(0, item.path.lastIndexOf('.') + 1);
    if (answered.some(({ path }) => path.startsWith(part))) return item;
    return { path: item.path, status: 'empty', ...(item.where ? { where: item.where } : {}) };
  });
}

function bySource(a: Span, b: Span): number {
  return a.piece.index - b.piece.index || a.from - b.from;
}

function leftoverOf(span: Span): readonly Leftover[] {
  const text = trimmed(span);
  return text ? [{ where: whereOf(text), text: textOf(text) }] : [];
}

/** Every item of the form for every file and entry that the source shows, `missing` where it does not show the item. */
function inOrder(form: Form, items: readonly RecognisedItem[]): readonly RecognisedItem[] {
  const byPath = new Map<string, RecognisedItem>();
  for (const item of items) byPath.set(item.path, better(byPath.get(item.path), item));
  const paths = [...byPath.keys()];
  const files = Math.max(1, ...paths.map((path) => Number(/^[A-Za-z0-9]+\[(\d+)\]/.exec(path)?.[1] ?? 1)));
  return form.sections.flatMap((section) => {
    const prefixes =
      section.repeat === 'file' ? counted(files).map((n) => `${section.id}[${String(n)}]`) : [section.id];
    return prefixes.flatMap((prefix) =>
      section.items.flatMap((item) => itemsUnder(item, prefix + item.id.slice(section.id.length), byPath)),
    );
  });
}

/** Of two readings of one item the one that says something. */
function better(known: RecognisedItem | undefined, item: RecognisedItem): RecognisedItem {
  return known && (known.value !== undefined || item.value === undefined) ? known : item;
}

function counted(n: number): readonly number[] {
  return Array.from({ length: n }, (_, at) => at + 1);
}

function itemsUnder(
  item: FormItem,
  path: string,
  byPath: ReadonlyMap<string, RecognisedItem>,
): readonly RecognisedItem[] {
  if (item.type === 'table') return [];
  if (item.type === 'repeat') return entriesUnder(item, path, byPath);
  const own: RecognisedItem[] = isLeaf(item) ? [byPath.get(path) ?? { path, status: 'missing' }] : [];
  return [
    ...own,
    ...(item.children ?? []).flatMap((child) =>
      itemsUnder(child, path + child.id.slice(item.id.length), byPath),
    ),
  ];
}

/** Entries of which only the printed heading stands there are none. */
function entriesUnder(
  item: FormItem,
  path: string,
  byPath: ReadonlyMap<string, RecognisedItem>,
): readonly RecognisedItem[] {
  const inside = [...byPath.values()].filter(
    (one) => one.path.startsWith(`${path}[`) && one.status !== 'empty',
  );
  const ordinals = new Set(inside.map((one) => Number(one.path.slice(path.length + 1).split(']')[0])));
  return [...ordinals]
    .sort((a, b) => a - b)
    .flatMap((n) => {
      const entry = `${path}[${String(n)}]`;
      return (item.children ?? []).flatMap((child) =>
        itemsUnder(child, entry + child.id.slice(item.id.length), byPath),
      );
    });
}
