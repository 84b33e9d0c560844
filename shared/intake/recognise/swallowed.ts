import { indexOf, isLeaf, isList, type PlacedItem } from '../../forms/lookup';
import { itemLabel } from '../../forms/label';
import type { Form, FormItem } from '../../forms/types';
import type { ReviewReason } from '../../assessment/source';
import { textOf } from './pieces';
import { type Bucket, isCheckGroup } from './place';
import { pathBeside } from './read/item';

/**
 * Rows whose heading was lost: where as many rows without a heading follow a text as headings of the form are missing
 * behind it, each is the text of one of them.
 */
export function withLostHeadings(form: Form, buckets: readonly Bucket[]): readonly Bucket[] {
  const shown = new Set(buckets.map(({ path }) => path));
  return buckets.flatMap((bucket) => {
    if (bucket.headless.length === 0) return [bucket];
    const missing = missingAfter(form, bucket, shown);
    const rows = bucket.headless.length;
    return missing.length === rows && missing.every(isText) ? parted(bucket, missing) : [bucket];
  });
}

function parted(bucket: Bucket, missing: readonly FormItem[]): readonly Bucket[] {
  const ends = [...bucket.headless.slice(1), bucket.spans.length];
  const own = { ...bucket, spans: bucket.spans.slice(0, bucket.headless[0]), headless: [], inferred: true };
  const others = missing.map((item, at) => ({
    ...own,
    item,
    path: pathBeside(bucket, item.id),
    headings: [],
    spans: bucket.spans.slice(bucket.headless[at], ends[at]),
  }));
  return [own, ...others];
}

/**
 * Texts that may hold the next item's, too: the heading of the item that the form prints right after them is nowhere,
 * and they have more than one line. By path.
 */
export function swallowed(form: Form, buckets: readonly Bucket[]): ReadonlyMap<string, ReviewReason> {
  const shown = new Set(buckets.map(({ path }) => path));
  return new Map(
    buckets.flatMap((bucket) => {
      const [next] = isText(bucket.item) && hasLines(bucket) ? missingAfter(form, bucket, shown) : [];
      return next
        ? [[bucket.path, { code: 'nextMissing', params: { label: itemLabel(next) } }] as const]
        : [];
    }),
  );
}

/** The items right after the bucket's own in the same entry that nothing was read for. */
function missingAfter(form: Form, bucket: Bucket, shown: ReadonlySet<string>): readonly FormItem[] {
  const missing: FormItem[] = [];
  let next = nextOf(form, bucket.item);
  while (next && !shown.has(pathBeside(bucket, next.id))) {
    missing.push(next);
    next = nextOf(form, next);
  }
  return missing;
}

function isText({ type }: FormItem): boolean {
  return type === 'text' || type === 'longtext' || type === 'date';
}

function hasLines({ spans }: Bucket): boolean {
  const texts = new Set(spans.map((span) => textOf(span).trim()));
  return [...texts].join('\n').trim().includes('\n');
}

/** The item printed next in the same entry under a heading of its own; undefined where a list or a part begins. */
function nextOf(form: Form, item: FormItem): FormItem | undefined {
  const { all, byId } = indexOf(form);
  const own = byId.get(item.id);
  if (!own) return undefined;
  for (const next of all.slice(own.order + 1)) {
    if (next.section !== own.section || isList(next.item) || listOf(next) !== listOf(own)) return undefined;
    if (isCheckGroup(next.item)) return undefined;
    if (isLeaf(next.item) && isHeaded(next.item)) return next.item;
  }
  return undefined;
}

function listOf({ parents }: PlacedItem): FormItem | undefined {
  return parents.find(isList);
}

function isHeaded({ type, prefix, fixed }: FormItem): boolean {
  return type !== 'flag' && type !== 'count' && type !== 'image' && prefix === undefined && fixed !== true;
}
