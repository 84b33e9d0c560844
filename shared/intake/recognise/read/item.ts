import type { Value } from '../../../assessment/types';
import type { Form } from '../../../forms/types';
import type { RecognisedItem } from '../../result';
import type { ReviewReason } from '../../../assessment/source';
import { type Content, placesOf } from '../content';
import { type Span, whereOf } from '../pieces';
import type { Bucket } from '../place';
import type { Print } from '../print';

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

/** The heading is there and nothing under it. */
export function blank(bucket: Bucket): RecognisedItem {
  return { path: bucket.path, status: 'empty', where: [...bucket.headings, ...bucket.spans].map(whereOf) };
}

export function found(bucket: Bucket, content: Content, value: Value, reason?: ReviewReason): RecognisedItem {
  return {
    path: bucket.path,
    status: reason ? 'review' : 'filled',
    value,
    ...(reason ? { reason } : {}),
    where: placesOf(content),
  };
}

/** Nothing can be taken for sure; `candidates` are what it may be. */
export function withoutValue(
  bucket: Bucket,
  content: Content,
  reason: ReviewReason,
  candidates: readonly string[] = [],
): RecognisedItem {
  const more = candidates.length > 0 ? { candidates } : {};
  return { path: bucket.path, status: 'review', reason, where: placesOf(content), ...more };
}

/** The doubt about the value, else that about its place. */
export function doubtOf(bucket: Bucket, own: ReviewReason | undefined): ReviewReason | undefined {
  if (own) return own;
  if (bucket.rival !== undefined) return { code: 'placeUnclear' };
  return bucket.inferred ? { code: 'headingLost' } : undefined;
}

/** The path of an item in the same entry. */
export function pathBeside({ item, path }: Bucket, id: string): string {
  const own = item.id.split('.');
  const other = id.split('.');
  const apart = own.findIndex((part, at) => part !== other[at]);
  const kept = path.split('.').slice(0, apart < 0 ? own.length : apart);
  return [...kept, ...other.slice(kept.length)].join('.');
}
