import { rawDigest, hashOf } from '../digest';
import { jsonOf } from '../documentOfRows';
import { keyedSchemas } from '../keyedSchemas';
import { rawRow, type RawRow } from '../layout';
import {
  cellAt,
  cellOffsets,
  kindOf,
  pageFile,
  pagesOfSize,
  type PageFile,
  type PageKind,
  type TreeCell,
} from '../pages/pageFile';
import { recordCells, strictTextOf, type RawCell } from '../pages/record';
import type { Cell } from '../sql';
import { TABLE_NAMES, tables, type Row, type TableName } from '../tables';

/** A row that was found whole, wherever it lies. */
export interface FoundRow {
  readonly table: TableName;
  readonly row: Row;
  /** Of an attachment. */
  readonly bytes: Uint8Array | undefined;
}

export interface Scan {
  readonly hasDigests: boolean;
  readonly rows: readonly FoundRow[];
  /** How many rows each table had, where that is known. */
  readonly expected: ReadonlyMap<TableName, number>;
  /** Paths in rows of values that are not whole; the path itself may be damaged. */
  readonly damagedPaths: readonly string[];
}

/**
 * Looks for whole rows in all pages of a file, whether or not the pages above them are whole. In a file with digests a row is whole
 * if its digest fits, which also says to which table it belongs; else if its cells have the kinds of one table.
 */
export function scanRows(bytes: Uint8Array): Scan {
  const cells = [...allCells(pagesOf(bytes))];
  const verified = cells.map((cell) => ({ cell, found: verifiedRow(cell) }));
  const hasDigests = verified.some(({ found }) => found !== undefined);
  const found = hasDigests ? verified : cells.map((cell) => ({ cell, found: plausibleRow(cell) }));
  return {
    hasDigests,
    rows: found.flatMap(({ found: row }) => row ?? []),
    expected: new Map(hasDigests ? cells.flatMap(expectedRows) : []),
    damagedPaths: found.flatMap(({ cell, found: row }) => (row ? [] : damagedPath(cell, hasDigests))),
  };
}

const USUAL_PAGE = 4_096;

function pagesOf(bytes: Uint8Array): PageFile {
  try {
    return pageFile(bytes);
  } catch {
    return pagesOfSize(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), USUAL_PAGE, 0);
  }
}

function* allCells(file: PageFile): Generator<TreeCell> {
  for (let page = 1; page <= file.count; page++) {
    const kind = kindOf(file, page);
    if (kind && kind !== 'tableInterior') yield* cellsOfPage(file, page, kind);
  }
}

function* cellsOfPage(file: PageFile, page: number, kind: Exclude<PageKind, 'tableInterior'>) {
  for (const offset of attempt(() => cellOffsets(file, page, kind)) ?? []) {
    const cell = attempt(() => cellAt(file, kind, offset));
    if (cell) yield cell;
  }
}

function verifiedRow(cell: TreeCell): FoundRow | undefined {
  for (const name of TABLE_NAMES) {
    const row = attempt(() => rawRow(tables[name], cell, true));
    if (row?.digest !== undefined && rawDigest(name, row.cells) === row.digest) return foundRow(name, row);
  }
  return undefined;
}

function plausibleRow(cell: TreeCell): FoundRow | undefined {
  for (const name of TABLE_NAMES) {
    const row = attempt(() => rawRow(tables[name], cell, false));
    const found = row && isOfKind(name, cell, row) ? foundRow(name, row) : undefined;
    if (found && hasShape(found)) return found;
  }
  return undefined;
}

/** Tables with the same columns differ in the shape of their JSON. */
function hasShape({ table, row }: FoundRow): boolean {
  const schema = Object.entries(keyedSchemas).find(([name]) => name === table)?.[1];
  return !schema || attempt(() => schema.parse(jsonOf(row))) !== undefined;
}

function foundRow(table: TableName, { cells, bytes }: RawRow): FoundRow | undefined {
  const row = attempt(() => cells.map(strictCell));
  if (!row || (table === 'attachment' && (!bytes || hashOf(bytes) !== row[1]))) return undefined;
  return { table, row, bytes: bytes && new Uint8Array(bytes) };
}

function strictCell(cell: RawCell): Cell {
  if (cell === null || typeof cell === 'number') return cell;
  return cell.kind === 'text' ? strictTextOf(cell.bytes) : cell.bytes;
}

/** Kinds of cells of each table: n number, t text, ? either that or NULL. Tables with rowid have a number in front. */
const KINDS: Readonly<Record<TableName, string>> = {
  meta: 'tt',
  value: 'tt',
  entry: 'tnt?',
  author: 'nt',
  edit: 'nn?n??t',
  attachment: 'nttt',
  revision: 'ntt',
  comment: 'ntt',
  leftover: 'ntt',
  review: 'ntt',
  round: 'ntt',
  acceptance: 'ntt',
  threshold: 'ntt',
  override: 'ntt',
  progress: 'ntt',
};

const META_KEYS = new Set(['id', 'createdAt', 'form', 'edition', 'slots', 'stamp', 'source']);

function isOfKind(name: TableName, { rowid }: TreeCell, { cells }: RawRow): boolean {
  const hasRowid = !['meta', 'value', 'entry'].includes(name);
  if (hasRowid !== (rowid !== undefined)) return false;
  const kinds = KINDS[name];
  if (!cells.every((cell, at) => kinds[at] === '?' || kinds[at] === kindOfCell(cell))) return false;
  const isMeta = META_KEYS.has(textOrEmpty(cells[0]));
  return name === 'meta' ? isMeta : name !== 'value' || !isMeta;
}

function kindOfCell(cell: RawCell): string {
  if (cell === null) return '?';
  if (typeof cell === 'number') return 'n';
  return cell.kind === 'text' ? 't' : 'b';
}

function textOrEmpty(cell: RawCell | undefined): string {
  return typeof cell === 'object' && cell?.kind === 'text'
    ? (attempt(() => strictTextOf(cell.bytes)) ?? '')
    : '';
}

/** A row of the table `digest`. */
function expectedRows({ payload }: TreeCell): readonly (readonly [TableName, number])[] {
  const [name, rows, sum] = attempt(() => recordCells(payload)) ?? [];
  const table = TABLE_NAMES.find((known) => known === textOrEmpty(name));
  return table && typeof rows === 'number' && textOrEmpty(sum).length === 32 ? [[table, rows]] : [];
}

/** The first cell of what may have been a row of the table `value`. */
function damagedPath(cell: TreeCell, hasDigests: boolean): readonly string[] {
  const row = attempt(() => rawRow(tables.value, cell, hasDigests));
  const isValue = row?.cells.every((part) => kindOfCell(part) === 't') === true;
  return isValue && (!hasDigests || row.digest !== undefined) ? [textOrEmpty(row.cells[0])] : [];
}

/** Undefined where the bytes do not have the structure that is looked for. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
