import type { CellContent, Line, Run, Tracked } from '../../publish/model/types';
import { align } from './align';
import { diffText } from '../diffText';
import { markContent } from './markTracked';

/** The lines and pictures of one cell in both documents as one, with removed and added text marked. */
export function mergeContent(
  older: readonly CellContent[],
  newer: readonly CellContent[],
): readonly CellContent[] {
  if (JSON.stringify(older) === JSON.stringify(newer)) return newer;
  if (areLines(older) && areLines(newer)) return mergeLines(older, newer);
  const key = (content: CellContent) => JSON.stringify(content);
  return withTrackedEnds(
    align(older, newer, key, key).map((pair) => {
      if (pair.older === undefined) return markContent(pair.newer, 'inserted');
      return pair.newer ?? markContent(pair.older, 'deleted');
    }),
  );
}

function areLines(contents: readonly CellContent[]): contents is readonly Line[] {
  return contents.every(({ kind }) => kind === 'line');
}

function mergeLines(older: readonly Line[], newer: readonly Line[]): readonly Line[] {
  if (older.length === newer.length && newer.every(({ role }) => role === 'bracket'))
    return newer.map((line, at) => replaceLabel(older[at] ?? line, line));
  const isGrid = newer.some(({ parts }) => parts.length > 1);
  const sameShape =
    older.length === newer.length && older.every((line, at) => line.parts.length === newer[at]?.parts.length);
  if (isGrid && sameShape) return newer.map((line, at) => mergeParts(older[at] ?? line, line));
  return mergeTexts(older, newer);
}

/** The label of a choice is one word: the older one is deleted, the newer one inserted, the brackets are kept. */
function replaceLabel(older: Line, newer: Line): Line {
  const [before, after] = [textOf(older.parts.flat()), textOf(newer.parts.flat())];
  const inBrackets = /^\[.*\]$/s;
  if (before === after || !inBrackets.test(before) || !inBrackets.test(after))
    return mergeParts(older, newer);
  const runs = [
    run('[', undefined),
    run(before.slice(1, -1), 'deleted'),
    run(after.slice(1, -1), 'inserted'),
  ];
  return { ...newer, parts: [[...runs, run(']', undefined)]] };
}

function mergeParts(older: Line, newer: Line): Line {
  return { ...newer, parts: newer.parts.map((runs, at) => mergeRuns(older.parts[at] ?? [], runs)) };
}

/** Runs of two lines as one. */
export function mergeRuns(older: readonly Run[], newer: readonly Run[]): readonly Run[] {
  const [before, after] = [textOf(older), textOf(newer)];
  if (before === after) return newer;
  return diffText(before, after).map(({ kind, text }) => run(text, TRACKED[kind]));
}

const TRACKED = { same: undefined, removed: 'deleted', added: 'inserted' } as const;

function run(text: string, mark: Tracked | undefined): Run {
  return mark ? { text, mark } : { text };
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

/**
 * The texts of all lines compared as one, so that a line put in does not change those below it. The last line of a cell
 * has no end that could be inserted or deleted: what is left of it is joined to what follows.
 */
function mergeTexts(older: readonly Line[], newer: readonly Line[]): readonly Line[] {
  const merger = new LineMerger(older, newer);
  for (const { kind, text } of diffText(joinedText(older), joinedText(newer)))
    for (const piece of text.split(PART_OR_LINE_END)) merger.append(piece, TRACKED[kind]);
  return merger.finish();
}

/** The parts of a line are separated by a tab, lines by a line break. */
const PART_OR_LINE_END = /([\t\n])/;

function joinedText(lines: readonly Line[]): string {
  return lines.map(({ parts }) => parts.map(textOf).join('\t')).join('\n');
}

/** Collects the lines of a merged text. A tab that itself was inserted or deleted is text; it does not begin a part. */
class LineMerger {
  private readonly lines: Line[] = [];
  private parts: Run[][] = [[]];
  private olderIndex = 0;
  private newerIndex = 0;

  constructor(
    private readonly older: readonly Line[],
    private readonly newer: readonly Line[],
  ) {}

  append(piece: string, mark: Tracked | undefined): void {
    if (piece === '\n') this.endLine(mark);
    else if (piece === '\t' && !mark) this.parts.push([]);
    else if (piece !== '') this.parts.at(-1)?.push(run(piece, mark));
  }

  finish(): readonly Line[] {
    return [...this.lines, this.line(undefined)];
  }

  private endLine(mark: Tracked | undefined): void {
    this.lines.push({ ...this.line(mark), ...(mark ? { mark } : {}) });
    this.parts = [[]];
    if (mark !== 'inserted') this.olderIndex++;
    if (mark !== 'deleted') this.newerIndex++;
  }

  /** The parts so far, in the format of the line of the document in which they end. */
  private line(mark: Tracked | undefined): Line {
    const template =
      mark === 'deleted' ? this.older[this.olderIndex] : (this.newer[this.newerIndex] ?? this.newer.at(-1));
    const stops = template?.stops && this.parts.length > 1 ? { stops: template.stops } : {};
    return { kind: 'line', role: template?.role ?? 'text', parts: this.parts, ...stops };
  }
}

/** The end of an inserted or deleted paragraph is tracked too, but for the last of the cell. */
function withTrackedEnds(contents: readonly CellContent[]): readonly CellContent[] {
  return contents.map((content, at) => {
    const mark =
      content.kind === 'line' ? content.parts.flat().find((one) => isTracked(one.mark))?.mark : undefined;
    return content.kind === 'line' && at < contents.length - 1 && isTracked(mark)
      ? { ...content, mark }
      : content;
  });
}

function isTracked(mark: Run['mark']): mark is Tracked {
  return mark === 'inserted' || mark === 'deleted';
}
