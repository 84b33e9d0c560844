import type { CellBlock, TableRowBlock } from '../../blocks';
import { assertCells, assertCharacters } from '../reading';
import type { Address } from './address';
import { PLAIN, type ShownCell } from './cell';
import { withTicks, type FloatingPicture, type FloatingTick } from './floating';
import { whereOf, type SheetContext, type SheetParts, type SheetPlace } from './parts';

interface Growing {
  readonly cell: ShownCell;
  readonly ticks: FloatingTick[];
  readonly images: string[];
}

/** The cells of a sheet by their place, merged ones by their first. */
export class Grid {
  private readonly cells = new Map<number, Growing>();

  constructor(
    private readonly parts: SheetParts,
    private readonly place: SheetPlace,
    private readonly book: SheetContext,
  ) {
    for (const cell of parts.cells) this.add(cell);
    // The place of a merge whose cells are not written at all.
    for (const merge of parts.merges.all) this.at(merge.first);
    for (const tick of parts.floating.ticks) this.at(tick).ticks.push(tick);
    for (const picture of parts.floating.pictures) this.addPicture(picture);
  }

  rows(): readonly TableRowBlock[] {
    const rows = new Map<number, CellBlock[]>();
    for (const [, growing] of [...this.cells].sort(([a], [b]) => a - b)) {
      const block = this.block(growing);
      const row = rows.get(block.row);
      if (row) row.push(block);
      else rows.set(block.row, [block]);
    }
    return [...rows.values()].map((cells) => ({ cells }));
  }

  private add(cell: ShownCell): void {
    this.report(cell);
    const merge = this.parts.merges.covering(cell);
    const known = this.cells.get(keyOf(cell));
    if (known && cell.text !== '' && !merge) return this.repeat(known, cell);
    const isFirst = !merge || (merge.first.row === cell.row && merge.first.column === cell.column);
    if (isFirst && (cell.text !== '' || merge || cell.style.framed || cell.style.shaded)) this.grow(cell);
    else if (!isFirst && cell.text !== '') this.keepCovered(cell);
  }

  /** A sheet that names a cell more than once shows one of its texts; all are kept. */
  private repeat(known: Growing, cell: ShownCell): void {
    if (known.cell.text === cell.text) return;
    this.book.notices.add('repeatedCells', { sheet: this.place.name });
    const text = known.cell.text === '' ? cell.text : `${known.cell.text}\n${cell.text}`;
    assertCharacters((this.book.counts.characters += cell.text.length), this.book.limits);
    this.cells.set(keyOf(cell), { ...known, cell: { ...known.cell, text } });
  }

  private report({ plain, textMissing }: ShownCell): void {
    const { notices } = this.book;
    if (plain) notices.add('numberFormat', { sheet: this.place.name });
    if (textMissing) notices.add('cellsUnread', { sheet: this.place.name });
  }

  /** Excel keeps what stood in a cell before it was merged away, and never shows it. */
  private keepCovered(cell: ShownCell): void {
    this.book.notices.add('coveredCells', { sheet: this.place.name });
    this.grow(cell);
  }

  private addPicture({ hash, row, column }: FloatingPicture): void {
    this.at({ row, column }).images.push(hash);
  }

  private at({ row, column }: Address): Growing {
    const first = this.parts.merges.covering({ row, column })?.first ?? { row, column };
    return this.cells.get(keyOf(first)) ?? this.grow({ ...first, text: '', style: PLAIN });
  }

  private grow(cell: ShownCell): Growing {
    const { counts, limits } = this.book;
    assertCells(++counts.cells, limits.cells);
    // Strings are stored once and shown in any number of cells: a small file may hold more text than memory.
    assertCharacters((counts.characters += cell.text.length), limits);
    const growing = { cell, ticks: [], images: [] };
    this.cells.set(keyOf(cell), growing);
    return growing;
  }

  private block({ cell, ticks, images }: Growing): CellBlock {
    const merge = this.parts.merges.from(cell);
    return {
      text: ticks.length ? withTicks(cell.text, ticks) : cell.text,
      row: cell.row,
      column: cell.column,
      rowSpan: merge ? merge.last.row - cell.row + 1 : 1,
      columnSpan: merge ? merge.last.column - cell.column + 1 : 1,
      where: whereOf(cell, this.place),
      ...(cell.style.shaded ? { shaded: true } : {}),
      ...(images.length ? { images } : {}),
    };
  }
}

/** Sheets have at most 16,384 columns. */
function keyOf({ row, column }: Address): number {
  return row * 16_384 + column;
}
