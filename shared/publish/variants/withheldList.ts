import { toOrdinals } from '../../assessment/ordinals';
import type { Path } from '../../assessment/path';
import type { Assessment } from '../../assessment/types';
import { formOf } from '../../forms/catalog';
import { labelPath } from '../../forms/label';
import { printDocument } from '../model/document';
import { WIDE_TEXT_WIDTH } from '../model/measure';
import { acrossRow } from '../model/rows';
import { cell, plain, printed, splitLines } from '../model/runs';
import type { PrintDocument, Row } from '../model/types';
import type { WithheldPart } from './withhold';

const WIDTH_PERCENTS = [30, 34, 18, 18];
const COLUMNS = WIDTH_PERCENTS.map((percent) => Math.round((WIDE_TEXT_WIDTH * percent) / 100));
const TITLE = '公表しない部分の一覧';
const HEADS = ['項目', '公表しない記載', '理由', '同じ記載がある項目'];

/** What is withheld and why: a page for the file of the agency, not for publication. */
export function withheldList(assessment: Assessment, parts: readonly WithheldPart[]): PrintDocument {
  const head: Row = { cells: HEADS.map((text) => cell('head', 1, [printed('head', text)])), header: true };
  const rows = parts.map((part) => partRow(assessment, part));
  const table = { kind: 'table', label: TITLE, columns: COLUMNS, rows: [head, ...rows] } as const;
  const heading = { kind: 'heading', role: 'part', runs: plain(TITLE) } as const;
  const document = printDocument(assessment, { sections: [] });
  return {
    ...document,
    sections: [{ key: 'withheld', title: TITLE, orientation: 'landscape', blocks: [heading, table] }],
  };
}

function partRow(assessment: Assessment, part: WithheldPart): Row {
  const what = part.passage ?? '（項目の全体）';
  const texts = [
    labelOf(assessment, part.path),
    part.gone ? `${what}\n（この記載は現在の項目にありません）` : what,
    part.reason,
    part.elsewhere.map((path) => labelOf(assessment, path)).join('\n'),
  ];
  return acrossRow(
    texts.map((text) => cell('value', 1, splitLines('text', plain(text)))),
    COLUMNS,
  );
}

function labelOf(assessment: Assessment, path: Path): string {
  const ordinal = toOrdinals(assessment, path);
  return labelPath(formOf(assessment.form, assessment.edition), ordinal) ?? ordinal;
}
