import { cell, cellLines } from './runs';
import { partedSpans } from './spans';
import type { Cell, PrintBlock, Row, TableBlock } from './types';

/**
 * Blocks as writers of pages take them. Word and the browser's engine repeat nothing but the first rows of a table, so
 * a row that the end of a page may break is a table of its own: its labels are the first row and stand again at the
 * top of each page that the text goes on to. No line parts them from the text, it still looks like one row.
 */
export function pagedBlocks(blocks: readonly PrintBlock[]): readonly PrintBlock[] {
  return blocks.flatMap((block): readonly PrintBlock[] =>
    block.kind === 'table' ? pagedTables(block) : [block],
  );
}

function pagedTables(table: TableBlock): readonly TableBlock[] {
  if (table.rows.some(({ header }) => header)) return [table];
  const tables: TableBlock[] = [];
  let rows: Row[] | undefined;
  for (const part of partsOf(partedSpans(table.rows))) {
    if (isTorn(part)) {
      tables.push({ ...table, label: part[0].cells.flatMap(cellLines).join('　'), rows: part });
      rows = undefined;
    } else if (rows) rows.push(...part);
    else tables.push({ ...table, rows: (rows = [...part]) });
  }
  return tables.map((one) => ({ ...one, rows: closed(one.rows) }));
}

/** A table has a line above and below, also where a cell went on before it was parted. */
function closed(rows: readonly Row[]): readonly Row[] {
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
type Torn = readonly [labels: Row, text: Row];

function isTorn(part: Torn | readonly [Row]): part is Torn {
  return part.length === 2;
}

function partsOf(rows: readonly Row[]): readonly (Torn | readonly [Row])[] {
  const parts: (Torn | readonly [Row])[] = [];
  rows.forEach((row, at) => {
    const above = rows[at - 1];
    if (row.breakable && above && isLabelRow(above)) parts.splice(-1, 1, [repeating(above), row]);
    else if (row.breakable && leadOf(row).some(({ content }) => content.length > 0)) parts.push(torn(row));
    else parts.push([row]);
  });
  return parts;
}

/** A label over the whole width, above its text. */
function isLabelRow({ cells, keepNext }: Row): boolean {
  return keepNext === true && cells.length === 1 && cells.every(isLabel);
}

function repeating(row: Row): Row {
  return { ...row, header: true, keepNext: true };
}

function torn(row: Row): Torn {
  const lead = leadOf(row);
  const values = row.cells.slice(lead.length);
  const rest = values.reduce((sum, { span }) => sum + span, 0);
  const { breakable: _, minHeight: __, ...looks } = row;
  const labels = lead.map((one) => openBelow(one.vertical ? { ...one, content: [] } : one));
  const below = lead.map((one) => openAbove(one.vertical ? one : { ...one, content: [] }));
  return [
    repeating({ ...looks, cells: [...labels, openBelow(cell('value', rest, []))] }),
    { ...row, cells: [...below, ...values.map(openAbove)] },
  ];
}

/** The labels that stand left of the text. */
function leadOf({ cells }: Row): readonly Cell[] {
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
