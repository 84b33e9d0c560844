import { foldWidth } from '../../../japanese/normalise';
import { keyOf } from '../fold';
import type { Print } from '../print';
import { isDash, widthOf } from './cellText';
import { beginsPath, type Cell, namesItem } from './rows';
import { largest } from '../../lists';

/** What is known of the cells of 項目 in one table. */
export interface ItemCells {
  /** Of their column, in full-width characters. */
  readonly width: number;
  readonly names: ItemNames;
}

/** The headings of the form, as a path of 項目 ends with one. */
export interface ItemNames {
  /** Whether these words are a heading. */
  readonly is: (text: string) => boolean;
  /** Whether a path that is written like this is whole: it ends with a heading or the name of an entry. */
  readonly endsPath: (text: string) => boolean;
}

export function itemNames(print: Print): ItemNames {
  const headings = print.entries.filter(({ kind }) => kind === 'heading' || kind === 'section');
  const keys = new Set(headings.map(({ key }) => key).filter((key) => key.length >= 3));
  const longest = largest([...keys].map((key) => key.length));
  return {
    is: (text) => print.exact(text).some(({ kind }) => kind === 'heading' || kind === 'section'),
    endsPath: (text) => {
      const key = keyOf(text);
      if (/(?:委託事項|移転先|提供先|システム|リスク)\d{1,2}$/.test(key)) return true;
      const ends = Array.from({ length: Math.min(longest, key.length) }, (_, nth) =>
        key.slice(nth - key.length + Math.max(0, key.length - longest)),
      );
      return ends.some((end) => end.length >= 3 && keys.has(end));
    },
  };
}

/** The width of the column of 項目: that of the first lines of most cells right behind a date. */
export function itemWidth(pages: readonly (readonly Cell[])[]): number {
  const widths = pages
    .flatMap((cells) => cells.filter((cell, at) => cell.kind === 'text' && cells[at - 1]?.kind === 'date'))
    .filter(({ texts }) => texts.length > 1)
    .map(({ texts }) => largest(texts.slice(0, 2).map(widthOf)))
    .sort((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.6)] ?? 14;
}

/** Characters by which proportional lines of one column differ. */
const SLACK = 1.5;

/** Cells with those of 項目 told apart, also where they stand in one box with others. */
export function withItems(cells: readonly Cell[], known: ItemCells): readonly Cell[] {
  const divided = cells.flatMap((cell) => (cell.kind === 'text' ? atPaths(cell) : [cell]));
  return divided.flatMap((cell, at) => {
    if (cell.kind !== 'text') return [cell];
    const led = divided[at - 1]?.kind === 'date';
    if (!led && !beginsPath(cell)) return [cell];
    if (led && !namesItem(cell, known.names.is) && !isNarrow(cell, known) && !beginsNarrow(cell, known))
      return [cell];
    const next = divided[at + 1];
    const beside = next?.kind === 'timing' && next.lines[0] === cell.lines.at(-1);
    const cells = divided.slice(at + 1, at + 3).filter(({ kind }) => kind === 'text').length;
    return itemAndRest(cell, known, { more: next?.kind === 'text', both: cells > 1, beside });
  });
}

/** The number of a part of the form at the beginning of a line. */
const PART = /^\s*(?:I{1,3}|IV|VI?)[\s.．]*(?![\sA-Za-z0-9])/;

function isNarrow({ texts }: Cell, { width }: ItemCells): boolean {
  return texts.every((text) => widthOf(text) <= width + SLACK);
}

/** The cells of a row in one box: the first lines are as narrow as 項目, others are not. */
function beginsNarrow({ texts }: Cell, { width }: ItemCells): boolean {
  const wide = texts.findIndex((text) => widthOf(text) > width + SLACK);
  return wide > 1;
}

/** Several cells of 項目 in one box: each begins with the number of a part of the form. */
function atPaths(cell: Cell): readonly Cell[] {
  if (!beginsPath(cell)) return [cell];
  const starts = cell.texts.flatMap((text, at) => (at === 0 || PART.test(foldWidth(text)) ? [at] : []));
  return starts.map((start, nth) => part(cell, start, starts[nth + 1] ?? cell.texts.length));
}

function part(cell: Cell, from: number, to: number): Cell {
  const lines = cell.texts.length === cell.lines.length ? cell.lines.slice(from, to) : cell.lines;
  return { ...cell, lines, texts: cell.texts.slice(from, to) };
}

interface Behind {
  /** Further words of the row stand in another box. */
  readonly more: boolean;
  /** Before and after stand there, so all of this box is the item. */
  readonly both: boolean;
  /** 事前・事後 stands on the last line: that line is not the item's. */
  readonly beside: boolean;
}

function itemAndRest(cell: Cell, known: ItemCells, behind: Behind): readonly Cell[] {
  const { lines, inline, guessed } = extent(cell.texts, known, behind);
  const item: Cell = { ...part(cell, 0, lines), kind: 'item' };
  const rest: Cell = { ...part(cell, lines, cell.texts.length), ...(guessed ? { guessed } : {}) };
  if (inline === undefined) return [item, ...(rest.texts.length > 0 ? [rest] : [])];
  const [first = '', ...others] = rest.texts;
  return [
    {
      ...item,
      texts: [...item.texts, first.slice(0, inline)],
      lines: [...item.lines, ...rest.lines.slice(0, 1)],
    },
    { ...rest, texts: [first.slice(inline).trim(), ...others] },
  ];
}

interface Extent {
  /** Whole lines of the item. */
  readonly lines: number;
  /** Characters of the line behind them. */
  readonly inline?: number;
  /** Only the headings of the form say so. */
  readonly guessed?: true;
}

function extent(texts: readonly string[], known: ItemCells, behind: Behind): Extent {
  const fitting = texts.findIndex(
    (text, at) => widthOf(text) > known.width + SLACK || (at > 0 && isDash(text)),
  );
  const last = behind.beside && texts.length > 1 ? texts.length - 1 : texts.length;
  const most = fitting === -1 ? last : Math.min(fitting, last);
  const split = texts[most] === undefined ? undefined : inlineEnd(texts, most, known);
  if (split !== undefined) return { lines: most, inline: split };
  const alone = texts.length === 1 ? aloneEnd(texts[0] ?? '', known) : undefined;
  if (alone !== undefined) return { lines: 0, inline: alone };
  if (most === texts.length && behind.more) return pathOf(texts, known, behind);
  const cut = most < texts.length;
  for (let lines = most; lines > (cut ? Math.max(0, most - 3) : 0); lines--)
    if (known.names.endsPath(texts.slice(0, lines).join(''))) return { lines };
  return { lines: Math.max(1, cut ? most : fullLines(texts, most, known)) };
}

/** `②所属長の役職名 課長 年金課長`: where the path ends on a line that is too wide for it. */
function inlineEnd(texts: readonly string[], at: number, { width, names }: ItemCells): number | undefined {
  const line = texts[at] ?? '';
  const before = texts.slice(0, at).join('');
  const ends = [...line.matchAll(/ +/g)].map(({ index }) => index).filter((index) => index > 0);
  return ends.findLast(
    (end) => widthOf(line.slice(0, end)) <= width + SLACK && names.endsPath(before + line.slice(0, end)),
  );
}

/** All lines, or as far as they are a whole path where words that are none follow. */
function pathOf(texts: readonly string[], { names }: ItemCells, { both }: Behind): Extent {
  const isWhole = (lines: number): boolean => names.endsPath(texts.slice(0, lines).join(''));
  if (both || isWhole(texts.length)) return { lines: texts.length };
  for (let lines = texts.length - 1; lines > 0; lines--)
    if (isWhole(lines) && !PATH_GOES_ON.test(foldWidth(texts[lines] ?? '').trim()))
      return { lines, guessed: true };
  return { lines: texts.length };
}

/** `公表日 課長補佐`: one line that begins with a whole path and goes on with words that are none. */
function aloneEnd(line: string, { names }: ItemCells): number | undefined {
  const ends = [...line.trimEnd().matchAll(/ +/g)].map(({ index }) => index).filter((index) => index > 0);
  const whole = ends.findLast((end) => names.endsPath(line.slice(0, end)));
  if (whole === undefined || names.endsPath(line)) return undefined;
  return PATH_GOES_ON.test(foldWidth(line.slice(whole)).trim()) ? undefined : whole;
}

const PATH_GOES_ON =
  /^(?:\d{1,2}[.．]|[①-⑳]|[(（](?!中?略)|リスク|委託事項|提供先|移転先|システム|その他|別[添紙表])/;

/** Lines until one ends short of the column. */
function fullLines(texts: readonly string[], most: number, { width }: ItemCells): number {
  const short = texts.findIndex((text, at) => {
    const next = foldWidth(texts[at + 1] ?? '').trim();
    return widthOf(text) < width - 2.5 && !/^(?:\d{1,2}[.．]|[①-⑳(（])/.test(next);
  });
  return short === -1 ? most : Math.min(most, short + 1);
}
