import { readFile } from 'node:fs/promises';
import { drawText } from '../../shared/publish/font/drawing';
import { resourcePath } from '../resources';
import { MARGIN_FONT, MARGIN_SIZE, shortened } from './margin-text';

/** What stands in the margins of every page. */
export interface RunningHead {
  readonly header: string;
  readonly footer: string;
}

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
  const drawing = drawText(bytes, shortened(text));
  if (!drawing || drawing.width === 0) return '';
  const { path, width, unitsPerEm } = drawing;
  const points = (units: number) => ((units * MARGIN_SIZE) / unitsPerEm).toFixed(2);
  const box = `0 ${String(-unitsPerEm)} ${String(width)} ${String(unitsPerEm * 1.3)}`;
  return `<svg width="${points(width)}pt" height="${points(unitsPerEm * 1.3)}pt" viewBox="${box}"><path d="${path}"/></svg>`;
}

const line = (content: string, align: string): string =>
  `<div style="width:100%;margin:0 20mm;text-align:${align};font:${MARGIN_FONT}">${content}</div>`;
