import words from '../../../resources/compare/words.json';
import { formOf } from '../../forms/catalog';
import { WIDE_TEXT_WIDTH } from '../../publish/model/measure';
import { cell, plain, printed, splitLines } from '../../publish/model/runs';
import type { PrintBlock, PrintDocument, Row, Run, TableBlock } from '../../publish/model/types';
import { generateRows, type ChangeRow } from '../rows/generate';
import { DEFAULT_ROW_STYLE } from '../rows/style';
import { diffText, type Segment } from '../diffText';
import type { Comparison } from '../types';
import { textWithRole } from '../../assessment/roles';

const HALF = Math.floor(WIDE_TEXT_WIDTH / 2);
const COLUMNS = [HALF, WIDE_TEXT_WIDTH - HALF];

/** What is above the columns, where the editions have names: 令和6年4月1日公表版. */
export interface EditionNames {
  readonly before?: string;
  readonly after?: string;
}

/** 新旧対照表: the official path over each change, last year's wording left, this year's right, changed words underlined. */
export function comparisonTable(comparison: Comparison, names: EditionNames = {}): PrintDocument {
  const { after } = comparison;
  const rows = generateRows(comparison, {
    style: DEFAULT_ROW_STYLE,
    date: '',
    submission: () => ({ timing: '', reason: '' }),
    withUnlisted: true,
  });
  const { title } = words.comparison;
  return {
    title: `${textWithRole(after, 'name')}　${title}`.trim(),
    formName: formOf(after.form, after.edition).name,
    agency: textWithRole(after, 'agency'),
    sections: [{ key: 'comparison', title, orientation: 'landscape', blocks: blocksOf(title, rows, names) }],
    comments: [],
  };
}

function blocksOf(title: string, rows: readonly ChangeRow[], names: EditionNames): readonly PrintBlock[] {
  const heading: PrintBlock = { kind: 'heading', role: 'part', runs: plain(title) };
  return [heading, rows.length > 0 ? tableOf(title, rows, names) : printed('text', words.comparison.nothing)];
}

function tableOf(label: string, rows: readonly ChangeRow[], names: EditionNames): TableBlock {
  const head: Row = {
    cells: [
      cell('head', 1, [printed('head', columnName(words.comparison.before, names.before))]),
      cell('head', 1, [printed('head', columnName(words.comparison.after, names.after))]),
    ],
    header: true,
  };
  return { kind: 'table', label, columns: COLUMNS, rows: [head, ...rows.flatMap(changeRows)] };
}

function columnName(name: string, edition: string | undefined): string {
  return edition ? `${name}　${edition}` : name;
}

function changeRows({ item, before, after }: ChangeRow): readonly Row[] {
  const segments = diffText(before, after);
  const path: Row = { cells: [cell('band', COLUMNS.length, [printed('band', item)])], keepNext: true };
  const sides: Row = {
    cells: [
      cell('value', 1, splitLines('text', sideRuns(segments, 'removed'))),
      cell('value', 1, splitLines('text', sideRuns(segments, 'added'))),
    ],
    breakable: true,
    fromTop: true,
  };
  return [path, sides];
}

/** The words of one side; those that the other side does not have are underlined. */
function sideRuns(segments: readonly Segment[], side: 'removed' | 'added'): readonly Run[] {
  return segments.flatMap(({ kind, text }): readonly Run[] => {
    if (kind === 'same') return [{ text }];
    return kind === side ? [{ text, mark: 'differs' }] : [];
  });
}
