import { findItem } from '../../../forms/lookup';
import type { Form, FormItem } from '../../../forms/types';
import type { RecognisedItem } from '../../result';
import { type Content, placesOf, spansOf } from '../content';
import type { Span } from '../pieces';
import { type Bucket, isCheckGroup } from '../place';
import { type CheckMark, type ChecksReading, decideChecks, readChecks } from '../values/checks';
import { countItem } from './beside';
import { blank, doubtOf, found, pathBeside, type ReadContext, type Reading, withoutValue } from './item';
import { largest, smallest } from '../../lists';

/** Checks, the other checks that share their cell, and the counts printed behind their options. */
export function readChecksBucket(context: ReadContext, bucket: Bucket, content: Content): Reading {
  const together = checksTogether(context.form, bucket.item);
  const reading = readChecks(together, content);
  const marked = new Set(reading.marks.map(({ item }) => item));
  const items = together.filter(
    (item) => item === bucket.item || isCheckGroup(bucket.item) || marked.has(item),
  );
  const read = items.map((item) => checksItem(context, bucket, content, item, reading));
  const rest = reading.rest.flatMap(([from, to]) => spansOf(content, from, to));
  const unread =
    context.lossy && read.some(({ status, value }) => status === 'review' && value === undefined);
  const leftover = unread ? bucket.spans : [...rest, ...lostMarks(content, read, items, reading)];
  return { items: [...read, ...optionCounts(bucket, content, items, reading)], leftover };
}

/** Where the marks are lost, and only text in brackets speaks, the words of the options are all there is. */
function lostMarks(
  content: Content,
  read: readonly RecognisedItem[],
  items: readonly FormItem[],
  { marks }: ChecksReading,
): readonly Span[] {
  return items.flatMap((item, at) => {
    if (read[at]?.reason?.code !== 'ticksLost') return [];
    const own = marks.filter((mark) => mark.item === item).map((mark) => mark.at);
    return spansOf(content, smallest(own.map(([from]) => from)), largest(own.map(([, to]) => to)));
  });
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
  if (marks.length === 0 && reading.rest.length === 0) return blank(own);
  const { value, reason } = decideChecks(withLooseCounts(marks, reading.counts), lossy);
  const code = reason ?? (reading.rest.length > 0 ? 'moreText' : undefined);
  const doubt = doubtOf(own, code === undefined ? undefined : { code });
  if (value.selected.length > 0 || Object.keys(value.texts).length > 0)
    return found(own, content, value, doubt);
  return doubt ? withoutValue(own, content, doubt) : { ...blank(own), where: placesOf(content) };
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
  { marks, counts }: ChecksReading,
): readonly RecognisedItem[] {
  const counted = marks.filter(({ item, option }) => items.includes(item) && option.countItem !== undefined);
  const unsure = counts.length > 0 && counts.length < counted.length;
  return withLooseCounts(counted, counts).flatMap(({ option, count }) =>
    option.countItem === undefined || count === undefined
      ? []
      : [countItem(pathBeside(bucket, option.countItem), content, count, unsure)],
  );
}
