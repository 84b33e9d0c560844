import type { ReviewReason } from '../../assessment/source';
import { textOf } from './pieces';
import type { Bucket } from './place';

/**
 * Texts of cells without lines around them, by path: a label stands beside the middle of its text as often as beside
 * its beginning, so where a long text begins and ends cannot be told, nor a short one next to it.
 */
export function unframedTexts(buckets: readonly Bucket[]): ReadonlyMap<string, ReviewReason> {
  const doubtful = buckets.filter(
    (bucket, at) => isLong(bucket) || [buckets[at - 1], buckets[at + 1]].some((next) => next && isLong(next)),
  );
  return new Map(
    doubtful
      .filter(({ item }) => TEXTS.has(item.type))
      .map(({ path }) => [path, { code: 'cellsUnframed' }] as const),
  );
}

const TEXTS: ReadonlySet<string> = new Set(['text', 'longtext', 'date']);

function isLong({ item, spans }: Bucket): boolean {
  if (item.type === 'longtext') return true;
  return (
    TEXTS.has(item.type) &&
    spans
      .map((span) => textOf(span).trim())
      .join('\n')
      .includes('\n')
  );
}
