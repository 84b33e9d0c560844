import type { CellContent, Line, Run, Tracked } from '../../publish/model/types';
import { align } from './align';
import { diffText } from '../text';
import { markContent } from './mark';

/** The lines and pictures of one cell in both documents as one, with what went and what came marked. */
export function mergeContent(
  old: readonly CellContent[],
  young: readonly CellContent[],
): readonly CellContent[] {
  if (JSON.stringify(old) === JSON.stringify(young)) return young;
  if (areLines(old) && areLines(young)) return mergeLines(old, young);
  const key = (content: CellContent) => JSON.stringify(content);
  return closed(
    align(old, young, key, key).map((pair) => {
      if (pair.old === undefined) return markContent(pair.young, 'inserted');
      return pair.young ?? markContent(pair.old, 'deleted');
    }),
  );
}

function areLines(contents: readonly CellContent[]): contents is readonly Line[] {
  return contents.every(({ kind }) => kind === 'line');
}

function mergeLines(old: readonly Line[], young: readonly Line[]): readonly Line[] {
  if (old.length === young.length && young.every(({ role }) => role === 'bracket'))
    return young.map((line, at) => replaceLabel(old[at] ?? line, line));
  const isGrid = young.some(({ parts }) => parts.length > 1);
  const alike =
    old.length === young.length && old.every((line, at) => line.parts.length === young[at]?.parts.length);
  if (isGrid && alike) return young.map((line, at) => mergeParts(old[at] ?? line, line));
  return mergeTexts(old, young);
}

/** The label of a choice is one word: the old one goes, the new one comes, the brackets stay. */
function replaceLabel(old: Line, young: Line): Line {
  const [before, after] = [textOf(old.parts.flat()), textOf(young.parts.flat())];
  const both = /^\[.*\]$/s;
  if (before === after || !both.test(before) || !both.test(after)) return mergeParts(old, young);
  const runs = [
    run('[', undefined),
    run(before.slice(1, -1), 'deleted'),
    run(after.slice(1, -1), 'inserted'),
  ];
  return { ...young, parts: [[...runs, run(']', undefined)]] };
}

function mergeParts(old: Line, young: Line): Line {
  return { ...young, parts: young.parts.map((runs, at) => mergeRuns(old.parts[at] ?? [], runs)) };
}

/** Runs of two lines as one. */
export function mergeRuns(old: readonly Run[], young: readonly Run[]): readonly Run[] {
  const [before, after] = [textOf(old), textOf(young)];
  if (before === after) return young;
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
 * has no end that could come or go: what is left of it is joined to what comes.
 */
function mergeTexts(old: readonly Line[], young: readonly Line[]): readonly Line[] {
  const merging = new Merging(old, young);
  for (const { kind, text } of diffText(joined(old), joined(young)))
    for (const piece of text.split(BREAKS)) merging.take(piece, TRACKED[kind]);
  return merging.done();
}

/** Between the parts of a line stands a tab, between lines a line break. */
const BREAKS = /([\t\n])/;

function joined(lines: readonly Line[]): string {
  return lines.map(({ parts }) => parts.map(textOf).join('\t')).join('\n');
}

/** Lines of a merged text as they come. A tab that itself came or went is text; it does not begin a part. */
class Merging {
  private readonly lines: Line[] = [];
  private parts: Run[][] = [[]];
  private oldAt = 0;
  private newAt = 0;

  constructor(
    private readonly old: readonly Line[],
    private readonly young: readonly Line[],
  ) {}

  take(piece: string, mark: Tracked | undefined): void {
    if (piece === '\n') this.endLine(mark);
    else if (piece === '\t' && !mark) this.parts.push([]);
    else if (piece !== '') this.parts.at(-1)?.push(run(piece, mark));
  }

  done(): readonly Line[] {
    return [...this.lines, this.line(undefined)];
  }

  private endLine(mark: Tracked | undefined): void {
    this.lines.push({ ...this.line(mark), ...(mark ? { mark } : {}) });
    this.parts = [[]];
    if (mark !== 'inserted') this.oldAt++;
    if (mark !== 'deleted') this.newAt++;
  }

  /** What stands so far, looking like the line of the document that it ends in. */
  private line(mark: Tracked | undefined): Line {
    const model = mark === 'deleted' ? this.old[this.oldAt] : (this.young[this.newAt] ?? this.young.at(-1));
    const stops = model?.stops && this.parts.length > 1 ? { stops: model.stops } : {};
    return { kind: 'line', role: model?.role ?? 'text', parts: this.parts, ...stops };
  }
}

/** A paragraph that goes or comes takes its end with it, but for the last of the cell. */
function closed(contents: readonly CellContent[]): readonly CellContent[] {
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
