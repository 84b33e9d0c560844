import type { Block, SourceDocument } from '../../blocks';
import { isCompound, openCompound } from '../compound/file';
import { pictureRecords } from './drawing';
import { ImageStore } from '../images/store';
import { Notices, type ReadContext, Refusal } from '../reading';
import { workbookStream } from './container';
import { readGlobals, type ListedSheet } from './globals';
import { openedStream } from './protection';
import { readSheet, type Book } from './sheet';

/**
 * A workbook of Excel 97–2003 (BIFF8) or of Excel 5 and 95 as blocks: one table a sheet, in the order of the tabs, values
 * as they are shown. Hidden sheets, rows and columns are read and reported. Throws a `Refusal` for what cannot be read
 * at all.
 */
export function readXls(bytes: Uint8Array, name: string, context: ReadContext): SourceDocument {
  const notices = new Notices();
  const stream = openedStream(streamIn(bytes, notices));
  const globals = readGlobals(stream, notices);
  const images = new ImageStore(notices);
  const { limits } = context;
  const pictures = pictureRecords(globals.drawing);
  const book: Book = {
    stream,
    read: { bytes: 0 },
    globals,
    notices,
    images,
    limits,
    counts: { cells: 0, characters: 0 },
    pictures,
  };
  const { sheets } = globals;
  const { pages: limit } = limits;
  if (sheets.length > limit)
    throw new Refusal({ code: 'tooManyPages', params: { pages: sheets.length, limit } });
  if (sheets.length === 0) throw new Refusal({ code: 'damaged', params: { why: 'part' } });
  const blocks = sheets.flatMap((sheet, at) => {
    if (context.isCancelled?.()) throw new Refusal({ code: 'cancelled' });
    const read = blocksOf(sheet, at, book);
    context.onProgress?.({ done: at + 1, total: sheets.length });
    return read;
  });
  return {
    source: { name, format: 'xls' },
    blocks,
    images: images.list(),
    notices: notices.list(),
    order: 'layout',
  };
}

/** Excel 4 and earlier wrote the records without a container, and some programs do. */
function streamIn(bytes: Uint8Array, notices: Notices): Uint8Array {
  if (!isCompound(bytes)) return bytes;
  const stream = workbookStream(openCompound(bytes));
  if (!stream) throw new Refusal({ code: 'damaged', params: { why: 'part' } });
  if (stream.damage) notices.add(stream.damage);
  return stream.bytes;
}

function blocksOf(sheet: ListedSheet, at: number, book: Book): readonly Block[] {
  const { notices } = book;
  if (sheet.kind === 'code') return [];
  if (sheet.hidden) notices.add('hiddenSheet', { sheet: sheet.name });
  if (sheet.kind === 'chart') notices.add('chart');
  return sheet.kind === 'chart' ? [] : readSheet(sheet, { name: sheet.name, table: at + 1 }, book);
}
