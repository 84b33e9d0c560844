import { type ParagraphOf, para, type RunOf, sprm } from './docFile';
import { short, word } from './numbers';

/** `across`, `down`: bits of the format for merged cells. */
export interface CellOf {
  readonly across?: number;
  readonly down?: number;
}

/** The definition of a row: left edges and the last right one in twips, then the cells. */
export function rowShape(edges: readonly number[], cells: readonly CellOf[]): readonly number[] {
  const body = [
    cells.length,
    ...edges.flatMap((edge) => short(edge & 0xffff)),
    ...cells.flatMap(({ across = 0, down = 0 }) => [
      ...short(across | (down << 5)),
      ...Array.from({ length: 18 }, () => 0),
    ]),
  ];
  return sprm(0xd608, ...short(body.length + 1), ...body);
}

/** The paragraphs of a cell at a depth of 1; the last one ends it. */
export function cell(...lines: readonly (string | RunOf)[]): readonly ParagraphOf[] {
  return lines.map((line, at) => ({
    ...para(line),
    end: at === lines.length - 1 ? '\x07' : '\r',
    sprms: sprm(0x2416, 1),
  }));
}

/** The end of a row, with what its properties say. */
export function rowEnd(...shape: readonly (readonly number[])[]): ParagraphOf {
  return { runs: [], end: '\x07', sprms: [...sprm(0x2416, 1), ...sprm(0x2417, 1), ...shape.flat()] };
}

/** A paragraph at a depth of 2. */
export function inner(text: string, ...more: readonly (readonly number[])[]): ParagraphOf {
  return { ...para(text), sprms: [...sprm(0x2416, 1), ...sprm(0x6649, ...word(2)), ...more.flat()] };
}
