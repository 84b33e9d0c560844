import { WIDE_TEXT_WIDTH } from './model/measure';
import { cell, plain, printed, splitLines } from './model/runs';
import type { PrintBlock, PrintDocument, Row, TableBlock, Twips } from './model/types';

/** A list that people read on paper or sign: the findings of a 点検, the sheet of a 提出前チェック. */
export interface Sheet {
  readonly title: string;
  /** 評価書名 and 評価実施機関名 in the head of the pages. */
  readonly document: string;
  readonly agency: string;
  /** Sentences above the tables. */
  readonly lines: readonly string[];
  readonly groups: readonly SheetGroup[];
}

export interface SheetGroup {
  /** Empty: no heading. */
  readonly title: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly string[])[];
}

export interface SheetColumn {
  readonly label: string;
  /** Share of the width of the page, relative to the other columns. */
  readonly share: number;
}

/** The sheet as landscape pages. */
export function sheetDocument({ title, document, agency, lines, groups }: Sheet): PrintDocument {
  const blocks: readonly PrintBlock[] = [
    { kind: 'heading', role: 'part', runs: plain(title) },
    ...lines.map((text) => printed('text', text)),
    ...groups.flatMap(groupBlocks),
  ];
  const name = `${document}　${title}`.trim();
  return {
    title: name,
    formName: title,
    agency,
    sections: [{ key: 'sheet', title, orientation: 'landscape', blocks }],
    comments: [],
  };
}

/** The sheet as rows of a CSV: what is above the tables, then each table with its heading. */
export function sheetRows({ title, document, lines, groups }: Sheet): readonly (readonly string[])[] {
  return [
    [title],
    [document],
    ...lines.map((line) => [line]),
    ...groups.flatMap((group) => [
      ...(group.title === '' ? [] : [[group.title]]),
      group.columns.map(({ label }) => label),
      ...group.rows,
    ]),
  ];
}

function groupBlocks(group: SheetGroup): readonly PrintBlock[] {
  const heading: readonly PrintBlock[] =
    group.title === '' ? [] : [{ kind: 'heading', role: 'item', runs: plain(group.title) }];
  return [...heading, tableOf(group)];
}

function tableOf({ title, columns, rows }: SheetGroup): TableBlock {
  const head: Row = {
    cells: columns.map(({ label }) => cell('head', 1, [printed('head', label)])),
    header: true,
  };
  return { kind: 'table', label: title, columns: widthsOf(columns), rows: [head, ...rows.map(rowOf)] };
}

function rowOf(texts: readonly string[]): Row {
  return {
    cells: texts.map((text) => cell('value', 1, splitLines('text', plain(text)))),
    breakable: true,
    fromTop: true,
  };
}

function widthsOf(columns: readonly SheetColumn[]): readonly Twips[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((WIDE_TEXT_WIDTH * share) / all));
  const rest = WIDE_TEXT_WIDTH - widths.reduce((sum, width) => sum + width, 0);
  return widths.with(-1, (widths.at(-1) ?? 0) + rest);
}
