import { readFile } from 'node:fs/promises';
import { drawText } from '../../shared/publish/font/drawing';
import { resourcePath } from '../resources';

/** What stands in the margins of every page. */
export interface RunningHead {
  readonly header: string;
  readonly footer: string;
}

/** Type size in points. */
const SIZE = 9;
const LONGEST = 60;
let font: Promise<Uint8Array> | undefined;

/**
 * Templates for the margins: the text at the head, page n / N at the foot. The engine lays them out apart from the
 * page and cannot wait for a font there, so the text is drawn from the outlines of the bundled font: it looks the
 * same on every PC, and does not mix with the text of the pages when that is copied.
 */
export async function runningHead(text: string): Promise<RunningHead> {
  font ??= readFile(resourcePath('fonts', 'BIZUDPMincho-Regular.ttf'));
  const numbers = '<span class="pageNumber"></span> / <span class="totalPages"></span>';
  return { header: line(drawn(await font, text), 'right'), footer: line(numbers, 'center') };
}

function drawn(bytes: Uint8Array, text: string): string {
  const characters = Array.from(text);
  const cut = characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text;
  const drawing = drawText(bytes, cut);
  if (!drawing || drawing.width === 0) return '';
  const { path, width, unitsPerEm } = drawing;
  const points = (units: number) => ((units * SIZE) / unitsPerEm).toFixed(2);
  const box = `0 ${String(-unitsPerEm)} ${String(width)} ${String(unitsPerEm * 1.3)}`;
  return `<svg width="${points(width)}pt" height="${points(unitsPerEm * 1.3)}pt" viewBox="${box}"><path d="${path}"/></svg>`;
}

const line = (content: string, align: string): string =>
  `<div style="width:100%;margin:0 15mm;text-align:${align};font:${String(SIZE)}pt 'BIZ UDPMincho','Times New Roman',serif">${content}</div>`;
