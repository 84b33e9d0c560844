import type { Block, CellBlock, TableRowBlock } from '../../blocks';
import type { Where } from '../../result';
import { assertCells } from '../reading';
import { elementsOf, readElement, type XmlElement } from '../xml/element';
import { XmlPull } from '../xml/pull';
import { partRoot, relationshipsOf, type Relationship } from '../zip/package';
import type { Address } from './address';
import { readCell, type ShownCell } from './cells';
import { readControls, withTicks, type Floating } from './controls';
import { readDrawings, type Drawn } from './drawing';
import { readMargins } from './margins';
import { readMerges, type Merges } from './merges';
import type { Book } from './book';

/** A sheet of the book: its name, its part, and where its table stands among the tables. */
export interface SheetPlace {
  readonly name: string;
  readonly part: string;
  readonly table: number;
}

/** What the part of a sheet holds before it is put together. */
interface RawSheet {
  readonly cells: readonly ShownCell[];
  readonly merges: Merges;
  readonly margins: XmlElement | undefined;
}

/** One table with every cell that shows or frames something, and what floats beside it. */
export function readSheet(place: SheetPlace, book: Book): readonly Block[] {
  const xml = book.archive.text(place.part);
  if (xml === undefined) {
    book.notices.add('sheetMissing', { sheet: place.name });
    return [];
  }
  const raw = readPart(xml, place, book);
  const floating = floatingOver(place, book);
  const rows = tableRows(raw, floating, place, book);
  const where: Where = { sheet: place.name, table: place.table };
  return [
    ...readMargins(raw.margins, place.name),
    ...(rows.length ? [{ kind: 'table', where, rows } as const] : []),
    ...floating.boxes,
  ];
}

function readPart(xml: string, { name }: SheetPlace, book: Book): RawSheet {
  const pull = new XmlPull(xml);
  const cells: ShownCell[] = [];
  const parts = new Map<string, XmlElement>();
  const rows = new RowReader(book, name);
  for (let kind = pull.next(); kind !== 'end'; kind = pull.next()) {
    if (kind !== 'open' || CONTAINERS.has(pull.name)) continue;
    const element = readElement(pull, book.limits.depth);
    if (element.name === 'row') cells.push(...rows.read(element));
    else parts.set(element.name, element);
  }
  if (pull.damaged) book.notices.add('sheetDamaged', { sheet: name });
  noteHiddenColumns(parts.get('cols'), name, book);
  return { cells, merges: readMerges(parts.get('mergeCells')), margins: parts.get('headerFooter') };
}

const CONTAINERS = new Set(['worksheet', 'sheetData']);

/** Reads rows in order; rows and cells that do not name their place follow the one before. */
class RowReader {
  private row = -1;

  constructor(
    private readonly book: Book,
    private readonly sheet: string,
  ) {}

  /** Cells that show something or look like a place for it. */
  read(row: XmlElement): readonly ShownCell[] {
    this.row = row.attributes.r === undefined ? this.row + 1 : Number(row.attributes.r) - 1;
    let column = -1;
    const cells = elementsOf(row, 'c').map((cell) => {
      const shown = readCell(cell, { row: this.row, column: column + 1 }, this.book.cells);
      column = shown.column;
      return shown;
    });
    if (isOn(row.attributes.hidden) && cells.some(({ text }) => text !== '')) {
      this.book.notices.add('hiddenRows', { sheet: this.sheet });
    }
    return cells;
  }
}

function isOn(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}

function noteHiddenColumns(columns: XmlElement | undefined, sheet: string, book: Book): void {
  if (elementsOf(columns, 'col').some(({ attributes }) => isOn(attributes.hidden))) {
    book.notices.add('hiddenColumns', { sheet });
  }
}

/** What floats over the cells: ticks and pictures by the cell below them, boxes as blocks. */
interface FloatingParts {
  readonly ticks: readonly Floating[];
  readonly pictures: readonly ({ readonly hash: string } & Address)[];
  readonly boxes: readonly Block[];
}

function floatingOver(place: SheetPlace, book: Book): FloatingParts {
  const related = relationshipsOf(book.archive, place.part, book.limits.depth);
  const controls = related
    .filter(({ type }) => type === 'vmlDrawing')
    .flatMap(({ target }) => controlsIn(target, book));
  const drawn = related
    .filter(({ type }) => type === 'drawing')
    .flatMap(({ target }) => drawingsIn(target, book));
  if (controls.some(({ kind }) => kind === 'other')) book.notices.add('controlState');
  return {
    ticks: controls.filter(({ kind }) => kind === 'tick'),
    pictures: drawn.flatMap(({ hash, row, column }) => (hash === undefined ? [] : [{ hash, row, column }])),
    boxes: [
      ...drawn.flatMap(({ text, row, column }) =>
        text === undefined ? [] : [textBox(text, { row, column }, place)],
      ),
      ...comments(related, place, book),
    ],
  };
}

function controlsIn(part: string, book: Book): readonly Floating[] {
  const xml = book.archive.text(part);
  return xml === undefined ? [] : readControls(xml, book.limits.depth);
}

interface FoundDrawing extends Address {
  readonly text?: string;
  readonly hash?: string | undefined;
}

function drawingsIn(part: string, book: Book): readonly FoundDrawing[] {
  const targets = new Map(
    relationshipsOf(book.archive, part, book.limits.depth).map((found) => [found.id, found]),
  );
  return readDrawings(partRoot(book.archive, part, book.limits.depth)).map((drawn) =>
    foundDrawing(drawn, targets, book),
  );
}

function foundDrawing(drawn: Drawn, targets: ReadonlyMap<string, Relationship>, book: Book): FoundDrawing {
  const { row, column } = drawn;
  if (drawn.kind === 'text') return { row, column, text: drawn.text };
  const target = drawn.kind === 'picture' ? targets.get(drawn.relationship) : undefined;
  if (drawn.kind === 'chart') book.notices.add('chart');
  if (drawn.kind === 'picture' && (!target || target.external)) book.notices.add('linkedPicture');
  if (drawn.kind !== 'picture' || !target || target.external) return { row, column };
  return {
    row,
    column,
    hash: book.images.add(target.target, drawn.alt, () => book.archive.part(target.target)),
  };
}

function textBox(text: string, at: Address, place: SheetPlace): Block {
  return { kind: 'paragraph', role: 'textbox', text, where: whereOf(at, place) };
}

/** Notes of a sheet, each at its cell. */
function comments(related: readonly Relationship[], place: SheetPlace, book: Book): readonly Block[] {
  const blocks = related
    .filter(({ type }) => type === 'comments')
    .flatMap(({ target }) => book.readComments(target, place.name));
  if (blocks.length) book.notices.add('comments');
  return blocks;
}

function whereOf({ row, column }: Address, { name, table }: SheetPlace): Where {
  return { sheet: name, table, row: row + 1, column: column + 1 };
}

function tableRows(
  raw: RawSheet,
  floating: FloatingParts,
  place: SheetPlace,
  book: Book,
): readonly TableRowBlock[] {
  const grid = new Grid(raw, place, book);
  for (const cell of raw.cells) grid.add(cell);
  for (const merge of raw.merges.all) grid.addBlank(merge.first);
  for (const tick of floating.ticks) grid.addTick(tick);
  for (const picture of floating.pictures) grid.addPicture(picture);
  return grid.rows();
}

interface Growing {
  readonly cell: ShownCell;
  readonly ticks: Floating[];
  readonly images: string[];
}

/** The cells of a sheet by their place, merged ones by their first. */
class Grid {
  private readonly cells = new Map<number, Growing>();

  constructor(
    private readonly raw: RawSheet,
    private readonly place: SheetPlace,
    private readonly book: Book,
  ) {}

  add(cell: ShownCell): void {
    const merge = this.raw.merges.covering(cell);
    const isFirst = !merge || (merge.first.row === cell.row && merge.first.column === cell.column);
    if (isFirst && (cell.text !== '' || merge || cell.style.framed || cell.style.shaded)) this.grow(cell);
    else if (!isFirst && cell.text !== '') this.keepCovered(cell);
  }

  /** The place of a merge whose cells are not written at all. */
  addBlank(address: Address): void {
    this.at(address);
  }

  addTick(tick: Floating): void {
    this.at(tick).ticks.push(tick);
  }

  addPicture({ hash, ...at }: { readonly hash: string } & Address): void {
    this.at(at).images.push(hash);
  }

  rows(): readonly TableRowBlock[] {
    const ordered = [...this.cells].sort(([a], [b]) => a - b).map(([, growing]) => this.block(growing));
    const rows = new Map<number, CellBlock[]>();
    for (const cell of ordered) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
    return [...rows.values()].map((cells) => ({ cells }));
  }

  /** Excel keeps what stood in a cell before it was merged away, and never shows it. */
  private keepCovered(cell: ShownCell): void {
    this.book.notices.add('coveredCells', { sheet: this.place.name });
    this.grow(cell);
  }

  private at(address: Address): Growing {
    const first = this.raw.merges.covering(address)?.first ?? address;
    return (
      this.cells.get(keyOf(first)) ?? this.grow({ ...first, text: '', style: this.book.cells.styleOf(-1) })
    );
  }

  private grow(cell: ShownCell): Growing {
    assertCells(++this.book.counts.cells, this.book.limits.cells);
    const growing = { cell, ticks: [], images: [] };
    this.cells.set(keyOf(cell), growing);
    return growing;
  }

  private block({ cell, ticks, images }: Growing): CellBlock {
    const merge = this.raw.merges.from(cell);
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
