import { glyphFinder } from './characters';
import { type Contour, contoursOf, type GlyphBytes, type Point } from './outline';
import { type FontTables, readTables, viewOf } from './tables';

/** A line of text as an SVG path, in units of the font: the base line is 0, down is positive. */
export interface DrawnText {
  readonly path: string;
  readonly width: number;
  readonly unitsPerEm: number;
}

/**
 * Draws a text with the outlines of a font, for places where the font itself cannot be used. Characters that the
 * font does not have leave a space. Undefined for bytes that are no TrueType font.
 */
export function drawText(font: Uint8Array, text: string): DrawnText | undefined {
  const tables = readTables(font);
  const face = tables && faceOf(tables);
  if (!face) return undefined;
  let width = 0;
  const paths = Array.from(text, (char) => {
    const glyph = face.glyphOf(char.codePointAt(0) ?? 0);
    const path =
      glyph === 0
        ? ''
        : contoursOf(face.bytesOf, glyph)
            .map((contour) => contourPath(contour, width))
            .join('');
    width += face.advanceOf(glyph);
    return path;
  });
  return { path: paths.join(''), width, unitsPerEm: face.unitsPerEm };
}

interface Face {
  readonly glyphOf: (code: number) => number;
  readonly bytesOf: GlyphBytes;
  readonly advanceOf: (glyph: number) => number;
  readonly unitsPerEm: number;
}

function faceOf(tables: FontTables): Face | undefined {
  const [glyf, loca, head, cmap, hmtx, hhea] = ['glyf', 'loca', 'head', 'cmap', 'hmtx', 'hhea'].map((tag) =>
    tables.get(tag),
  );
  if (!glyf || !loca || !head || !cmap || !hmtx || !hhea) return undefined;
  const offsets = viewOf(loca);
  const long = viewOf(head).getInt16(50) === 1;
  const offsetOf = (glyph: number) =>
    long ? offsets.getUint32(glyph * 4) : offsets.getUint16(glyph * 2) * 2;
  const metrics = viewOf(hmtx);
  const full = viewOf(hhea).getUint16(34);
  return {
    glyphOf: glyphFinder(cmap),
    bytesOf: (glyph) => glyf.subarray(offsetOf(glyph), offsetOf(glyph + 1)),
    advanceOf: (glyph) => metrics.getUint16(Math.min(glyph, full - 1) * 4),
    unitsPerEm: viewOf(head).getUint16(18),
  };
}

/** A closed contour of quadratic curves; between two control points lies a point of the curve. */
function contourPath(contour: Contour, right: number): string {
  const points = withCurvePoints(contour);
  const first = points.findIndex((point) => point.on);
  const fromCurve = [...points.slice(first), ...points.slice(0, first)];
  const [start] = fromCurve;
  if (!start) return '';
  const steps = [...fromCurve.slice(1), start].map((point, at, rest) => step(point, rest[at - 1], right));
  return `M${pair(start, right)}${steps.join('')}Z`;
}

function step(point: Point, before: Point | undefined, right: number): string {
  if (!point.on) return '';
  return before && !before.on ? `Q${pair(before, right)} ${pair(point, right)}` : `L${pair(point, right)}`;
}

function withCurvePoints(contour: Contour): readonly Point[] {
  return contour.flatMap((point, at) => {
    const next = contour[(at + 1) % contour.length];
    if (point.on || !next || next.on) return [point];
    return [point, { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2, on: true }];
  });
}

function pair({ x, y }: Point, right: number): string {
  return `${String(Math.round(x + right))} ${String(Math.round(-y))}`;
}
