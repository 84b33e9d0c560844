import type { ImportSource, LeftoverText, ReviewMark, SourcePlace } from '../assessment/document';
import type { Path } from '../assessment/path';
import type { Assessment } from '../assessment/types';
import { leavesOf, outline } from '../assessment/walk';
import { formOf } from '../forms/catalog';
import type { SourceBlock, Where } from '../assessment/source';

/**
 * How an item stands while an import is looked through. `certain`: read for certain, or decided by a person;
 * `review`: a person must look; `blank`: its place in the source is blank; `absent`: the source does not show it.
 */
export type ItemState = 'certain' | 'review' | 'blank' | 'absent';

export interface ReviewedItem {
  /** A leaf, or a whole row or 別紙 where the import doubts all of it. */
  readonly path: Path;
  readonly state: ItemState;
}

/** What the review of an import rests on. */
export interface ReviewInput {
  readonly assessment: Assessment;
  readonly review: readonly ReviewMark[];
  readonly places: readonly SourcePlace[];
}

/** Every item of the document in official order, then marks that stand at no item of the form. */
export function reviewedItems({ assessment, review, places }: ReviewInput): readonly ReviewedItem[] {
  const open = new Set(review.filter(({ settled }) => !settled).map(({ path }) => path));
  const shown = new Set(places.map(({ path }) => path));
  const leaves = leavesOf(outline(formOf(assessment.form, assessment.edition), assessment));
  const items = leaves
    .filter(({ item }) => !item.fixed)
    .map(({ path }): ReviewedItem => ({ path, state: stateOf(assessment, path, open, shown) }));
  const known = new Set(items.map(({ path }) => path));
  const others = [...open].filter((path) => !known.has(path));
  return [...items, ...others.map((path): ReviewedItem => ({ path, state: 'review' }))];
}

function stateOf(
  assessment: Assessment,
  path: Path,
  open: ReadonlySet<Path>,
  shown: ReadonlySet<Path>,
): ItemState {
  if (open.has(path)) return 'review';
  if (assessment.values[path] !== undefined) return 'certain';
  return shown.has(path) || shown.has(rowOf(path)) ? 'blank' : 'absent';
}

/** Columns of a table are found row by row. */
function rowOf(path: Path): Path {
  return path.slice(0, path.lastIndexOf('.'));
}

export type StateCounts = Readonly<Record<ItemState, number>>;

export function countStates(items: readonly ReviewedItem[]): StateCounts {
  const counts = { certain: 0, review: 0, blank: 0, absent: 0 };
  for (const { state } of items) counts[state]++;
  return counts;
}

/** The places of the source by path; those of a whole row speak for its columns. */
export function placesByPath(places: readonly SourcePlace[]): ReadonlyMap<Path, readonly Where[]> {
  return new Map(places.map(({ path, where }) => [path, where]));
}

export function whereOf(places: ReadonlyMap<Path, readonly Where[]>, path: Path): readonly Where[] {
  return places.get(path) ?? places.get(rowOf(path)) ?? [];
}

/** A stretch of a block with what it became. */
export interface Segment {
  readonly text: string;
  /** The items it became: the boxes of one cell may belong to several. */
  readonly paths: readonly Path[];
  /** Id of the piece of 未割当 text it is; where ticks are lost, the text of an item's boxes is kept as one too. */
  readonly leftover?: string;
}

interface Owned {
  readonly from: number;
  readonly to: number;
  readonly path?: Path;
  readonly leftover?: string;
}

/** Who owns which characters of which block. */
export type Owners = ReadonlyMap<number, readonly Owned[]>;

export function ownersOf(source: Pick<ImportSource, 'places'>, leftover: readonly LeftoverText[]): Owners {
  const owners = new Map<number, Owned[]>();
  const add = ({ block, from = 0, to = Infinity }: Where, owner: { path?: Path; leftover?: string }) => {
    if (block === undefined) return;
    owners.set(block, [...(owners.get(block) ?? []), { from, to, ...owner }]);
  };
  for (const { path, where } of source.places ?? []) for (const place of where) add(place, { path });
  for (const { id, where } of leftover) add(where, { leftover: id });
  return owners;
}

/**
 * The text of a block cut where its owners change; the smallest places come first. Text that was looked at for an item
 * and left over is 未割当 as well: there a person finds it.
 */
export function segmentsOf(text: string, owned: readonly Owned[] = []): readonly Segment[] {
  const cuts = new Set([0, text.length]);
  for (const { from, to } of owned) cuts.add(Math.min(from, text.length)).add(Math.min(to, text.length));
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(1).map((end, at) => segmentAt(text, edges[at] ?? 0, end, owned));
}

function segmentAt(text: string, from: number, to: number, owned: readonly Owned[]): Segment {
  const around = owned.filter((owner) => owner.from <= from && owner.to >= to);
  const [smallest] = around.filter(({ path }) => path !== undefined).sort(bySize);
  const owners = around.filter((owner) => owner.from === smallest?.from && owner.to === smallest.to);
  const [piece] = around.filter(({ leftover }) => leftover !== undefined).sort(bySize);
  const isLeft = piece?.leftover !== undefined && (!smallest || bySize(piece, smallest) <= 0);
  return {
    text: text.slice(from, to),
    paths: owners.flatMap(({ path }) => path ?? []),
    ...(isLeft ? { leftover: piece.leftover } : {}),
  };
}

function bySize(a: Owned, b: Owned): number {
  return a.to - a.from - (b.to - b.from);
}

/** Whether a stretch is a place of the item; the places of a whole row or entry speak for what stands in it. */
export function standsFor({ paths }: Segment, path: Path): boolean {
  return paths.some((one) => one === path || (one.endsWith(']') && path.startsWith(`${one}.`)));
}

/** A block with its number, which places name. */
export interface NumberedBlock extends SourceBlock {
  readonly block: number;
}

/** What stands together on a page: lines outside tables, or the rows of a table with their cells. */
export type SourceChunk =
  | { readonly kind: 'line'; readonly block: NumberedBlock }
  | {
      readonly kind: 'table';
      readonly rows: readonly (readonly NumberedBlock[])[];
      /** Columns of the source in which cells begin, in order. */
      readonly columns: readonly number[];
      /** Shares of the width for these columns: a column of long texts gets more. */
      readonly widths: readonly number[];
    };

export interface SourcePage {
  readonly key: string;
  /** Page from 1, or the name of the sheet; absent where the source knows neither. */
  readonly page?: number;
  readonly sheet?: string;
  readonly chunks: readonly SourceChunk[];
}

/** Blocks of a source without pages are dealt out in sheaves of this many. */
const SHEAF = 80;

/** The source as pages (sheets, sheaves) of lines and tables, for showing it. */
export function sourcePages(blocks: readonly SourceBlock[]): readonly SourcePage[] {
  const pages: { key: string; page?: number; sheet?: string; blocks: NumberedBlock[] }[] = [];
  blocks.forEach((block, number) => {
    const { page, sheet } = block.where;
    const last = pages.at(-1);
    const goesOn =
      last?.page === page && last?.sheet === sheet && (page ?? sheet ?? (last && last.blocks.length < SHEAF));
    if (last && goesOn) last.blocks.push({ ...block, block: number });
    else {
      const at = { ...(page === undefined ? {} : { page }), ...(sheet === undefined ? {} : { sheet }) };
      pages.push({ key: String(number), ...at, blocks: [{ ...block, block: number }] });
    }
  });
  return pages.map(({ blocks: own, ...page }) => ({ ...page, chunks: chunksOf(own).map(withColumns) }));
}

function chunksOf(blocks: readonly NumberedBlock[]): readonly SourceChunk[] {
  const chunks: SourceChunk[] = [];
  let rows: NumberedBlock[][] = [];
  let table: number | undefined;
  let row: number | undefined;
  for (const block of blocks) {
    const { where } = block;
    if (where.table === undefined || where.row === undefined) {
      chunks.push({ kind: 'line', block });
      table = undefined;
      continue;
    }
    if (where.table !== table) chunks.push({ kind: 'table', rows: (rows = []), columns: [], widths: [] });
    if (where.table !== table || where.row !== row) rows.push([block]);
    else rows.at(-1)?.push(block);
    table = where.table;
    row = where.row;
  }
  return chunks;
}

function withColumns(chunk: SourceChunk): SourceChunk {
  if (chunk.kind === 'line') return chunk;
  const starts = new Set(chunk.rows.flatMap((row) => row.map(({ where }) => where.column ?? 1)));
  const columns = [...starts].sort((a, b) => a - b);
  return { ...chunk, columns, widths: widthsOf(chunk.rows, columns) };
}

/** Texts longer than this take no more room: they only have more lines. */
const LONG = 100;
/** A column of single signs still shows a word. */
const NARROWEST = 2.5;

/** A label and its value stand as on the form; else the root of how much stands in the cells of one column. */
function widthsOf(
  rows: readonly (readonly NumberedBlock[])[],
  columns: readonly number[],
): readonly number[] {
  if (columns.length === 2) return [1, 3];
  return columns.map((column, at) => {
    const cells = rows.flatMap((row) =>
      row.filter((_, place) => isAlone(row, place, column, columns[at + 1])),
    );
    const letters = cells.map(({ text }) => Math.min(LONG, text.length)).sort((a, b) => a - b);
    const usual = letters[Math.floor((letters.length * 3) / 4)] ?? 0;
    return Math.max(NARROWEST, Math.round(Math.sqrt(usual) * 10) / 10);
  });
}

/** Whether a cell stands in this column and does not reach into the next. */
function isAlone(
  row: readonly NumberedBlock[],
  place: number,
  column: number,
  next: number | undefined,
): boolean {
  if ((row[place]?.where.column ?? 1) !== column) return false;
  const neighbour = row[place + 1]?.where.column;
  return next === undefined || neighbour === undefined || neighbour === next;
}
