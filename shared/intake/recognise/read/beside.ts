import { findItem } from '../../../forms/lookup';
import type { FormItem } from '../../../forms/types';
import type { RecognisedItem } from '../../result';
import { type Content, inText, placesOf } from '../content';
import { keyOf } from '../fold';
import type { Bucket } from '../place';
import { OPTIONS_MARK } from '../print';
import { pathBeside, type ReadContext } from './item';

/** Items without a heading of their own that are printed under another one. */
export interface Besides {
  readonly items: readonly RecognisedItem[];
  /** What they take of the content, in its key. */
  readonly stretches: readonly (readonly [number, number])[];
}

export function besidesOf(context: ReadContext, bucket: Bucket, content: Content): Besides {
  const parts = [...countIn(context, bucket, content), ...framedIn(bucket, content)];
  return { items: parts.map(({ item }) => item), stretches: parts.map(({ stretch }) => stretch) };
}

interface Part {
  readonly item: RecognisedItem;
  readonly stretch: readonly [number, number];
}

/** `（ 1 ）件` under a choice whose count is the next item. */
function countIn({ form }: ReadContext, bucket: Bucket, content: Content): readonly Part[] {
  const siblings = findItem(form, bucket.item.id)?.parents.at(-1)?.children ?? [];
  const next = siblings[siblings.findIndex(({ id }) => id === bucket.item.id) + 1];
  const match = next?.type === 'count' ? COUNT.exec(content.folded.key) : null;
  if (!match || !next) return [];
  const item = countItem(pathBeside(bucket, next.id), content, match[1] ?? '', false);
  return [{ item, stretch: [match.index, match.index + match[0].length] }];
}

const COUNT = /\(([\d、]{0,9})\)件/;

/** `（ 5 ）件`: the number, or blank. `unsure`: it may be the count of another option. */
export function countItem(path: string, content: Content, count: string, unsure: boolean): RecognisedItem {
  const where = placesOf(content);
  if (count === '') return { path, status: 'empty', where };
  const value = Number(count.replaceAll('、', ''));
  if (unsure) return { path, status: 'review', value, reason: { code: 'countUnclear' }, where };
  return { path, status: 'filled', value, where };
}

/** `（手数料額、納付方法：…）`: a child whose printed frame stands in the cell of its parent. */
function framedIn(bucket: Bucket, content: Content): readonly Part[] {
  return (bucket.item.children ?? []).flatMap((child) => {
    const frame = keyOf(child.prefix ?? '');
    const from = frame.length < 3 ? -1 : content.folded.key.indexOf(frame);
    return from < 0 ? [] : [framedPart(bucket, child, content, from, frame.length)];
  });
}

function framedPart(bucket: Bucket, child: FormItem, content: Content, from: number, length: number): Part {
  const { key } = content.folded;
  const suffix = keyOf(child.suffix ?? '');
  const limit = optionsBehind(key, from);
  const closing = suffix === '' ? limit : key.lastIndexOf(suffix, limit - suffix.length);
  const to = closing < from + length ? limit : closing;
  const text = content.text.slice(...inText(content.folded, from + length, to)).trim();
  const place = { path: pathBeside(bucket, child.id), where: placesOf(content) };
  const item: RecognisedItem =
    text === '' ? { ...place, status: 'empty' } : { ...place, status: 'filled', value: text };
  return { item, stretch: [from, Math.min(limit, to + suffix.length)] };
}

/** Where the list of options begins again; the end where there is none. */
function optionsBehind(key: string, from: number): number {
  const at = key.indexOf(keyOf(OPTIONS_MARK), from);
  return at < 0 ? key.length : at;
}
