import { isTag, type HtmlElement, type HtmlNode } from './parse';

const GROUPS = new Set(['thead', 'tbody', 'tfoot']);
/** What a table holds besides rows and cells without showing it. */
const UNSHOWN = new Set(['col', 'colgroup', 'script', 'style', 'template']);

/**
 * The cells of a table, row by row as a browser shows them: the head first, the foot last, wrappers of other names
 * passed over, cells without a row in a row of their own.
 */
export function rowsOf(table: HtmlElement): readonly (readonly HtmlElement[])[] {
  const parts = partsIn(table);
  const head = parts.filter(({ group }) => group === 'thead');
  const foot = parts.filter(({ group }) => group === 'tfoot');
  const body = parts.filter(({ group }) => group === 'tbody');
  return [...head, ...body, ...foot].map(({ cells }) => cells);
}

interface RowPart {
  readonly group: string;
  readonly cells: HtmlElement[];
}

function partsIn(table: HtmlElement): readonly RowPart[] {
  const rows: RowPart[] = [];
  collectRows(table, 'tbody', rows, { open: undefined });
  return rows;
}

/** `loose.open`: the row that cells without one belong to. */
function collectRows(
  element: HtmlElement,
  group: string,
  rows: RowPart[],
  loose: { open: RowPart | undefined },
): void {
  for (const child of element.children.filter(isTag)) {
    if (isCell(child)) {
      if (!loose.open) rows.push((loose.open = { group, cells: [] }));
      loose.open.cells.push(child);
    } else if (child.name === 'tr') {
      loose.open = undefined;
      rows.push({ group, cells: cellsIn(child) });
    } else if (opens(child)) {
      if (GROUPS.has(child.name)) loose.open = undefined;
      collectRows(child, GROUPS.has(child.name) ? child.name : group, rows, loose);
    }
  }
}

/** Cells of a row, also those in wrappers that do not belong there. */
function cellsIn(row: HtmlElement): HtmlElement[] {
  return row.children.filter(isTag).flatMap((child) => {
    if (isCell(child)) return [child];
    return opens(child) ? cellsIn(child) : [];
  });
}

function isCell({ name }: HtmlElement): boolean {
  return name === 'td' || name === 'th';
}

/** Whether rows or cells may stand inside; a table inside is one of its own. */
function opens({ name }: HtmlElement): boolean {
  return name !== 'table' && name !== 'caption' && !UNSHOWN.has(name);
}

/** What a table shows outside of its rows. */
export interface Beside {
  readonly captions: readonly HtmlElement[];
  /** Texts and elements between rows and cells, which browsers move before the table (HTML 13.2.6.1). */
  readonly strays: readonly HtmlNode[];
}

export function beside(table: HtmlElement): Beside {
  const captions = table.children.filter(isTag).filter(({ name }) => name === 'caption');
  return { captions, strays: straysIn(table) };
}

function straysIn(element: HtmlElement): readonly HtmlNode[] {
  return element.children.flatMap((child): readonly HtmlNode[] => {
    if (!isTag(child)) return child.trim() === '' ? [] : [child];
    if (child.name === 'table' && element.name !== 'td') return [child];
    if (isCell(child) || !opens(child)) return [];
    return holdsCells(child) || child.name === 'tr' || GROUPS.has(child.name) ? straysIn(child) : [child];
  });
}

function holdsCells(element: HtmlElement): boolean {
  return element.children.some(
    (child) => isTag(child) && (isCell(child) || (opens(child) && holdsCells(child))),
  );
}
