import { type Content, contentOf, spansOf } from '../content';
import { keyOf } from '../fold';
import { type Tick, tickAt } from '../marks';
import { type Span, textOf } from '../pieces';
import { type Bucket, isCheckGroup } from '../place';
import { ticksAsText, withoutFrame } from '../values/text';
import { countItem } from './beside';
import { readChecksBucket } from './checks';
import { readChoiceBucket } from './choice';
import { blank, doubtOf, found, type ReadContext, type Reading, withoutValue } from './item';

/** Reads what stands under a heading as the type of its item asks. */
export function readBucket(context: ReadContext, bucket: Bucket): Reading {
  const content = contentOf(bucket.spans);
  const { item } = bucket;
  if (item.type === 'checks' || isCheckGroup(item)) return readChecksBucket(context, bucket, content);
  if (item.type === 'choice') return readChoiceBucket(context, bucket, content);
  if (item.type === 'flag') return readFlag(context, bucket, content);
  if (item.type === 'count') return readCount(bucket, content);
  if (item.type === 'image') return { items: [blank(bucket)], leftover: bucket.spans };
  return readText(context, bucket, content);
}

function readText({ lossy }: ReadContext, bucket: Bucket, content: Content): Reading {
  const framed = withoutFrame(bucket.item, textOnce(bucket, content));
  const text = lossy ? ticksAsText(framed) : framed;
  if (text === '') return { items: [blank(bucket)], leftover: [] };
  const own =
    text !== framed
      ? { code: 'ticksLost' }
      : bucket.joined && framed.includes('\n')
        ? { code: 'rowsJoined' }
        : undefined;
  return { items: [found(bucket, content, text, doubtOf(bucket, own))], leftover: [] };
}

/** A text that is printed twice, word for word, is meant once. */
function textOnce(bucket: Bucket, content: Content): string {
  const keys = new Set(bucket.joined ? bucket.spans.map((span) => keyOf(textOf(span))) : []);
  const [first] = bucket.spans;
  return (keys.size === 1 && first ? textOf(first) : content.text).trim();
}

function readCount(bucket: Bucket, content: Content): Reading {
  const match = COUNT.exec(content.folded.key);
  const item = match ? countItem(bucket.path, content, match[0], false) : blank(bucket);
  return { items: [item], leftover: besides(content, match?.index ?? 0, match?.[0].length ?? 0) };
}

const COUNT = /\d[\d、]{0,8}/;

/** `[○] 委託しない`: a flag is true, false, or its box says nothing. */
function readFlag({ lossy }: ReadContext, bucket: Bucket, content: Content): Reading {
  const { key } = content.folded;
  const tick = firstTick(content);
  const label = keyOf(bucket.item.label);
  const from = key.indexOf(label);
  const rest = spoken(key.slice(0, tick?.from ?? 0) + key.slice(tick?.to ?? 0).replace(label, ''));
  const leftover = rest === '' ? [] : bucket.spans;
  const lost =
    tick === undefined || from < 0 || (lossy && (tick.look === 'boxOff' || tick.look === 'radioOff'));
  if (lost) return { items: [withoutValue(bucket, content, { code: 'ticksLost' })], leftover };
  const value = tick.look === 'circle' || tick.look === 'boxOn' || tick.look === 'radioOn';
  const doubt = doubtOf(bucket, rest === '' ? undefined : { code: 'moreText' });
  return { items: [found(bucket, content, value, doubt)], leftover };
}

function firstTick({ text, folded }: Content): Tick | undefined {
  for (let at = 0; at < folded.key.length; at++) {
    const tick = tickAt(text, folded, at);
    if (tick) return tick;
  }
  return undefined;
}

/** What is left of a text when brackets and marks are taken away. */
function spoken(key: string): string {
  return key.replace(/[()※]/g, '');
}

/** The spans of the content if it says more than the stretch of its key. */
function besides(content: Content, from: number, length: number): readonly Span[] {
  const { key } = content.folded;
  const rest = spoken(key.slice(0, from) + key.slice(from + length)).replace('件', '');
  return rest === '' ? [] : spansOf(content, 0, content.text.length);
}
