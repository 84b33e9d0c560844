import type { ImageRef } from '../../assessment/types';
import { SIZE } from '../model/measure';
import type { Cell, CellContent, Line, Twips } from '../model/types';
import { cellPieces } from './cells';
import { pictureHeight, type PictureSize } from './pictureSize';
import { heightOf } from './wrap';

/** One of the cells of the sheet that a cell of the print model takes, one below the other. */
export interface CellLayer {
  readonly text: string;
  /** Points that it needs. */
  readonly height: number;
  /** Options of a drop-down list, as they are in the cell. */
  readonly list?: readonly string[];
  readonly picture?: ImageRef;
}

/** A chosen value alone, for its list; texts too long for one cell in several; each picture in a row of its own. */
export function cellLayers(cell: Cell, width: Twips, sizeOf: PictureSize): readonly CellLayer[] {
  const lines = cell.content.filter(isLine);
  if (cell.options && lines[0]) return choiceLayers(cell.options, lines, width);
  const size = cell.role === 'options' ? SIZE.small : SIZE.body;
  const pictures = cell.content.flatMap((content) =>
    content.kind === 'picture' ? [pictureLayer(content.image, width, sizeOf)] : [],
  );
  if (lines.length === 0 && pictures.length > 0) return pictures;
  const texts = cellPieces(textOfLines(lines)).map((text) => ({ text, height: heightOf(text, width, size) }));
  return [...texts, ...pictures];
}

function choiceLayers(
  options: readonly string[],
  lines: readonly Line[],
  width: Twips,
): readonly CellLayer[] {
  const [bracket, ...rest] = lines.map(sheetText);
  const text = bracket ?? '';
  const first = { text, height: heightOf(text, width), list: options.map((option) => `[　${option}　]`) };
  const below = rest.join('\n');
  return rest.length > 0 ? [first, { text: below, height: heightOf(below, width) }] : [first];
}

function pictureLayer(image: ImageRef, width: Twips, sizeOf: PictureSize): CellLayer {
  return { text: '', height: pictureHeight(sizeOf(image), width), picture: image };
}

/** The lines of a cell as one text. */
export function textOf({ content }: Cell): string {
  return textOfLines(content.filter(isLine));
}

function textOfLines(lines: readonly Line[]): string {
  return lines.map(sheetText).join('\n');
}

function isLine(content: CellContent): content is Line {
  return content.kind === 'line';
}

/** Parts that are in columns on paper are set apart by spaces. */
function sheetText(line: Line): string {
  return line.parts.map((runs) => runs.map((run) => run.text).join('')).join('　　');
}

/**
 * Points of each part of a row, in which the layers of its cells are side by side. The last layer of a cell with
 * fewer layers extends to the end of the row; what it needs beyond the others is added there.
 */
export function layerHeights(
  columns: readonly (readonly CellLayer[])[],
  minHeight: number,
): readonly number[] {
  const parts = Math.max(...columns.map((layers) => layers.length));
  const heights = Array.from({ length: parts }, (_, part) =>
    Math.max(MIN_HEIGHT, ...columns.map((layers) => ownHeight(layers, part, parts))),
  );
  const missing = columns.map((layers) => {
    const room = heights.slice(layers.length - 1).reduce((sum, height) => sum + height, 0);
    return (layers.at(-1)?.height ?? 0) - room;
  });
  const total = heights.reduce((sum, height) => sum + height, 0);
  const extra = Math.max(0, ...missing, minHeight - total);
  return heights.map((height, part) => (part === parts - 1 ? height + extra : height));
}

/** The height of a layer within one part; none where it continues in the next part. */
function ownHeight(layers: readonly CellLayer[], part: number, parts: number): number {
  const continues = part === layers.length - 1 && part < parts - 1;
  return continues ? MIN_HEIGHT : (layers[part]?.height ?? MIN_HEIGHT);
}

/** Points of a row that holds nothing. */
const MIN_HEIGHT = 18;
