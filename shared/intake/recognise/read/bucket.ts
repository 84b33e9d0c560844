import { type Content, contentOf } from '../content';
import { tickAt } from '../marks';
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
  const framed = withoutFrame(bucket.item, content.text.trim());
  const text = lossy ? ticksAsText(framed) : framed;
  if (text === '') return { items: [blank(bucket)], leftover: [] };
  const own = text !== framed ? { code: 'ticksLost' } : bucket.joined ? { code: 'rowsJoined' } : undefined;
  return { items: [found(bucket, content, text, doubtOf(bucket, own))], leftover: [] };
}

function readCount(bucket: Bucket, content: Content): Reading {
  const count = /\d[\d、]{0,8}/.exec(content.folded.key)?.[0];
  const item = count === undefined ? blank(bucket) : countItem(bucket.path, content, count, false);
  return { items: [item], leftover: [] };
}

/** `[○] 委託しない`: a flag is true, false, or its box says nothing. */
function readFlag({ lossy }: ReadContext, bucket: Bucket, content: Content): Reading {
  const keys = Array.from({ length: content.folded.key.length }, (_, at) => at);
  const looks = keys.map((at) => tickAt(content.text, content.folded, at)?.look);
  const look = looks.find((one) => one !== undefined);
  const lost = look === undefined || (lossy && (look === 'boxOff' || look === 'radioOff'));
  if (lost) return { items: [withoutValue(bucket, content, { code: 'ticksLost' })], leftover: [] };
  const value = look === 'circle' || look === 'boxOn' || look === 'radioOn';
  return { items: [found(bucket, content, value, doubtOf(bucket, undefined))], leftover: [] };
}
