import type { Block } from '../../blocks';
import type { Address } from '../sheets/address';
import { parseRange } from '../sheets/address';
import type { ShownCell } from '../sheets/cell';
import type { FloatingParts, FloatingPicture, FloatingText } from '../sheets/floating';
import { marginBlocks, type Margin } from '../sheets/margins';
import { mergesOf } from '../sheets/merges';
import type { SheetParts, SheetPlace } from '../sheets/parts';
import { sheetBlocks } from '../sheets/sheet';
import { descendants, elementsOf, readElement, textOf, type XmlElement } from '../xml/element';
import { XmlPull } from '../xml/pull';
import { partRoot, relationshipsOf, type Relationship } from '../zip/package';
import { readCell } from './cells';
import {
  floatingControls,
  isUntold,
  readControls,
  stateOf,
  withListedStates,
  type Control,
  type ListedControl,
} from './controls';
import { readDrawings, type Captions, type Drawn } from './drawing';
import type { Book } from './book';
import { appendAll } from '../../lists';

/** A sheet and its part. */
export interface SheetPart extends SheetPlace {
  readonly part: string;
}

/** The blocks of a sheet; none, with a notice, where its part is not there. */
export function readSheet(place: SheetPart, book: Book): readonly Block[] {
  const xml = book.archive.text(place.part);
  if (xml === undefined) {
    book.notices.add('sheetMissing', { sheet: place.name });
    return [];
  }
  const { controls, ...parts } = readPart(xml, place, book);
  return sheetBlocks({ ...parts, floating: floatingOver(place, controls, book) }, place, book);
}

/** What the part of a sheet holds; `controls` by the names of their relationships. */
interface RawSheet extends Omit<SheetParts, 'floating'> {
  readonly controls: readonly XmlElement[];
}

function readPart(xml: string, { name }: SheetPlace, book: Book): RawSheet {
  const pull = new XmlPull(xml);
  const cells: ShownCell[] = [];
  const parts = new Map<string, XmlElement>();
  const controls: XmlElement[] = [];
  const objects: XmlElement[] = [];
  const rows = new RowReader(book, name);
  for (let kind = pull.next(); kind !== 'end'; kind = pull.next()) {
    if (kind !== 'open' || CONTAINERS.has(pull.name)) continue;
    const element = readElement(pull, book.limits.depth);
    if (element.name === 'row') appendAll(cells, rows.read(element));
    else parts.set(element.name, element);
    if (OBJECTS.has(element.name)) appendAll(objects, descendants(element, 'oleObject'));
    if (CONTROLS.has(element.name)) appendAll(controls, descendants(element, 'control'));
  }
  if (pull.damaged) book.notices.add('sheetDamaged', { sheet: name });
  noteHiddenColumns(parts.get('cols'), name, book);
  noteObjects(objects, book);
  const merges = elementsOf(parts.get('mergeCells'), 'mergeCell');
  return {
    cells,
    controls,
    merges: mergesOf(
      merges.flatMap(({ attributes }) => parseRange(attributes.ref ?? '') ?? []),
      book.limits.cells,
    ),
    margins: marginBlocks(elementsOf(parts.get('headerFooter')).map(marginOf), name),
  };
}

function marginOf(part: XmlElement): Margin {
  return { role: part.name.endsWith('Header') ? 'header' : 'footer', codes: textOf(part) };
}

/** Embedded documents stand in a list of their own, or in alternatives, each object then twice. */
const OBJECTS = new Set(['oleObjects', 'AlternateContent']);

function noteObjects(objects: readonly XmlElement[], { notices }: Book): void {
  const shapes = new Set(objects.map(({ attributes }) => attributes.shapeId ?? attributes.id));
  for (const _object of shapes) notices.add('embeddedObject');
}

/** Newer parts of a sheet stand in alternatives. */
const CONTROLS = new Set(['controls', 'AlternateContent']);

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

function floatingOver(place: SheetPart, listed: readonly XmlElement[], book: Book): FloatingParts {
  const related = relationshipsOf(book.archive, place.part, book.limits.depth);
  const partsOf = (wanted: string) => related.filter(({ type }) => type === wanted);
  const controls = withListedStates(
    partsOf('vmlDrawing').flatMap(({ target }) => controlsIn(target, book)),
    listedControls(listed, related, book),
  );
  if (controls.some(isUntold)) book.notices.add('controlState');
  const captions = new Map(
    controls.flatMap(({ shape, caption }) => (shape === undefined ? [] : [[shape, caption] as const])),
  );
  const drawn = partsOf('drawing').flatMap(({ target }) => drawingsIn(target, captions, book));
  const { ticks, texts } = floatingControls(controls);
  return {
    ticks,
    pictures: drawn.filter((found) => 'hash' in found),
    texts: [
      ...drawn.filter((found) => 'role' in found),
      ...texts,
      ...partsOf('comments').flatMap(({ target }) => book.readComments(target)),
    ],
  };
}

function controlsIn(part: string, book: Book): readonly Control[] {
  const xml = book.archive.text(part);
  return xml === undefined ? [] : readControls(xml, book.limits.depth);
}

/** Check boxes and option buttons among `elements`, each once: alternatives name them twice. */
function listedControls(
  elements: readonly XmlElement[],
  related: readonly Relationship[],
  book: Book,
): readonly ListedControl[] {
  const parts = new Map(related.filter(({ type }) => type === 'ctrlProp').map((found) => [found.id, found]));
  const byShape = new Map(elements.map(({ attributes }) => [Number(attributes.shapeId), attributes]));
  return [...byShape].flatMap(([shape, { id = '', name = '' }]) => {
    const target = parts.get(id)?.target;
    const root = target === undefined ? undefined : partRoot(book.archive, target, book.limits.depth);
    const { objectType = '', checked = '' } = root?.attributes ?? {};
    return ['CheckBox', 'Radio'].includes(objectType) ? [{ shape, name, state: stateOf(checked) }] : [];
  });
}

type FoundDrawing = FloatingPicture | FloatingText;

function drawingsIn(part: string, controls: Captions, book: Book): readonly FoundDrawing[] {
  const targets = new Map(
    relationshipsOf(book.archive, part, book.limits.depth).map((found) => [found.id, found]),
  );
  return readDrawings(partRoot(book.archive, part, book.limits.depth), controls).flatMap((drawn) =>
    foundDrawing(drawn, targets, book),
  );
}

function foundDrawing(
  drawn: Drawn,
  targets: ReadonlyMap<string, Relationship>,
  book: Book,
): readonly FoundDrawing[] {
  const { row, column } = drawn;
  if (drawn.kind === 'text') return [{ role: 'textbox', text: drawn.text, at: { row, column } }];
  if (drawn.kind === 'picture') return pictureOf(drawn, targets.get(drawn.relationship), book);
  book.notices.add('chart');
  return [];
}

function pictureOf(
  { row, column, alt }: Address & { readonly alt: string },
  target: Relationship | undefined,
  book: Book,
): readonly FoundDrawing[] {
  if (!target || target.external) {
    book.notices.add('linkedPicture');
    return [];
  }
  const hash = book.images.add(target.target, alt, () => book.archive.part(target.target));
  return hash === undefined ? [] : [{ row, column, hash }];
}
