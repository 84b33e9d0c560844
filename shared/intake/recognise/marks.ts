import type { Folded } from './fold';
import { OPTIONS_MARK, type Print, type PrintOption } from './print';
import { keyOf } from './fold';

/**
 * How a box or a bracket before an option looks. `circle`: ○ and its kin; `blank`: an empty bracket; `boxOn`/`boxOff`
 * and `radioOn`/`radioOff`: boxes of the format (see `SourceDocument`).
 */
export type TickLook = 'circle' | 'blank' | 'boxOn' | 'boxOff' | 'radioOn' | 'radioOff';

export interface Tick {
  readonly look: TickLook;
  /** In the key. */
  readonly from: number;
  readonly to: number;
}

const GLYPHS: Readonly<Record<string, TickLook>> = {
  '○': 'circle',
  O: 'circle',
  o: 'circle',
  '●': 'circle',
  レ: 'circle',
  '✓': 'circle',
  '✔': 'circle',
  '☑': 'boxOn',
  '☒': 'boxOn',
  '■': 'boxOn',
  '☐': 'boxOff',
  '□': 'boxOff',
  '◉': 'radioOn',
  '◎': 'radioOff',
};

/** What readers of paper make of a ○ between square brackets; elsewhere these are what they are. */
const IN_BRACKETS: ReadonlySet<string> = new Set([
  '0',
  'x',
  'X',
  'О',
  'о',
  'Ο',
  'ο',
  '°',
  '。',
  '⚪',
  '⭕',
  '◦',
]);

/**
 * A tick at `from` of the key: `[○]`, `[]`, `☑`. Empty round brackets are the place of free text, not a tick,
 * and a bare ○ counts only where boxes would be drawn without brackets.
 */
export function tickAt(text: string, folded: Folded, from: number): Tick | undefined {
  const { key, at } = folded;
  const first = key[from] ?? '';
  const bare = GLYPHS[first];
  if (bare !== undefined) return isLetter(first) ? undefined : { look: bare, from, to: from + 1 };
  if (first !== '(') return undefined;
  if (key[from + 1] === ')')
    return isSquare(text, at[from]) ? { look: 'blank', from, to: from + 2 } : undefined;
  if (key[from + 2] !== ')') return undefined;
  const look = GLYPHS[key[from + 1] ?? ''] ?? inBrackets(key[from + 1] ?? '', text, at[from]);
  return look && { look, from, to: from + 3 };
}

function inBrackets(glyph: string, text: string, at: number | undefined): TickLook | undefined {
  return IN_BRACKETS.has(glyph) && isSquare(text, at) ? 'circle' : undefined;
}

function isLetter(glyph: string): boolean {
  return glyph === 'O' || glyph === 'o' || glyph === 'レ';
}

function isSquare(text: string, at: number | undefined): boolean {
  return '[［〔'.includes(text[at ?? -1] ?? ' ');
}

/** An option printed in a list of options, with its number. */
export interface ListedOption {
  readonly options: readonly PrintOption[];
  /** In the key; the number is part of it. */
  readonly from: number;
  readonly to: number;
}

const MARK_KEY = keyOf(OPTIONS_MARK);
/** `選択肢` in other brackets or none, before the first option. */
const BARE_MARK = /^\(?選択肢[):]*(?=\(?\d|$)/;
const NUMBER = /^\(?\d{1,2}\)/;

/** `＜選択肢＞` at `from`: where it ends, else undefined. */
export function optionsMarkAt(key: string, from: number): number | undefined {
  const first = key[from];
  if (first === '<') return key.startsWith(MARK_KEY, from) ? from + MARK_KEY.length : undefined;
  if (first !== '(' && first !== '選') return undefined;
  const bare = BARE_MARK.exec(key.slice(from, from + 8));
  return bare ? from + bare[0].length : undefined;
}

/** `[十分である]`: an option alone in the brackets of a choice; where it ends. */
export function bracketedOptionAt(print: Print, key: string, from: number): ListedOption | undefined {
  if (key[from] !== '(') return undefined;
  const inner = /[☐☑◉◎]/.test(key[from + 1] ?? '') ? from + 2 : from + 1;
  const found = print.optionAt(key, inner);
  return found && key[found.to] === ')' ? { options: found.values, from, to: found.to + 1 } : undefined;
}

/** `2) 十分である` or `(2) 十分である` at `from`. */
export function listedOptionAt(print: Print, key: string, from: number): ListedOption | undefined {
  const first = key[from] === '(' ? from + 1 : from;
  if (!isDigit(key.charCodeAt(first)) || isDigit(key.charCodeAt(from - 1))) return undefined;
  const number = NUMBER.exec(key.slice(from, from + 5));
  if (!number) return undefined;
  const found = print.optionAt(key, from + number[0].length);
  return found && { options: found.values, from, to: found.to };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
