import type { Span, Unit } from './pieces';
import { wholeOf } from './pieces';

/** What stands outside the pages' text: headers, footers, footnotes, comments. */
export interface Margins {
  readonly body: readonly Unit[];
  /** Page numbers, and headers that only repeat an earlier one. */
  readonly print: readonly Span[];
  /** Everything else: a person decides. */
  readonly leftover: readonly Span[];
}

const OUTSIDE: readonly (string | undefined)[] = ['header', 'footer', 'footnote', 'comment'];

export function marginsOf(units: readonly Unit[]): Margins {
  const outside = units.filter(isOutside);
  const seen = new Set<string>();
  const print: Span[] = [];
  const leftover: Span[] = [];
  for (const piece of outside.flatMap(({ pieces }) => pieces)) {
    const known = PAGE_NUMBER.test(piece.folded.key) || seen.has(piece.folded.key);
    (known ? print : leftover).push(wholeOf(piece));
    seen.add(piece.folded.key);
  }
  return { body: units.filter((unit) => !isOutside(unit)), print, leftover };
}

function isOutside({ pieces }: Unit): boolean {
  return OUTSIDE.includes(pieces[0]?.role);
}

/** 12, - 12 -, 12/34, 12 / 34 ページ, p.12 */
const PAGE_NUMBER = /^(?:p\.?|ページ|頁)?ー*\(?\d{1,5}\)?(?:(?:\/|of|ー)\d{1,5})?(?:ページ|頁)?ー*$/i;
