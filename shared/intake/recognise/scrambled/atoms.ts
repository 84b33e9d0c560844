import { fold } from '../fold';
import type { Print } from '../print';
import type { Atom } from './atom';
import type { Box } from './pages';
import {
  endsWord,
  keyIndexFrom,
  lastLine,
  lineOf,
  positionOf,
  restOfLine,
  type Scan,
  slice,
  startsWord,
  type Step,
} from './scan';
import { bracketAt, countAt, labelAt, looseLabelAt, lostBracketAt, wordsAt } from './scanBoxes';
import { entryAt, headingAt, tornAt, tornPieces } from './scanHeadings';

/** All atoms of a box, in the order of its text. */
export function atomsOf(box: Box, nth: number, print: Print): readonly Atom[] {
  const text = box.lines.map((line) => line.text).join('\n');
  const torn = tornPieces(box, print);
  const scan: Scan = { text, folded: fold(text), lineAt: lineNumbers(text), box, nth, print, torn };
  const atoms: Atom[] = [];
  for (let at = 0; at < scan.folded.key.length;) {
    const step = nextAtom(scan, at, atoms);
    atoms.push(step.atom);
    at = step.to;
  }
  return atoms;
}

/** In this order: what is more certain comes first. */
function nextAtom(scan: Scan, at: number, before: readonly Atom[]): Step {
  const last = before.at(-1);
  const leads = lineIsFree(scan, at, before);
  return (
    tornAt(scan, at) ??
    stampAt(scan, at) ??
    optionListAt(scan, at, last) ??
    countAt(scan, at) ??
    (leads || last?.kind === 'close' ? labelAt(scan, at, withoutMark(before)) : undefined) ??
    bracketAt(scan, at, leads || last?.kind === 'heading', last?.kind === 'label') ??
    (last?.kind === 'label' ? wordsAt(scan, at, last) : undefined) ??
    (leads ? leadingAt(scan, at, last) : undefined) ??
    (last?.kind === 'heading' ? valueAt(scan, at, last) : undefined) ??
    (leads ? looseLabelAt(scan, at) : undefined) ??
    lostBracketAt(scan, at, before) ??
    textAt(scan, at, before)
  );
}

/** `[ ]○ name`: what stood before the mark that came late. */
function withoutMark(before: readonly Atom[]): Atom | undefined {
  const last = before.at(-1);
  return last?.kind === 'circle' ? before.at(-2) : last;
}

function leadingAt(scan: Scan, at: number, last: Atom | undefined): Step | undefined {
  const value = valueAt(scan, at, last);
  return (
    entryAt(scan, at) ??
    (value && isHeadingRather(scan, at, value) ? undefined : value) ??
    headingAt(scan, at)
  );
}

/** Words that are an option of one item and the heading of another: without a bracket they are the heading. */
function isHeadingRather(scan: Scan, at: number, { atom, to }: Step): boolean {
  return atom.kind === 'value' && !atom.bracketed && headingAt(scan, at)?.to === to;
}

/** Nothing but brackets, marks and headings stand before on the line. */
function lineIsFree(scan: Scan, at: number, before: readonly Atom[]): boolean {
  const line = lineOf(scan, at);
  const last = before.at(-1);
  if (!last) return true;
  if (lastLine(last) !== line) return true;
  if (last.kind === 'text') return endedByHeading(scan, at);
  return last.kind !== 'heading' && last.kind !== 'entry';
}

function stampAt(scan: Scan, at: number): Step | undefined {
  const match = /^[[［]\s*(?:平成|令和)[^\]］]{2,14}様式\s*\S{1,2}\s*[\]］]/.exec(
    scan.text.slice(positionOf(scan, at), positionOf(scan, at) + 34),
  );
  if (!match) return undefined;
  const to = keyIndexFrom(scan, positionOf(scan, at) + match[0].length);
  return { atom: { kind: 'print', ...slice(scan, at, to) }, to };
}

/** `＜選択肢＞`, `2） 十分である` */
function optionListAt(scan: Scan, at: number, last: Atom | undefined): Step | undefined {
  const { key } = scan.folded;
  const mark = /^<選択肢>/.exec(key.slice(at, at + 5));
  if (mark) return { atom: { kind: 'print', ...slice(scan, at, at + 5) }, to: at + 5 };
  const number = /^\d{1,2}[).]/.exec(key.slice(at, at + 3));
  if (!number || !(startsWord(scan, at) || last?.kind === 'print' || last?.kind === 'close'))
    return undefined;
  if (number[0].endsWith('.') && headingAt(scan, at)) return undefined;
  const option = scan.print.optionAt(key, at + number[0].length);
  if (!option || !(endsWord(scan, option.to) || /^(?:\d{1,2})?[()]/.test(key.slice(option.to))))
    return undefined;
  return { atom: { kind: 'print', ...slice(scan, at, option.to) }, to: option.to };
}

/** An option by itself: the rest of its line holds nothing but brackets and the form's own list. */
function valueAt(scan: Scan, at: number, last: Atom | undefined): Step | undefined {
  const found = scan.print.optionAt(scan.folded.key, at);
  const option = found?.values[0];
  if (!found || !option) return undefined;
  const rest = restOfLine(scan, found.to);
  const opened = last?.kind === 'open';
  const closed = /^\s*[[\]［］]/.test(rest);
  const alone =
    /^\s*(?:$|[[\]［］]|[<＜]選択肢|\d{1,2}[)）])/.test(rest.normalize('NFKC')) ||
    (opened && headingAt(scan, found.to) !== undefined && startsWord(scan, found.to));
  if (!alone) return undefined;
  const base = slice(scan, at, found.to);
  return { atom: { kind: 'value', ...base, option, bracketed: opened || closed }, to: found.to };
}

/** The rest of the line, or as far as a heading that ends it. */
function textAt(scan: Scan, at: number, before: readonly Atom[]): Step {
  const line = lineOf(scan, at);
  let to = at + 1;
  while (to < scan.folded.key.length && lineOf(scan, to) === line && !endedByHeading(scan, to)) to++;
  const last = before.at(-1);
  const inline = last !== undefined && lastLine(last) === line;
  const words = slice(scan, at, to);
  return { atom: { kind: 'text', ...words, inline, names: boxNamed(scan, words.text) }, to };
}

/** `紙`, `その他 （ 連携基盤 ）`, `十分である`: an option without its bracket. */
function boxNamed(scan: Scan, text: string): string | undefined {
  const name =
    /^[\s[\]［］○〇◯]*([^（(]+?(?:[（(][^\s）)][^）)]*[）)])?)\s*(?:[（(]\s.*[）)])?[\s\]］]*$/.exec(
      text,
    )?.[1];
  return name === undefined ? undefined : scan.print.optionsOf(name)[0]?.label;
}

/** `…掲載している。 特記事項`: a heading behind a blank, with nothing behind it on its last line. */
function endedByHeading(scan: Scan, at: number): boolean {
  if (!startsWord(scan, at)) return false;
  const step = headingAt(scan, at) ?? entryAt(scan, at);
  if (step?.atom.kind !== 'heading' && step?.atom.kind !== 'entry') return false;
  return /^\s*$/.test(restOfLine(scan, step.to));
}

function lineNumbers(text: string): readonly number[] {
  let line = 0;
  return Array.from({ length: text.length + 1 }, (_, at) => (text[at - 1] === '\n' ? ++line : line));
}
