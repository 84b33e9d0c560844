import { normaliseForComparison } from '../japanese/normalise';

type Bigrams = ReadonlyMap<string, number>;

/**
 * Remembers the pairs of characters of each text it has seen, so that many texts can be held against each other.
 * One instance serves one comparison.
 */
export class Likeness {
  private readonly known = new Map<string, Bigrams>();

  /** From 0 (no pair of characters in common) to 1 (equal but for width and white space). Symmetric. */
  of(a: string, b: string): number {
    if (a === b) return 1;
    const [x, y] = [this.bigrams(a), this.bigrams(b)];
    const total = count(x) + count(y);
    return total === 0 ? 1 : (2 * shared(x, y)) / total;
  }

  private bigrams(text: string): Bigrams {
    const bigrams = this.known.get(text) ?? bigramsOf(normaliseForComparison(text));
    this.known.set(text, bigrams);
    return bigrams;
  }
}

const SIZE = Symbol('size');
type Counted = Map<string, number> & { [SIZE]?: number };

/** Pairs of neighbouring characters with how often each occurs; the ends count, so that one character is a pair too. */
function bigramsOf(text: string): Bigrams {
  const found: Counted = new Map<string, number>();
  if (text === '') return found;
  const framed = `\n${text}\n`;
  for (let at = 0; at + 1 < framed.length; at++) {
    const pair = framed.slice(at, at + 2);
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  found[SIZE] = framed.length - 1;
  return found;
}

function count(bigrams: Bigrams): number {
  return (bigrams as Counted)[SIZE] ?? 0;
}

function shared(a: Bigrams, b: Bigrams): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let total = 0;
  for (const [pair, times] of small) total += Math.min(times, large.get(pair) ?? 0);
  return total;
}
