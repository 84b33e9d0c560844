import { cutAtHeadings } from './cuts';
import { type Element, observation, textElement } from './elements';
import { type HeadingMatch, headingOf } from './headings';
import { type Span, textOf, trimmed } from './pieces';
import type { Print } from './print';

/** A heading of a short text that stands beside others, above their values: 評価書番号, 評価書名. */
export interface ColumnHeading {
  readonly span: Span;
  readonly match: HeadingMatch;
}

/** Where the span is such a heading and nothing else. */
export function columnHeading(print: Print, span: Span): readonly ColumnHeading[] {
  const match = headingOf(print, textOf(span), false);
  const item = print.byId.get(match?.readings[0]?.ids[0] ?? '')?.item;
  return match?.whole && item?.type === 'text' ? [{ span, match }] : [];
}

/** The line as headings that stand beside each other; none where anything else is in it. */
export function headingsIn(print: Print, line: Span): readonly ColumnHeading[] {
  const parts = cutAtHeadings(print, line, 'line').flatMap((part) => trimmed(part) ?? []);
  const found = parts.flatMap((part) => columnHeading(print, part)).filter(({ match }) => !match.numbered);
  return found.length === parts.length ? found : [];
}

/** Each heading with its value. */
export function abreast(headings: readonly ColumnHeading[], values: readonly Span[]): readonly Element[] {
  return headings.flatMap(({ span, match }, i) => [
    { ...observation(span.piece, match, 'line'), span },
    ...values.slice(i, i + 1).map(textElement),
  ]);
}

/** `8 水辺の事務　重点項目評価書`: what stands apart; a number is never a part of what follows. */
export function inParts(line: Span, wanted: number): readonly Span[] {
  const text = textOf(line);
  const words = Array.from(text.matchAll(/\S+/g), ({ index }) => index);
  const numbered = /^[\d０-９]+\s/.test(text);
  const cuts = words.length === wanted || numbered ? words.slice(0, wanted) : [];
  return cuts.flatMap((from, i) => {
    const to = cuts[i + 1] ?? text.length;
    return trimmed({ ...line, from: line.from + from, to: line.from + to }) ?? [];
  });
}
