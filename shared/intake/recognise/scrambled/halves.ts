/** Before and after of a change, as far as their likeness tells. */
export interface Halves {
  readonly before: string;
  readonly after: string;
}

/**
 * Splits the lines of a row where the two parts are most alike: a change keeps most of its words. `cells` are
 * lines by cell; a border between cells is preferred, and a line that ends short of the others. A single line
 * counts as what was added.
 */
export function splitAlike(cells: readonly (readonly string[])[]): Halves {
  const lines = cells.flat();
  const borders = new Set(borderLines(cells));
  const width = Math.max(...lines.map((line) => line.length));
  let best = { at: 0, score: 0.15 };
  for (let at = 1; at < lines.length; at++) {
    const alike = dice(lines.slice(0, at).join(''), lines.slice(at).join(''));
    const short = (lines[at - 1] ?? '').length < width - 1;
    const score = alike + (borders.has(at) ? 0.1 : 0) + (short ? 0.1 : 0);
    if (score > best.score) best = { at, score };
  }
  const at = best.at > 0 ? best.at : cells.length === 2 ? (cells[0]?.length ?? 0) : 0;
  return { before: lines.slice(0, at).join('\n'), after: lines.slice(at).join('\n') };
}

function borderLines(cells: readonly (readonly string[])[]): readonly number[] {
  let at = 0;
  return cells.map((cell) => (at += cell.length));
}

/** Share of pairs of neighbouring characters that two texts have in common, 0..1. */
export function dice(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)];
  let shared = 0;
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0);
  return (2 * shared) / Math.max(1, a.length + b.length - 2);
}

function pairs(text: string): ReadonlyMap<string, number> {
  const bag = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2);
    bag.set(pair, (bag.get(pair) ?? 0) + 1);
  }
  return bag;
}
