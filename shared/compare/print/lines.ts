import type { CellContent, Line, LineRole, Run, Tracked } from '../../publish/model/types';
import { align } from './align';
import { diffText } from '../text';
import { markContent, markLine } from './mark';

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
  if (isPlain(old) && isPlain(young)) return mergeTexts(old, young);
  const alike =
    old.length === young.length && old.every((line, at) => line.parts.length === young[at]?.parts.length);
  if (alike) return young.map((line, at) => mergeParts(old[at] ?? line, line));
  return [
    ...old.map((line): Line => ({ ...markLine(line, 'deleted'), mark: 'deleted' })),
    ...young.map((line, at): Line => inserted(line, at === young.length - 1)),
  ];
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

/** The last line of a cell has no end that could come or go. */
function inserted(line: Line, isLast: boolean): Line {
  const marked = markLine(line, 'inserted');
  return isLast ? marked : { ...marked, mark: 'inserted' };
}

function isPlain(lines: readonly Line[]): boolean {
  return lines.every(({ parts }) => parts.length === 1);
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

/** The texts of all lines compared as one, so that a line put in does not change those below it. */
function mergeTexts(old: readonly Line[], young: readonly Line[]): readonly Line[] {
  const join = (lines: readonly Line[]) => lines.map(({ parts }) => textOf(parts.flat())).join('\n');
  const lines: Line[] = [];
  let runs: Run[] = [];
  let [oldAt, newAt] = [0, 0];
  const role = (mark: Tracked | undefined): LineRole =>
    (mark === 'deleted' ? old[oldAt]?.role : young[newAt]?.role) ?? young.at(-1)?.role ?? 'text';
  for (const { kind, text } of diffText(join(old), join(young)))
    text.split('\n').forEach((piece, at) => {
      const mark = TRACKED[kind];
      if (at > 0) {
        lines.push({ kind: 'line', role: role(mark), parts: [runs], ...(mark ? { mark } : {}) });
        runs = [];
        if (kind !== 'added') oldAt++;
        if (kind !== 'removed') newAt++;
      }
      if (piece !== '') runs.push(run(piece, mark));
    });
  return [...lines, { kind: 'line', role: role(undefined), parts: [runs] }];
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
