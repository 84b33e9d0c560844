import type { Position } from './elements';
import { type Folded, fold } from './fold';
import { type HeadingMatch, headingOf } from './headings';
import { type Span, textOf } from './pieces';
import type { Print } from './print';
import { FORM_DIGITS } from '../../forms/stamp';

/**
 * Readers of paper also write several rows as one line. A heading with its number, behind white space and before
 * white space or a bracket, begins a part of its own; in lines without cells so does a heading by its wording.
 */
export function cutAtHeadings(print: Print, line: Span, position: Position): readonly Span[] {
  const text = textOf(line);
  if (!/\S\s+\S/.test(text)) return [line];
  const cuts = startsOf(print, text, position).filter((from) => from > 0);
  if (cuts.length === 0) return [line];
  return [0, ...cuts].map((from, i) => ({
    ...line,
    from: line.from + from,
    to: line.from + (cuts[i] ?? text.length),
  }));
}

interface Start {
  /** In the text. */
  readonly from: number;
  readonly to: number;
  /** Too short to be told from ordinary words: only what follows can say that it is a heading. */
  readonly short: boolean;
}

function startsOf(print: Print, text: string, position: Position): readonly number[] {
  const folded = fold(text);
  const starts: Start[] = [];
  for (let at = 0; at < folded.key.length; at++) {
    const start = isApart(text, folded, at) ? startAt(print, text, folded, at, position) : undefined;
    if (!start) continue;
    starts.push(start);
    while ((folded.at[at + 1] ?? text.length) < start.to) at++;
  }
  return starts
    .filter(
      ({ short }, i) =>
        !short || isNextTo(text, starts[i - 1], starts[i]) || isNextTo(text, starts[i], starts[i + 1]),
    )
    .map(({ from }) => from);
}

function isApart(text: string, { at }: Folded, key: number): boolean {
  return key === 0 || /\s/.test(text[(at[key] ?? 0) - 1] ?? '');
}

/** Nothing but white space lies between the two. */
function isNextTo(text: string, first: Start | undefined, second: Start | undefined): boolean {
  return first !== undefined && second !== undefined && text.slice(first.to, second.from).trim() === '';
}

const SHORTEST = 4;
/** `②方法`: a circled number says more than a character. */
const CIRCLED = /^[①-⑳]/;
/** No heading is longer. */
const LONGEST = 120;

function startAt(
  print: Print,
  text: string,
  folded: Folded,
  at: number,
  position: Position,
): Start | undefined {
  const from = folded.at[at] ?? 0;
  const stamp = stampLength(text.slice(from, from + LONGEST));
  if (stamp > 0) return { from, to: from + stamp, short: false };
  if (!mayBegin(print, folded.key, at)) return undefined;
  const match = headingOf(print, text.slice(from, from + LONGEST), false);
  if (!match || match.length < 2 || isFlag(print, match)) return undefined;
  if (position !== 'line' && (!match.numbered || match.length < SHORTEST)) return undefined;
  const to = from + match.to;
  const told =
    match.numbered || CIRCLED.test(text[from] ?? '') || isAnswered(print, match, text.slice(to, to + 12));
  return { from, to, short: match.length < SHORTEST && !(told && match.length > 2) };
}

/** Quick to tell, unlike the heading itself. */
function mayBegin(print: Print, key: string, at: number): boolean {
  const digits = /^\d{1,2}/.exec(key.slice(at, at + 2))?.[0].length ?? 0;
  return (
    print.at(key, at).length > 0 ||
    print.entryAt(key, at) !== undefined ||
    (digits > 0 && print.at(key, at + digits).length > 0)
  );
}

/** The label of a flag belongs to the box before it. */
function isFlag(print: Print, { readings }: HeadingMatch): boolean {
  return readings.every(({ ids }) => ids.every((id) => print.byId.get(id)?.item.type === 'flag'));
}

const DATE = /^\s*(?:平成|令和|昭和|20\d\d)/;
const BRACKET = /^\s*[[［【]/;

/** What the type of the item asks for stands right behind. */
export function isAnswered(print: Print, { readings }: HeadingMatch, behind: string): boolean {
  const types = new Set(readings.flatMap(({ ids }) => ids.map((id) => print.byId.get(id)?.item.type)));
  return (types.has('date') && DATE.test(behind)) || (types.has('choice') && BRACKET.test(behind));
}

const STAMP = new RegExp(
  `^[[［(（【]?\\s*(?:平成|令和)\\s*[\\d０-９元]{1,2}\\s*年\\s*[\\d０-９]{1,2}\\s*月\\s*様式\\s*[${FORM_DIGITS}${wide(FORM_DIGITS)}]\\s*[\\]］)）】]?(?=\\s|$)`,
);

function wide(digits: string): string {
  return digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** Length of the stamp of the edition that begins the text; 0 where there is none. */
export function stampLength(text: string): number {
  return STAMP.exec(text)?.[0].length ?? 0;
}
