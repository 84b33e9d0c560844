import { cell, cellLines } from './runs';
import { splitSpans } from './splitSpans';
import type { Cell, PrintBlock, Row, TableBlock } from './types';

/**
 * Blocks as writers of pages take them. Word and the browser's engine repeat nothing but the first rows of a table, so
 * a row that the end of a page may divide is a table of its own: its labels are the first row and are repeated at the
 * top of each further page of the text. No line separates them from the text, so that it still looks like one row.
 */
export function splitLongRows(blocks: readonly PrintBlock[]): readonly PrintBlock[] {
  return blocks.flatMap((block): readonly PrintBlock[] =>
    block.kind === 'table' ? tablesOf(block) : [block],
  );
}

function tablesOf(table: TableBlock): readonly TableBlock[] {
  if (table.rows.some(({ header }) => header)) return [table];
  const tables: TableBlock[] = [];
  let rows: Row[] | undefined;
  for (const part of partsOf(splitSpans(table.rows))) {
    if (isSplitRow(part)) {
      tables.push({ ...table, label: part[0].cells.flatMap(cellLines).join('　'), rows: part });
      rows = undefined;
    } else if (rows) rows.push(...part);
    else tables.push({ ...table, rows: (rows = [...part]) });
  }
  return tables.map((one) => ({ ...one, rows: withOuterLines(one.rows) }));
}

/** A table has a line above and below, also where a cell continued before it was split. */
function withOuterLines(rows: readonly Row[]): readonly Row[] {
  return rows.map((row, at) => ({
    ...row,
    cells: row.cells.map(({ openAbove, openBelow, ...one }) => ({
      ...one,
      ...(openAbove && at > 0 ? { openAbove } : {}),
      ...(openBelow && at < rows.length - 1 ? { openBelow } : {}),
    })),
  }));
}

/** A row with labels that repeat, and the row of its text. */
type SplitRow = readonly [labels: Row, text: Row];

function isSplitRow(part: SplitRow | readonly [Row]): part is SplitRow {
  return part.length === 2;
}

function partsOf(rows: readonly Row[]): readonly (SplitRow | readonly [Row])[] {
  const parts: (SplitRow | readonly [Row])[] = [];
  rows.forEach((row, at) => {
    const above = rows[at - 1];
    if (row.breakable && above && isLabelRow(above)) parts.splice(-1, 1, [asRepeatedHeader(above), row]);
    else if (row.breakable && leadingLabels(row).some(({ content }) => content.length > 0))
      parts.push(splitRow(row));
    else parts.push([row]);
  });
  return parts;
}

/** A label over the whole width, above its text. */
function isLabelRow({ cells, keepNext }: Row): boolean {
  return keepNext === true && cells.length === 1 && cells.every(isLabel);
}

function asRepeatedHeader(row: Row): Row {
  return { ...row, header: true, keepNext: true };
}

function splitRow(row: Row): SplitRow {
  const leading = leadingLabels(row);
  const values = row.cells.slice(leading.length);
  const rest = values.reduce((sum, { span }) => sum + span, 0);
  const { breakable: _, minHeight: __, ...rowProperties } = row;
  const labelsAbove = leading.map((one) => openBelow(one.vertical ? { ...one, content: [] } : one));
  const labelsBelow = leading.map((one) => openAbove(one.vertical ? one : { ...one, content: [] }));
  return [
    asRepeatedHeader({ ...rowProperties, cells: [...labelsAbove, openBelow(cell('value', rest, []))] }),
    { ...row, cells: [...labelsBelow, ...values.map(openAbove)] },
  ];
}

/** The labels left of the text. */
function leadingLabels({ cells }: Row): readonly Cell[] {
  const end = cells.findIndex((one) => !isLabel(one));
  return cells.slice(0, Math.max(0, end));
}

/** Headings on the cover are heads. */
function isLabel({ role }: Cell): boolean {
  return role === 'label' || role === 'head';
}

function openBelow(one: Cell): Cell {
  return { ...one, openBelow: true };
}

function openAbove(one: Cell): Cell {
  return { ...one, openAbove: true };
}
