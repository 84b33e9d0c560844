import { foldWidth } from '../../../japanese/normalise';
import { type Heads, headKeys, headRun, withoutHeads } from './columnHeads';
import type { Line, Page } from './pages';

/** A cell of the table of changes as the text has it: lines of one box up to a date or 事前・事後. */
export interface Cell {
  readonly kind: 'date' | 'item' | 'timing' | 'text';
  readonly lines: readonly Line[];
  /** The words of the cell, line by line: a line of the source can hold several cells. */
  readonly texts: readonly string[];
  readonly box: number;
  /** Nothing but likelihood says where it begins. */
  readonly guessed?: true;
}

const DATE = String.raw`(?:(?:平成|令和|昭和)\s*(?:元|[\d０-９]{1,2})\s*年\s*[\d０-９]{1,2}\s*月(?:\s*[\d０-９]{1,2}\s*日)?|[HRＨＲ][\d.．０-９]{4,8}|[\d０-９]{4}[/.／．年][\d０-９]{1,2}[/.／．月][\d０-９]{1,2}日?)`;
/** Before and after of a date that changed. */
const TWO_DATES = new RegExp(`^\\s*${DATE}\\s+${DATE}\\s*$`);
const LEADING_DATE = new RegExp(`^(\\s*${DATE})(?:\\s+(\\S.*))?$`);
const TIMING_AND_DATE = new RegExp(`^(.*?)(事前|事後)(${DATE})\\s*$`);
const TRAILING_TIMING = /^(.*\S)?\s+(事前|事後)\s*$/;
const TIMING_AMID = /^(.*\S)\s+(事前|事後)\s+(\S.*)$/;
const LEADING_TIMING = /^\s*(事前|事後)(?:\s+(\S.*))?$/;

/** The cells of one page, without the heads of the columns. */
export function cellsOf(page: Page, heads: Heads): readonly Cell[] {
  const run = new Set(
    headRun(
      page.boxes.flatMap(({ lines }) => lines),
      heads.columns,
    ),
  );
  const keys = headKeys([...heads.columns, ...heads.titles]);
  const pieces = page.boxes.flatMap((box, nth) => {
    const lines = withoutHeads(
      box.lines.filter((line) => !run.has(line)),
      keys,
    );
    return wholeDates(lines).flatMap((part) => piecesOf(part, nth));
  });
  return joined(pieces);
}

interface Part {
  readonly text: string;
  readonly lines: readonly Line[];
}

const WHOLE_DATE = new RegExp(`^\\s*${DATE}$`);

/** Most lines that a narrow column makes of a date: `平成 30` / `年 6 月` / `21 日`. */
const DATE_LINES = 9;

/** A narrow column breaks `平成30年6月` / `21日`. */
function wholeDates(lines: readonly Line[]): readonly Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < lines.length;) {
    const broken = brokenDate(lines, at);
    const own = lines.slice(at, at + (broken?.lines ?? 1));
    parts.push({ text: broken?.text ?? own[0]?.text ?? '', lines: own });
    at += own.length;
  }
  return parts;
}

function brokenDate(lines: readonly Line[], at: number): { text: string; lines: number } | undefined {
  if (!/^\s*(?:平成?|令和?|昭和?)[\s\d０-９元年月]*$/.test(lines[at]?.text ?? '')) return undefined;
  for (let count = 2; count <= DATE_LINES && at + count <= lines.length; count++) {
    const text = lines
      .slice(at, at + count)
      .map((line) => line.text.trim())
      .join('');
    if (text.endsWith('日') && WHOLE_DATE.test(text)) return { text, lines: count };
  }
  return undefined;
}

function piecesOf({ text: words, lines }: Part, box: number): readonly Cell[] {
  return divide(words).map(({ kind, text }) => ({ kind, texts: [text], lines, box }));
}

interface Piece {
  readonly kind: Cell['kind'];
  readonly text: string;
}

function divide(text: string): readonly Piece[] {
  const both = TIMING_AND_DATE.exec(text);
  if (both)
    return [
      ...words(both[1]),
      { kind: 'timing', text: both[2] ?? '' },
      { kind: 'date', text: both[3] ?? '' },
    ];
  if (TWO_DATES.test(text)) return words(text);
  const date = LEADING_DATE.exec(text);
  if (date) return [{ kind: 'date', text: date[1] ?? '' }, ...(date[2] ? divide(date[2]) : [])];
  const early = LEADING_TIMING.exec(text);
  if (early) return [{ kind: 'timing', text: early[1] ?? '' }, ...words(early[2])];
  const amid = TIMING_AMID.exec(text);
  if (amid) return [...words(amid[1]), { kind: 'timing', text: amid[2] ?? '' }, ...words(amid[3])];
  const late = TRAILING_TIMING.exec(text);
  if (late) return [...words(late[1]), { kind: 'timing', text: late[2] ?? '' }];
  return words(text);
}

function words(text: string | undefined): readonly Piece[] {
  return text && text.trim() !== '' ? [{ kind: 'text', text }] : [];
}

/** Lines of words that follow each other in a box are one cell. */
function joined(pieces: readonly Cell[]): readonly Cell[] {
  const cells: Cell[] = [];
  for (const piece of pieces) {
    const last = cells.at(-1);
    if (last?.kind === 'text' && piece.kind === 'text' && last.box === piece.box) {
      cells[cells.length - 1] = {
        ...last,
        lines: [...last.lines, ...piece.lines],
        texts: [...last.texts, ...piece.texts],
      };
    } else cells.push(piece);
  }
  return cells;
}

/** Whether a cell names an item of the form: `Ⅱ 特定個人情報…`, `（別添２）…`, `２．…`, `①…`, `表紙`. */
export function namesItem(cell: Cell, isHeading: (text: string) => boolean): boolean {
  const all = foldWidth(cell.texts.join('')).replace(/\s/g, '');
  return (
    /^(?:I{1,3}|IV|VI?|VII?)(?![a-z])|^\(別添\d?\)|^別添\d|^別[表紙]|^添付|^同上|^表紙|^公表日|^評価書|^項目一覧|^全体|^\d{1,2}[.．]|^リスク\d|^その他/.test(
      all,
    ) || isHeading(cell.texts.join(''))
  );
}

/** A cell that begins with the number of a part of the form: surely the item of a row. */
export function beginsPath(cell: Cell): boolean {
  const all = foldWidth(cell.texts.join('')).replace(/\s/g, '');
  return cell.kind === 'text' && /^(?:I{1,3}|IV|VI?)(?![A-Za-z0-9])|^\(別添\d?\)/.test(all);
}
