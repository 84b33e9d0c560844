import { diffText, type Segment } from '../diffText';
import { applyElided } from './elision';
import type { Sides } from './sides';
import type { RowStyle } from './style';

/**
 * Two long texts with what did not change left out （略）, in one pair or one for each place that changed. Whole
 * sentences and lines stay, so that a reader understands them. Applying the pairs one after the other to the old
 * text gives the new one; where that cannot be, the texts are given in full.
 */
export function abridge(before: string, after: string, style: RowStyle): readonly Sides[] {
  const full = [{ before, after }];
  if (Math.max(before.length, after.length) <= style.fullUpTo) return full;
  if (before.includes(style.elision) || after.includes(style.elision)) return full;
  const units = unitsOf(diffText(before, after));
  for (const context of [0, 1, 2, 3]) {
    const pieces = piecesOf(units, context);
    const sides = style.perItem === 'one' ? [asOne(pieces, style)] : asEach(pieces, style);
    if (sides.length > 0 && holds(before, after, sides, style)) return sides;
  }
  return full;
}

function holds(before: string, after: string, sides: readonly Sides[], { elision }: RowStyle): boolean {
  const result = sides.reduce<string | undefined>(
    (text, pair) => (text === undefined ? undefined : applyElided(text, pair, elision)),
    before,
  );
  return result === after && sides.every((pair) => pair.before !== before || sides.length === 1);
}

/** A sentence or line of both texts; the same on both sides where it did not change. */
type Unit = Sides;

const SENTENCE = /(?<=。)(?!\n)|(?<=\n)|(?=[ 　][・①-⑳※■◆])/;
const CLAUSE = /(?<=[。、])(?!\n)|(?<=\n)|(?=[ 　][・①-⑳※■◆])/;
/** A changed sentence longer than this is cut at its commas. */
const LONG = 200;

function unitsOf(segments: readonly Segment[]): readonly Unit[] {
  const units = cut(segments, SENTENCE);
  return units.some(({ before, after }) => before !== after && before.length + after.length > 2 * LONG)
    ? cut(segments, CLAUSE)
    : units;
}

function cut(segments: readonly Segment[], end: RegExp): readonly Unit[] {
  const units: Unit[] = [];
  let [before, after] = ['', ''];
  const close = () => {
    if (before !== '' || after !== '') units.push({ before, after });
    [before, after] = ['', ''];
  };
  for (const { kind, text } of segments) {
    if (kind === 'removed') before += text;
    else if (kind === 'added') after += text;
    else
      text.split(end).forEach((piece, at) => {
        if (at > 0) close();
        before += piece;
        after += piece;
      });
    if (kind === 'same' && /[。\n]$/.test(text)) close();
  }
  close();
  return units;
}

/** Either what stays in view, or a run of unchanged text to leave out. */
type Piece =
  { readonly kind: 'kept'; readonly sides: Sides } | { readonly kind: 'left'; readonly text: string };

/** Fewer characters than this are not worth leaving out. */
const WORTH = 20;

function piecesOf(units: readonly Unit[], context: number): readonly Piece[] {
  const kept = units.map((_, at) => isKept(units, at, context));
  const runs: { readonly keep: boolean; readonly units: Unit[] }[] = [];
  units.forEach((unit, at) => {
    const keep = kept[at] ?? true;
    const last = runs.at(-1);
    if (last?.keep === keep) last.units.push(unit);
    else runs.push({ keep, units: [unit] });
  });
  return mergeKept(runs.flatMap((run, at) => pieceOf(run, at === runs.length - 1)));
}

/** Changed, next to a change within the context, or the anchor of something that was put in or taken out. */
function isKept(units: readonly Unit[], at: number, context: number): boolean {
  if (isChanged(units[at])) return true;
  for (let near = at - context; near <= at + context; near++) if (isChanged(units[near])) return true;
  const next = units[at + 1];
  return next !== undefined && at + 2 < units.length && (next.before === '' || next.after === '');
}

function isChanged(unit: Unit | undefined): boolean {
  return unit !== undefined && unit.before !== unit.after;
}

function pieceOf(
  run: { readonly keep: boolean; readonly units: readonly Unit[] },
  isLast: boolean,
): readonly Piece[] {
  const before = run.units.map((unit) => unit.before).join('');
  const after = run.units.map((unit) => unit.after).join('');
  if (run.keep || before.length < WORTH) return [{ kind: 'kept', sides: { before, after } }];
  // The line break at the end of what is left out stays in view, so that lines stay lines.
  if (isLast || !before.endsWith('\n')) return [{ kind: 'left', text: before }];
  const kept: Piece = { kind: 'kept', sides: { before: '\n', after: '\n' } };
  return [{ kind: 'left', text: before.slice(0, -1) }, kept];
}

function mergeKept(pieces: readonly Piece[]): readonly Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (piece.kind === 'kept' && last?.kind === 'kept')
      merged[merged.length - 1] = { kind: 'kept', sides: joinSides(last.sides, piece.sides) };
    else merged.push(piece);
  }
  return merged;
}

function joinSides(a: Sides, b: Sides): Sides {
  return { before: a.before + b.before, after: a.after + b.after };
}

function asOne(pieces: readonly Piece[], { elision }: RowStyle): Sides {
  return pieces.map((piece) => sidesOf(piece, elision)).reduce(joinSides, { before: '', after: '' });
}

function sidesOf(piece: Piece, elision: string): Sides {
  return piece.kind === 'kept' ? piece.sides : { before: elision, after: elision };
}

function asEach(pieces: readonly Piece[], { elision }: RowStyle): readonly Sides[] {
  return pieces.flatMap((piece, at) => {
    if (piece.kind === 'left' || !isChanged(piece.sides)) return [];
    const [lead, tail] = [at > 0 ? elision : '', at < pieces.length - 1 ? elision : ''];
    return [{ before: lead + piece.sides.before + tail, after: lead + piece.sides.after + tail }];
  });
}
