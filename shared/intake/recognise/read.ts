import { findItem } from '../../forms/lookup';
import type { Form, FormItem } from '../../forms/types';
import type { Value } from '../../assessment/types';
import type { RecognisedItem, ReviewReason } from '../result';
import { type Content, contentOf, placesOf, spansOf } from './content';
import { tickAt } from './marks';
import { type Span, whereOf } from './pieces';
import { type Bucket, isCheckGroup } from './place';
import type { Print } from './print';
import { readChoice } from './values/choice';
import { type CheckMark, type ChecksReading, decideChecks, readChecks } from './values/checks';
import { ticksAsText, withoutFrame } from './values/text';

/** The values found in what stands under one heading, and what of it is no value. */
export interface Reading {
  readonly items: readonly RecognisedItem[];
  readonly leftover: readonly Span[];
}

export interface ReadContext {
  readonly form: Form;
  readonly print: Print;
  /** The source came through text recognition: the state of boxes may be lost. */
  readonly lossy: boolean;
}

/** Reads a bucket as the type of its item asks. */
export function readBucket(context: ReadContext, bucket: Bucket): Reading {
  const content = contentOf(bucket.spans);
  const { item } = bucket;
  if (item.type === 'checks' || isCheckGroup(item)) return readChecksBucket(context, bucket, content);
  if (item.type === 'choice') return readChoiceBucket(context, bucket, content);
  if (item.type === 'flag') return readFlag(context, bucket, content);
  if (item.type === 'count') return readCount(bucket, content);
  if (item.type === 'image') return { items: [blank(bucket)], leftover: bucket.spans };
  return readTextBucket(context, bucket, content);
}

/** The heading is there and nothing under it. */
function blank(bucket: Bucket): RecognisedItem {
  return { path: bucket.path, status: 'empty', where: [...bucket.headings, ...bucket.spans].map(whereOf) };
}

function readTextBucket({ lossy }: ReadContext, bucket: Bucket, content: Content): Reading {
  const framed = withoutFrame(bucket.item, content.text.trim());
  const text = lossy ? ticksAsText(framed) : framed;
  if (text === '') return { items: [blank(bucket)], leftover: [] };
  const reason = doubtOf(bucket, text !== framed ? { code: 'ticksLost' } : undefined);
  return { items: [found(bucket, content, text, reason)], leftover: [] };
}

function found(
  bucket: Bucket,
  content: Content,
  value: Value,
  reason?: ReviewReason,
  candidates?: readonly Value[],
): RecognisedItem {
  return {
    path: bucket.path,
    status: reason ? 'review' : 'filled',
    value,
    ...(reason ? { reason } : {}),
    ...(candidates && candidates.length > 0 ? { candidates } : {}),
    where: placesOf(content),
  };
}

/** The doubt about the value, else that about its place. */
function doubtOf(bucket: Bucket, own: ReviewReason | undefined): ReviewReason | undefined {
  if (own) return own;
  if (bucket.rival !== undefined) return { code: 'placeUnclear' };
  return bucket.inferred ? { code: 'headingLost' } : undefined;
}

function readChoiceBucket(context: ReadContext, bucket: Bucket, content: Content): Reading {
  const boxes = readChecks([bucket.item], content);
  if (boxes.marks.filter(({ look }) => look !== undefined && look !== 'boxOff').length > 1)
    return readTicked(context, bucket, content, boxes);
  const counted = countsIn(context.form, bucket, content);
  const reading = readChoice(context.print, bucket.item, content, counted.stretches);
  const leftover = reading.rest.flatMap(([from, to]) => spansOf(content, from, to));
  if (reading.value === undefined)
    return { items: [unread(bucket, content, reading), ...counted.items], leftover };
  const own = reading.rest.length > 0 ? { code: 'moreText' } : undefined;
  return { items: [found(bucket, content, reading.value, doubtOf(bucket, own)), ...counted.items], leftover };
}

/** A choice printed as a row of boxes, one of them ticked. */
function readTicked(
  { lossy }: ReadContext,
  bucket: Bucket,
  content: Content,
  { marks, rest }: ChecksReading,
): Reading {
  const { value, reason } = decideChecks(marks, lossy);
  const leftover = rest.flatMap(([from, to]) => spansOf(content, from, to));
  const [only, ...more] = value.selected;
  if (only === undefined && reason === undefined) return { items: [blank(bucket)], leftover };
  const review = doubtOf(bucket, reason === undefined ? undefined : { code: reason });
  if (only !== undefined && more.length === 0)
    return { items: [found(bucket, content, only, review)], leftover };
  return {
    items: [withoutValue(bucket, content, review ?? { code: 'choiceUnclear' }, value.selected)],
    leftover,
  };
}

function unread(bucket: Bucket, content: Content, reading: ReturnType<typeof readChoice>): RecognisedItem {
  if (reading.rest.length > 0 || reading.alike.length > 0)
    return withoutValue(
      bucket,
      content,
      { code: reading.alike.length > 1 ? 'choiceUnclear' : 'choiceUnread' },
      reading.alike,
    );
  if (reading.blank || !reading.listed) return blank(bucket);
  return withoutValue(bucket, content, { code: 'choiceLost' }, []);
}

function withoutValue(
  bucket: Bucket,
  content: Content,
  reason: ReviewReason,
  candidates: readonly string[],
): RecognisedItem {
  const more = candidates.length > 0 ? { candidates } : {};
  return { path: bucket.path, status: 'review', reason, where: placesOf(content), ...more };
}

function readChecksBucket(context: ReadContext, bucket: Bucket, content: Content): Reading {
  const together = checksTogether(context.form, bucket.item);
  const reading = readChecks(together, content);
  const items = together.filter(
    (item) =>
      item === bucket.item ||
      bucket.item.type === 'group' ||
      reading.marks.some((mark) => mark.item === item),
  );
  const read = items.map((item) => checksItem(context, bucket, content, item, reading));
  const lost = read.some(({ status, value }) => status === 'review' && value === undefined);
  const leftover = lost ? bucket.spans : reading.rest.flatMap(([from, to]) => spansOf(content, from, to));
  return { items: [...read, ...optionCounts(bucket, content, items, reading)], leftover };
}

/** 識別情報, 連絡先等情報 and 業務関係情報 often share a cell; they are read together. */
function checksTogether(form: Form, item: FormItem): readonly FormItem[] {
  const group = isCheckGroup(item) ? item : findItem(form, item.id)?.parents.at(-1);
  return group && isCheckGroup(group) ? (group.children ?? []) : [item];
}

function checksItem(
  { lossy }: ReadContext,
  bucket: Bucket,
  content: Content,
  item: FormItem,
  reading: ChecksReading,
): RecognisedItem {
  const own: Bucket = { ...bucket, item, path: pathBeside(bucket, item.id) };
  const marks = reading.marks.filter((mark) => mark.item === item);
  const { value, reason } = decideChecks(withLooseCounts(marks, reading.counts), lossy);
  if (marks.length === 0 && reading.rest.length === 0) return blank(own);
  const doubt = doubtOf(
    own,
    reason !== undefined ? { code: reason } : reading.rest.length > 0 ? { code: 'moreText' } : undefined,
  );
  if (value.selected.length === 0 && !doubt) return { ...blank(own), where: placesOf(content) };
  return value.selected.length === 0 && doubt
    ? withoutValue(own, content, doubt, [])
    : found(own, content, value, doubt);
}

/** Counts printed apart from the options belong to them in order. */
function withLooseCounts(marks: readonly CheckMark[], counts: readonly string[]): readonly CheckMark[] {
  let next = 0;
  return marks.map((mark) => {
    if (mark.option.countItem === undefined || mark.count !== undefined) return mark;
    const count = counts[next++];
    return count === undefined ? mark : { ...mark, count };
  });
}

function optionCounts(
  bucket: Bucket,
  content: Content,
  items: readonly FormItem[],
  reading: ChecksReading,
): readonly RecognisedItem[] {
  const marks = withLooseCounts(
    reading.marks.filter(({ item }) => items.includes(item)),
    reading.counts,
  );
  const unsure =
    reading.counts.length > 0 &&
    reading.counts.length < marks.filter(({ option }) => option.countItem).length;
  return marks.flatMap(({ option, count }) => {
    if (option.countItem === undefined || count === undefined) return [];
    return [countItem(pathBeside(bucket, option.countItem), content, count, unsure)];
  });
}

function countItem(path: string, content: Content, count: string, unsure: boolean): RecognisedItem {
  const where = placesOf(content);
  if (count === '') return { path, status: 'empty', where };
  if (unsure)
    return { path, status: 'review', value: Number(count), reason: { code: 'countUnclear' }, where };
  return { path, status: 'filled', value: Number(count), where };
}

/** The path of an item in the same entry. */
function pathBeside({ item, path }: Bucket, id: string): string {
  const own = item.id.split('.');
  const other = id.split('.');
  const shared = own.findIndex((part, at) => part !== other[at]);
  const kept = path.split('.').slice(0, shared < 0 ? own.length : shared);
  return [...kept, ...other.slice(kept.length)].join('.');
}

interface Counted {
  readonly items: readonly RecognisedItem[];
  /** In the key. */
  readonly stretches: readonly (readonly [number, number])[];
}

/** `（ 1 ）件` under a choice whose count is the item beside it. */
function countsIn(form: Form, bucket: Bucket, content: Content): Counted {
  const beside = countBeside(form, bucket.item);
  const match = beside && /\((\d{0,4})\)件/.exec(content.folded.key);
  if (!match) return { items: [], stretches: [] };
  const stretch = [match.index, match.index + match[0].length] as const;
  return {
    items: [countItem(pathBeside(bucket, beside.id), content, match[1] ?? '', false)],
    stretches: [stretch],
  };
}

function countBeside(form: Form, item: FormItem): FormItem | undefined {
  const siblings = findItem(form, item.id)?.parents.at(-1)?.children ?? [];
  const next = siblings[siblings.findIndex(({ id }) => id === item.id) + 1];
  return next?.type === 'count' ? next : undefined;
}

function readCount(bucket: Bucket, content: Content): Reading {
  const count = /\d{1,4}/.exec(content.folded.key)?.[0];
  return {
    items: [count === undefined ? blank(bucket) : countItem(bucket.path, content, count, false)],
    leftover: [],
  };
}

/** `[○] 委託しない`: a flag is true, false, or its box says nothing. */
function readFlag({ lossy }: ReadContext, bucket: Bucket, content: Content): Reading {
  const looks = Array.from(
    { length: content.folded.key.length },
    (_, at) => tickAt(content.text, content.folded, at)?.look,
  );
  const look = looks.find((one) => one !== undefined);
  if (look === undefined)
    return { items: [withoutValue(bucket, content, { code: 'ticksLost' }, [])], leftover: [] };
  if (lossy && (look === 'boxOff' || look === 'radioOff'))
    return { items: [withoutValue(bucket, content, { code: 'ticksLost' }, [])], leftover: [] };
  const value = look === 'circle' || look === 'boxOn' || look === 'radioOn';
  return { items: [found(bucket, content, value, doubtOf(bucket, undefined))], leftover: [] };
}
