import type { Where } from '../../assessment/source';
import { type Folded, fold } from './fold';
import { type Span, textOf, whereOf } from './pieces';

/** What stands under one heading: its stretches of the source as one text, with the way back to their places. */
export interface Content {
  readonly text: string;
  readonly folded: Folded;
  readonly parts: readonly ContentPart[];
}

interface ContentPart {
  readonly span: Span;
  /** Where it begins in `text`. */
  readonly start: number;
}

export function contentOf(spans: readonly Span[]): Content {
  const parts: ContentPart[] = [];
  let text = '';
  for (const span of spans) {
    if (text !== '') text += '\n';
    parts.push({ span, start: text.length });
    text += textOf(span);
  }
  return { text, folded: fold(text), parts };
}

/** The places of the characters `from`..`to` of the text, one for each piece they lie in. */
export function spansOf(content: Content, from: number, to: number): readonly Span[] {
  return content.parts.flatMap(({ span, start }) => {
    const low = Math.max(from - start, 0);
    const high = Math.min(to - start, span.to - span.from);
    return high > low ? [{ piece: span.piece, from: span.from + low, to: span.from + high }] : [];
  });
}

export function placesOf(content: Content): readonly Where[] {
  return content.parts.map(({ span }) => whereOf(span));
}

/** The stretch of the text that the characters `from`..`to` of the key stand for, white space behind it included. */
export function inText(folded: Folded, from: number, to: number): readonly [number, number] {
  return [folded.at[from] ?? 0, folded.at[to] ?? 0];
}
