import type { Drawn, Row } from './drawnSheet';

/** What programs do to the order of a page when they draw it, as shares. */
export interface Drawing {
  /** A row changes places with the next. */
  readonly swapped: number;
  /** A row is drawn somewhere else on its page. */
  readonly strayed: number;
  /** The brackets, lists of options and rows of boxes of a row are drawn somewhere else. */
  readonly detached: number;
  /** A value is drawn before its heading. */
  readonly reversed: number;
  /** Neighbouring pieces of a cell change places. */
  readonly muddled: number;
  /** A cell of the table of changes is drawn somewhere else. */
  readonly torn: number;
}

/** The text of pages, drawn in a disturbed order and taken out in the order in which it was drawn. */
export function asDrawn(pages: readonly (readonly Row[])[], drawing: Drawing, roll: () => number): string {
  return pages.map((rows) => streamText(drawn(rows, drawing, roll))).join('\n\n\n\n');
}

type Cell = readonly Drawn[];

function drawn(rows: readonly Row[], drawing: Drawing, roll: () => number): readonly Drawn[] {
  const groups: Cell[][] = [];
  const loose: Cell[] = [];
  for (const row of rows) {
    const cells = reversed(row.cells, drawing, roll).map((cell) => muddled(cell, drawing, roll));
    const [label, ...others] = cells;
    const small = (cell: Cell): boolean => cells.length > 2 && cell !== label;
    const share = row.ofTable ? drawing.torn : drawing.detached;
    const away = others.filter((cell) => small(cell) && roll() < share);
    loose.push(...away);
    groups.push(cells.filter((cell) => !away.includes(cell)));
  }
  for (let at = 0; at + 1 < groups.length; at++)
    if (roll() < drawing.swapped) groups.splice(at, 2, ...groups.slice(at, at + 2).reverse());
  for (let at = 0; at < groups.length; at++)
    if (roll() < drawing.strayed) {
      const [group = []] = groups.splice(at, 1);
      groups.splice(Math.floor(roll() * (groups.length + 1)), 0, group);
    }
  for (const cell of loose) groups.splice(Math.floor(roll() * (groups.length + 1)), 0, [cell]);
  return groups.flat(2);
}

function reversed(cells: Row['cells'], drawing: Drawing, roll: () => number): Row['cells'] {
  const [label, value, ...rest] = cells;
  return label && value && rest.length === 0 && roll() < drawing.reversed ? [value, label] : cells;
}

function muddled(cell: Cell, drawing: Drawing, roll: () => number): Cell {
  const pieces = [...cell];
  const onLine = pieces.every(({ y }) => y === pieces[0]?.y);
  for (let at = 0; onLine && at + 1 < pieces.length; at++)
    if (roll() < drawing.muddled) pieces.splice(at, 2, ...pieces.slice(at, at + 2).reverse());
  return pieces;
}

/**
 * What takes text out in the order of drawing: pieces of one line stay on it (with a blank where there is room
 * between them), the next line near by begins a line, everything else a new paragraph.
 */
export function streamText(pieces: readonly Drawn[]): string {
  let text = '';
  let last: Drawn | undefined;
  for (const piece of pieces) {
    text += last ? between(last, piece) : '';
    text += piece.text;
    last = piece;
  }
  return text;
}

function between(last: Drawn, piece: Drawn): string {
  const down = piece.y - last.y;
  if (Math.abs(down) < 0.3) return piece.x > last.x + last.text.length * 0.9 ? ' ' : '';
  return Math.abs(down) < 1.3 ? '\n' : '\n\n';
}
