import { DamagedFile } from './damage';
import { recordCells, type RawCell } from './pages/record';
import type { TreeCell } from './pages/pageFile';
import type { Table } from './tables';

/** A row as it lies in the file. */
export interface RawRow {
  /** In the order of `Table.columns`. */
  readonly cells: readonly RawCell[];
  /** Of an attachment. */
  readonly bytes: Buffer | undefined;
  /** Undefined in formats without digests. */
  readonly digest: string | undefined;
}

/**
 * Parts a cell of the table's b-tree into the columns of the row. The first column of a table with rowid is the rowid; the bytes
 * of an attachment follow its other columns; the digest is last. Throws `DamagedFile` where it is no row of this table.
 */
export function rawRow({ name, columns }: Table, { rowid, payload }: TreeCell, hasDigests: boolean): RawRow {
  const all = recordCells(payload);
  if (rowid !== undefined) all[0] = rowid;
  const isAttachment = name === 'attachment';
  if (all.length !== columns.length + Number(isAttachment) + Number(hasDigests)) throw new DamagedFile();
  const digest = hasDigests ? all.pop() : undefined;
  const bytes = isAttachment ? all.pop() : undefined;
  return { cells: all, bytes: blobOf(bytes), digest: asciiOf(digest) };
}

function blobOf(cell: RawCell | undefined): Buffer | undefined {
  return typeof cell === 'object' && cell?.kind === 'blob' ? cell.bytes : undefined;
}

function asciiOf(cell: RawCell | undefined): string | undefined {
  return typeof cell === 'object' && cell?.kind === 'text' ? cell.bytes.toString('latin1') : undefined;
}
