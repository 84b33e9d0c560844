import type {
  Cell,
  HeadingBlock,
  PrintBlock,
  PrintDocument,
  PrintSection,
  Row,
  TableBlock,
} from '../../publish/model/types';
import { align } from './align';
import { mergeContent } from './mergeContent';
import { markBlock, markRow, markSection } from './markTracked';

/** How a key or path of the old document is called in the new one; keys without a counterpart are kept. */
export type RenameKey = (key: string) => string;

/**
 * Two printed documents as one with tracked changes: without what is inserted it is the old one, without what is
 * deleted the new one, to the character.
 */
export function mergePrintDocuments(
  older: PrintDocument,
  newer: PrintDocument,
  rename: RenameKey,
): PrintDocument {
  const sections = align(
    older.sections,
    newer.sections,
    ({ key }) => rename(key),
    ({ key }) => key,
  );
  return { ...newer, sections: sections.map((pair) => mergeSection(pair.older, pair.newer, rename)) };
}

function mergeSection(
  older: PrintSection | undefined,
  newer: PrintSection | undefined,
  rename: RenameKey,
): PrintSection {
  if (older && newer) return { ...newer, blocks: mergeBlocks(older.blocks, newer.blocks, rename) };
  if (newer) return markSection(newer, 'inserted');
  if (older) return markSection(older, 'deleted');
  throw new Error('a pair has at least one side');
}

function mergeBlocks(
  older: readonly PrintBlock[],
  newer: readonly PrintBlock[],
  rename: RenameKey,
): readonly PrintBlock[] {
  return align(older, newer, matchKey, matchKey).map((pair) => {
    if (pair.older === undefined) return markBlock(pair.newer, 'inserted');
    if (pair.newer === undefined) return markBlock(pair.older, 'deleted');
    if (pair.older.kind === 'table' && pair.newer.kind === 'table')
      return mergeTable(pair.older, pair.newer, rename);
    return pair.newer;
  });
}

/** Blocks that may be the same one: a heading by its words, a table by its columns. */
function matchKey(block: PrintBlock): string {
  if (block.kind === 'table') return `table ${block.columns.length}`;
  return block.kind === 'heading' ? headingText(block) : `line ${JSON.stringify(block.parts)}`;
}

function headingText({ role, runs }: HeadingBlock): string {
  return `${role} ${runs.map(({ text }) => text).join('')}`;
}

function mergeTable(older: TableBlock, newer: TableBlock, rename: RenameKey): TableBlock {
  const rows = align(
    older.rows,
    newer.rows,
    (row) => rowKey(row, rename),
    (row) => rowKey(row, (path) => path),
  );
  return { ...newer, rows: rows.flatMap((pair) => mergeRow(pair.older, pair.newer)) };
}

/** A row is recognised by its items, else by its words. */
function rowKey(row: Row, rename: RenameKey): string {
  const paths = row.cells.flatMap((cell) => cell.paths ?? []).map(rename);
  if (paths.length > 0) return `items ${paths.join(' ')}`;
  return `words ${JSON.stringify(row.cells.map(({ content }) => content))}`;
}

function mergeRow(older: Row | undefined, newer: Row | undefined): readonly Row[] {
  if (older && newer && sameShape(older, newer))
    return [{ ...newer, cells: newer.cells.map((cell, at) => mergeCell(older.cells[at] ?? cell, cell)) }];
  return [...(older ? [markRow(older, 'deleted')] : []), ...(newer ? [markRow(newer, 'inserted')] : [])];
}

function sameShape(older: Row, newer: Row): boolean {
  const shape = (row: Row) =>
    JSON.stringify([
      row.covered ?? 0,
      row.cells.map(({ role, span, rowSpan }) => [role, span, rowSpan ?? 1]),
    ]);
  return shape(older) === shape(newer);
}

function mergeCell(older: Cell, newer: Cell): Cell {
  return { ...newer, content: mergeContent(older.content, newer.content) };
}
