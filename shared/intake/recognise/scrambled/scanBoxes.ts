import type { PrintEntry, PrintOption } from '../print';
import type { Atom } from './atom';
import {
  endOf,
  endsWord,
  keyIndexFrom,
  lastLine,
  lineOf,
  positionOf,
  restOfLine,
  type Scan,
  slice,
  type Step,
} from './scan';
import { entriesAt } from './scanHeadings';

export function countAt(scan: Scan, at: number): Step | undefined {
  const match = /^\((\d[\d,、]*)?\)件/.exec(scan.folded.key.slice(at, at + 12));
  if (!match || !endsWord(scan, at + match[0].length)) return undefined;
  const to = at + match[0].length;
  const number = match[1] === undefined ? undefined : Number(match[1].replace(/\D/g, ''));
  return { atom: { kind: 'count', ...slice(scan, at, to), number }, to };
}

/** `behindName`: the name of a box ends right here, so a ○ is a mark that was drawn late. */
export function bracketAt(scan: Scan, at: number, leads: boolean, behindName: boolean): Step | undefined {
  const character = scan.text[positionOf(scan, at)] ?? '';
  const kind = /[[［]/.test(character) ? 'open' : /[\]］]/.test(character) ? 'close' : undefined;
  if (kind && leads) return { atom: { kind, ...slice(scan, at, at + 1) }, to: at + 1 };
  if (kind && isolated(scan, at)) return { atom: { kind, ...slice(scan, at, at + 1) }, to: at + 1 };
  if (leads && /[○〇◯]/.test(character) && (isolated(scan, at) || behindName)) {
    return { atom: { kind: 'circle', ...slice(scan, at, at + 1) }, to: at + 1 };
  }
  return undefined;
}

/** A single character between blanks and brackets. */
function isolated(scan: Scan, at: number): boolean {
  const position = positionOf(scan, at);
  return (
    /^[\s[\]［］]?$/.test(scan.text[position - 1] ?? '') &&
    /^[\s[\]［］]?$/.test(scan.text[position + 1] ?? '')
  );
}

/** The name of a box: an option right behind `]`, or the label of a flag. */
export function labelAt(scan: Scan, at: number, last: Atom | undefined): Step | undefined {
  return last?.kind === 'close' ? boxNameAt(scan, at) : undefined;
}

function boxNameAt(scan: Scan, at: number): Step | undefined {
  const option = boxOptionAt(scan, at);
  const flag = entriesAt(scan, at).find(({ entries }) => entries.some((entry) => isFlag(scan, entry)));
  const to = Math.max(option?.to ?? 0, flag?.to ?? 0);
  if (to === 0 || !(endsWord(scan, to) || /[[［(（○〇◯]/.test(scan.text[endOf(scan, to)] ?? '')))
    return undefined;
  const flags = flag?.to === to ? flag.entries.flatMap((entry) => entry.ids) : [];
  const options = option?.to === to ? option.values : [];
  const label = options[0]?.label ?? flag?.entries[0]?.text ?? '';
  const ids = [...flags, ...options.flatMap((one) => one.ids)];
  return { atom: { kind: 'label', ...slice(scan, at, to), label, ids }, to };
}

/** An option of checks; those of a choice have no box of their own. */
function boxOptionAt(
  scan: Scan,
  at: number,
): { readonly to: number; readonly values: readonly PrintOption[] } | undefined {
  const found = scan.print.optionAt(scan.folded.key, at);
  const values = found?.values.filter(({ ids }) =>
    ids.some((id) => scan.print.byId.get(id)?.item.type === 'checks'),
  );
  return found && values && values.length > 0 ? { to: found.to, values } : undefined;
}

/** The name of a box whose brackets and mark stand behind it: nothing else is on the line. */
export function looseLabelAt(scan: Scan, at: number): Step | undefined {
  const step = boxNameAt(scan, at);
  if (!step || !/^\s*[[\]［］○〇◯]/.test(restOfLine(scan, step.to))) return undefined;
  return /^[\s[\]［］○〇◯]+$/.test(restOfLine(scan, step.to)) ? step : undefined;
}

function isFlag(scan: Scan, entry: PrintEntry): boolean {
  return entry.ids.some((id) => scan.print.byId.get(id)?.item.type === 'flag');
}

/** `（ 連携基盤 ）` behind the name of a box: to the closing bracket, over a few lines, or to the end of the line. */
export function wordsAt(scan: Scan, at: number, last: Atom): Step | undefined {
  const from = positionOf(scan, at);
  if (!/[(（]/.test(scan.text[from] ?? '') || lineOf(scan, at) !== lastLine(last)) return undefined;
  const lines = /^[^\n]*(?:\n[^\n]*){0,3}/.exec(scan.text.slice(from))?.[0] ?? '';
  const shut = closingOf(lines);
  const raw = shut === -1 ? (/^[^\n]*/.exec(lines)?.[0] ?? '') : lines.slice(0, shut + 1);
  const inner = raw.slice(1, shut === -1 ? undefined : -1).trim();
  const to = keyIndexFrom(scan, from + raw.length);
  return { atom: { kind: 'words', ...slice(scan, at, to), inner }, to };
}

/** The bracket that closes the first one; -1 where a box comes before it, or the text ends. */
function closingOf(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (/[[\]［］]/.test(text[at] ?? '')) return -1;
    if (/[(（]/.test(text[at] ?? '')) depth++;
    if (/[)）]/.test(text[at] ?? '') && --depth === 0) return at;
  }
  return -1;
}

/** A closing bracket that is all of its box, an opening one that is all of its line: the form's, far from the words. */
export function lostBracketAt(scan: Scan, at: number, before: readonly Atom[]): Step | undefined {
  const line = scan.box.lines[lineOf(scan, at)]?.text ?? '';
  if (!/^\s*[（(]\s*$/.test(line) && (before.length > 0 || !/^\s*[)）]\s*$/.test(scan.text)))
    return undefined;
  return { atom: { kind: 'print', ...slice(scan, at, at + 1) }, to: at + 1 };
}
