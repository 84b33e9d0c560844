import { type Content, spansOf } from '../content';
import type { Bucket } from '../place';
import { type ChecksReading, decideChecks, readChecks } from '../values/checks';
import { type ChoiceReading, readChoice } from '../values/choice';
import { besidesOf } from './beside';
import { blank, doubtOf, found, type ReadContext, type Reading, withoutValue } from './item';
import type { RecognisedItem } from '../../result';

/** A choice with what the form prints under it: （ ）件, （手数料額、納付方法：…）. */
export function readChoiceBucket(context: ReadContext, bucket: Bucket, content: Content): Reading {
  const boxes = readChecks([bucket.item], content);
  const shown = boxes.marks.filter(({ look }) => look !== undefined && look !== 'boxOff');
  if (shown.length > 1) return readTicked(context, bucket, content, boxes);
  const besides = besidesOf(context, bucket, content);
  const reading = readChoice(context.print, bucket.item, content, besides.stretches);
  const leftover = reading.rest.flatMap(([from, to]) => spansOf(content, from, to));
  return { items: [choiceItem(bucket, content, reading), ...besides.items], leftover };
}

function choiceItem(bucket: Bucket, content: Content, reading: ChoiceReading): RecognisedItem {
  if (reading.value === undefined) return unread(bucket, content, reading);
  const own = reading.rest.length > 0 ? { code: 'moreText' } : undefined;
  return found(bucket, content, reading.value, doubtOf(bucket, own));
}

function unread(
  bucket: Bucket,
  content: Content,
  { alike, rest, blank: empty, listed }: ChoiceReading,
): RecognisedItem {
  if (alike.length > 1) return withoutValue(bucket, content, { code: 'choiceUnclear' }, alike);
  if (rest.length > 0 || alike.length > 0)
    return withoutValue(bucket, content, { code: 'choiceUnread' }, alike);
  return empty || !listed ? blank(bucket) : withoutValue(bucket, content, { code: 'choiceLost' });
}

/** A choice printed as a row of boxes, one of them ticked. */
function readTicked({ lossy }: ReadContext, bucket: Bucket, content: Content, boxes: ChecksReading): Reading {
  const { value, reason } = decideChecks(boxes.marks, lossy);
  const leftover = boxes.rest.flatMap(([from, to]) => spansOf(content, from, to));
  const [only, ...more] = value.selected;
  if (only === undefined && reason === undefined) return { items: [blank(bucket)], leftover };
  const review = doubtOf(bucket, reason === undefined ? undefined : { code: reason });
  if (only !== undefined && more.length === 0)
    return { items: [found(bucket, content, only, review)], leftover };
  const unclear = review ?? { code: 'choiceUnclear' };
  return { items: [withoutValue(bucket, content, unclear, value.selected)], leftover };
}
