import { strToU8 } from 'fflate';
import form from '../../../resources/office/plan.json';
import type { PlanCells, PlanColumn } from '../../ledger/planRows';
import { writeCsv } from '../csv/write';
import { writeDocx } from '../docx/write';
import type { CsvEncoding } from '../formats';
import { writeHtml } from '../html/write';
import { WIDE_TEXT_WIDTH } from '../model/measure';
import { cell, plain, printed, splitLines } from '../model/runs';
import type { PrintBlock, PrintDocument, Row, TableBlock } from '../model/types';
import { writeXlsx } from '../xlsx/write';

/** 計画管理書 (様式１): what is above its table, and its lines. */
export interface Plan {
  readonly agency: string;
  readonly contact: string;
  /** 作成日 in 和暦. */
  readonly made: string;
  readonly rows: readonly PlanCells[];
}

interface Column {
  readonly id: PlanColumn;
  readonly label: string;
  /** Of the width of the table, in hundredths. */
  readonly share: number;
}

const COLUMNS = form.columns as readonly Column[];

export const PLAN_FORMATS = ['docx', 'xlsx', 'pdf', 'csv'] as const;
export type PlanFormat = (typeof PLAN_FORMATS)[number];

/** The plan as the bytes of a file; `pdf` gives the page that is printed. `date`: ISO 8601, for the properties of the file. */
export async function writePlan(
  plan: Plan,
  format: PlanFormat,
  { date, encoding }: { readonly date: string; readonly encoding?: CsvEncoding | undefined },
): Promise<Uint8Array> {
  if (format === 'csv') return writeCsv(planTable(plan), encoding).bytes;
  const print = printPlan(plan);
  if (format === 'docx') return writeDocx(print, { date });
  return format === 'xlsx' ? writeXlsx(print, { date }) : strToU8(writeHtml(print, {}));
}

export function planTable({ rows }: Plan): readonly (readonly string[])[] {
  return [COLUMNS.map(({ label }) => label), ...rows.map((row) => COLUMNS.map(({ id }) => row[id]))];
}

export function printPlan(plan: Plan): PrintDocument {
  const { title, formName } = form;
  const heading: PrintBlock = { kind: 'heading', role: 'part', runs: plain(`（${formName}）${title}`) };
  const above = [
    [form.agency, plan.agency],
    [form.contact, plan.contact],
    [form.made, plan.made],
  ].map(([label = '', text = '']) => printed('text', `${label}：${text}`));
  const table = plan.rows.length > 0 ? tableOf(plan.rows) : printed('text', form.nothing);
  return {
    title,
    formName,
    agency: plan.agency,
    sections: [{ key: 'plan', title, orientation: 'landscape', blocks: [heading, ...above, table] }],
    comments: [],
  };
}

function tableOf(rows: readonly PlanCells[]): TableBlock {
  const whole = COLUMNS.reduce((sum, { share }) => sum + share, 0);
  const widths = COLUMNS.map(({ share }) => Math.floor((WIDE_TEXT_WIDTH * share) / whole));
  const head: Row = {
    cells: COLUMNS.map(({ label }) => cell('head', 1, [printed('head', label)])),
    header: true,
  };
  return { kind: 'table', label: form.title, columns: widths, rows: [head, ...rows.map(rowOf)] };
}

function rowOf(row: PlanCells): Row {
  return {
    cells: COLUMNS.map(({ id }) => cell('value', 1, splitLines('text', plain(row[id])))),
    fromTop: true,
  };
}
