import { viewOf } from './tables';

/** The glyph of a character, from a `cmap` table with a subtable of format 12 or 4; 0 where the font has none. */
export function glyphFinder(cmap: Uint8Array): (code: number) => number {
  const view = viewOf(cmap);
  const offsets = Array.from({ length: view.getUint16(2) }, (_, at) => view.getUint32(8 + at * 8));
  const wide = offsets.find((offset) => view.getUint16(offset) === 12);
  if (wide !== undefined) return (code) => wideGlyph(view, wide, code);
  const narrow = offsets.find((offset) => view.getUint16(offset) === 4);
  return narrow === undefined ? () => 0 : (code) => narrowGlyph(view, narrow, code);
}

function wideGlyph(view: DataView, table: number, code: number): number {
  for (let at = 0; at < view.getUint32(table + 12); at++) {
    const group = table + 16 + at * 12;
    const start = view.getUint32(group);
    if (code >= start && code <= view.getUint32(group + 4)) return view.getUint32(group + 8) + code - start;
  }
  return 0;
}

function narrowGlyph(view: DataView, table: number, code: number): number {
  const twice = view.getUint16(table + 6);
  for (let at = 0; at < twice; at += 2) {
    const start = view.getUint16(table + 16 + twice + at);
    if (code > view.getUint16(table + 14 + at)) continue;
    if (code < start) return 0;
    const delta = view.getUint16(table + 16 + 2 * twice + at);
    const offset = table + 16 + 3 * twice + at;
    const range = view.getUint16(offset);
    const glyph = range === 0 ? code : view.getUint16(offset + range + 2 * (code - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
