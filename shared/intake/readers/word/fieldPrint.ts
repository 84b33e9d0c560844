import { symbolOf } from '../symbols';
import { formatNumber } from './numberFormats';

/**
 * What a field prints that has no result of its own, as fields for furigana and enclosed characters have none.
 * '' for all whose print cannot be told.
 */
export function printOfField(instruction: string): string {
  const text = instruction.trim();
  if (/^eq\s/i.test(text)) return printOfEquation(text.slice(2).replace(OPTIONS, ''));
  const [, code, font] = /^symbol\s+(\d+|0x[0-9a-f]+)\b.*?\\f\s*"?([^"\\]+?)"?\s*(?:\\|$)/i.exec(text) ?? [];
  if (code !== undefined && font !== undefined) return symbolOf(font, Number(code)) ?? '';
  return /^macrobutton\s+\S+\s+([^]*)$/i.exec(text)?.[1] ?? '';
}

/** `\* jc2`, `\* "Font:ＭＳ 明朝"`: how the equation looks. */
const OPTIONS = /\\\*\s*(?:"[^"]*"|\S+)/g;
const MOST_DEPTH = 20;

/** Reads an equation (field EQ) from left to right. */
interface Cursor {
  readonly text: string;
  at: number;
}

function printOfEquation(text: string): string {
  return sequence({ text, at: 0 }, 0).join('').trim();
}

/** What stands until the end or the bracket that closes, in parts as separators divide it. */
function sequence(cursor: Cursor, depth: number): readonly string[] {
  const parts = [''];
  const add = (text: string) => parts.push((parts.pop() ?? '') + text);
  while (cursor.at < cursor.text.length) {
    const character = cursor.text[cursor.at] ?? '';
    if (character === '\\') add(command(cursor, depth));
    else {
      cursor.at++;
      if (character === ')' && depth > 0) return parts;
      if ((character === ',' || character === ';') && depth > 0) parts.push('');
      else if (character === '(' && depth < MOST_DEPTH) add(`(${sequence(cursor, depth + 1).join(',')})`);
      else add(character);
    }
  }
  return parts;
}

/** `\o\ad(…)`: a command with its options, then its arguments in brackets. An escaped sign stands for itself. */
function command(cursor: Cursor, depth: number): string {
  const rest = cursor.text.slice(cursor.at, cursor.at + 200);
  const [head = '', name = ''] =
    /^\\([a-z])[a-z]*(?:\s*\\[a-z]+\s*[a-z]?\s*-?\d*|\s+-?\d+)*\s*\(/i.exec(rest) ?? [];
  if (head === '' || depth >= MOST_DEPTH) {
    const plain = /^\\[a-z]+/i.exec(rest)?.[0] ?? rest.slice(0, 2);
    cursor.at += plain.length;
    return /^\\[a-z]/i.test(plain) ? '' : plain.slice(1);
  }
  cursor.at += head.length;
  const isRaised = /^\\s\s*\\(up|do)/i.test(head);
  const parts = sequence(cursor, depth + 1);
  if (isRaised) return RAISED + parts.join('');
  return (PRINTS[name.toLowerCase()] ?? inOrder)(parts).replaceAll(RAISED, '');
}

/** Marks furigana until the command around it is read. */
const RAISED = '\ue0ff';

function inOrder(parts: readonly string[]): string {
  return parts.join('');
}

const PRINTS: Readonly<Record<string, (parts: readonly string[]) => string>> = {
  o: overlaid,
  f: (parts) => parts.join('/'),
  l: (parts) => parts.join(','),
  a: (parts) => parts.join(' '),
};

/** Furigana over its base: the base. A number in a ring: the circled number. */
function overlaid(parts: readonly string[]): string {
  const base = parts.filter((part) => !part.startsWith(RAISED));
  if (base.length > 0 && base.length < parts.length) return base.join('');
  const [ring = '', inner = ''] = parts;
  return /^[○〇◯]$/.test(ring) && /^\d{1,2}$/.test(inner.normalize('NFKC'))
    ? formatNumber(Number(inner.normalize('NFKC')), 'decimalEnclosedCircle')
    : parts.join('');
}
