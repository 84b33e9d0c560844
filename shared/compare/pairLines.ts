import type { Likeness } from './likeness';

/** Lines of two texts side by side; one is missing where the other has no counterpart. */
export interface LinePair {
  readonly before?: string;
  readonly after?: string;
}

/** Lines less alike than this are not the same line reworded. */
const MIN_LINE_LIKENESS = 0.35;
/** Above this many pairs to try, lines are taken one after the other. */
const MAX_PAIRS = 4_000;

/** Pairs the lines of two texts by likeness, keeping their order. Every line appears once. */
export function pairLines(
  before: readonly string[],
  after: readonly string[],
  likeness: Likeness,
): readonly LinePair[] {
  if (before.length === 1 && after.length === 1)
    return pairIfAlike(before[0] ?? '', after[0] ?? '', likeness);
  if (before.length * after.length > MAX_PAIRS) return pairInOrder(before, after);
  return traceBack(before, after, bestSums(before, after, likeness), likeness);
}

function pairIfAlike(before: string, after: string, likeness: Likeness): readonly LinePair[] {
  return likeness.of(before, after) >= 0.1 ? [{ before, after }] : [{ before }, { after }];
}

function pairInOrder(before: readonly string[], after: readonly string[]): readonly LinePair[] {
  const longest = before.length >= after.length ? before : after;
  return longest.map((_, at) => ({
    ...(at < before.length ? { before: before[at] ?? '' } : {}),
    ...(at < after.length ? { after: after[at] ?? '' } : {}),
  }));
}

type Sums = readonly (readonly number[])[];

/** `sums[i][j]`: the greatest total likeness of pairs among the lines from i and from j on. */
function bestSums(before: readonly string[], after: readonly string[], likeness: Likeness): Sums {
  const sums: number[][] = Array.from({ length: before.length + 1 }, () =>
    Array<number>(after.length + 1).fill(0),
  );
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const row = sums[i] ?? [];
      row[j] = Math.max(
        sumAt(sums, i + 1, j),
        sumAt(sums, i, j + 1),
        paired(before, after, likeness, sums, i, j),
      );
    }
  return sums;
}

function paired(
  before: readonly string[],
  after: readonly string[],
  likeness: Likeness,
  sums: Sums,
  i: number,
  j: number,
): number {
  const pairLikeness = likeness.of(before[i] ?? '', after[j] ?? '');
  return pairLikeness < MIN_LINE_LIKENESS ? -1 : pairLikeness + sumAt(sums, i + 1, j + 1);
}

function sumAt(sums: Sums, i: number, j: number): number {
  return sums[i]?.[j] ?? 0;
}

function traceBack(
  before: readonly string[],
  after: readonly string[],
  sums: Sums,
  likeness: Likeness,
): readonly LinePair[] {
  const pairs: LinePair[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const best = sumAt(sums, i, j);
    const bothLeft = i < before.length && j < after.length;
    if (bothLeft && best > 0 && paired(before, after, likeness, sums, i, j) === best)
      pairs.push({ before: before[i++] ?? '', after: after[j++] ?? '' });
    else if (i < before.length && (j >= after.length || sumAt(sums, i + 1, j) === best))
      pairs.push({ before: before[i++] ?? '' });
    else pairs.push({ after: after[j++] ?? '' });
  }
  return pairs;
}
