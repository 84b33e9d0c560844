import type { ItemId } from '../../forms/types';
import type { HeadingMatch } from './headings';
import { type Piece, type Span, wholeOf } from './pieces';
import type { EntryHeading } from './print';

/**
 * The source as a stream: places that may be print of the form (with the items they may belong to) and text
 * between them. `align` decides which reading of each place fits the order of the form.
 */
export type Element = Observation | TextElement;

export interface TextElement {
  readonly kind: 'text';
  readonly span: Span;
  /** Begins a row whose heading cell is empty: it may go on with the row above, or have lost its heading. */
  readonly headless?: boolean;
}

export interface Observation {
  readonly kind: 'observation';
  /**
   * `options`: a list of options or ticks, whose text follows as an element of its own; `number`: the number of the
   * heading that follows; `unknown`: a label that is none of the form's.
   */
  readonly what: 'heading' | 'options' | 'number' | 'unknown';
  readonly span: Span;
  readonly candidates: readonly Candidate[];
  /** What it costs to take the place for ordinary text. */
  readonly textCost: number;
  /** Print that is never a value, whatever it is aligned to. */
  readonly print?: boolean;
  /** Holds more than print; it is kept beside what it is aligned to. */
  readonly more?: boolean;
}

export interface Candidate {
  readonly id: ItemId;
  readonly cost: number;
  readonly entry?: EntryHeading;
  readonly section?: boolean;
}

/** How sure a text in this position is a heading: the cost of taking it for ordinary text. */
export type Position = 'first' | 'alone' | 'inner' | 'value' | 'line';

const TEXT_COST: Readonly<Record<Position, { numbered: number; plain: number }>> = {
  first: { numbered: 9, plain: 8 },
  alone: { numbered: 9, plain: 6 },
  inner: { numbered: 8, plain: 7 },
  line: { numbered: 8, plain: 4 },
  value: { numbered: 2.5, plain: 0.6 },
};

/** In a line of its own an ordinary text may be the wording of a heading by chance, the more so the shorter it is. */
const SHORT: Readonly<Partial<Record<Position, readonly (readonly [number, number])[]>>> = {
  alone: [
    [5, 2.5],
    [8, 4],
  ],
  line: [
    [5, 1.5],
    [8, 3],
  ],
};

/** With a number that the form does not print there it is the writer's own more often than not. */
const RENUMBERED = 1.2;

/** What it costs to take the heading for ordinary text. */
export function textCostOf(match: HeadingMatch, position: Position): number {
  if (match.near) return 3;
  if (match.numbered) return TEXT_COST[position].numbered;
  if (match.renumbered && position !== 'first') return RENUMBERED;
  const short = SHORT[position]?.find(([length]) => match.length < length)?.[1];
  return short ?? TEXT_COST[position].plain;
}

export function textElement(span: Span): TextElement {
  return { kind: 'text', span };
}

export function observation(piece: Piece, match: HeadingMatch, position: Position): Observation {
  const candidates = match.readings.flatMap(({ ids, kind, entry, cost }) =>
    ids.map((id) => ({
      id,
      cost,
      ...(entry ? { entry } : {}),
      ...(kind === 'section' || kind === 'title' ? { section: true } : {}),
    })),
  );
  const cost = textCostOf(match, position);
  const print = match.readings.some(({ kind }) => kind === 'title');
  return {
    kind: 'observation',
    what: 'heading',
    span: wholeOf(piece),
    candidates,
    textCost: cost,
    ...(print ? { print } : {}),
    ...(match.more ? { more: true } : {}),
  };
}
