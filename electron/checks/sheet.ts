import { strToU8 } from 'fflate';
import { writeCsv } from '../../shared/publish/csv/write';
import { writeDocx } from '../../shared/publish/docx/write';
import { writeHtml } from '../../shared/publish/html/write';
import { sheetDocument, sheetRows, type Sheet } from '../../shared/publish/sheet';

export interface SheetOrder {
  readonly sheet: Sheet;
  readonly format: 'docx' | 'pdf' | 'csv';
  readonly author: string;
  /** ISO 8601 without fractions. */
  readonly date: string;
}

/** The bytes of a list for people; of a PDF the page that the shell prints. */
export async function sheetBytes({ sheet, format, author, date }: SheetOrder): Promise<Uint8Array> {
  if (format === 'csv') return writeCsv(sheetRows(sheet)).bytes;
  const print = sheetDocument(sheet);
  if (format === 'docx') return writeDocx(print, { author, date });
  return strToU8(writeHtml(print, { fonts: (file) => `/resources/fonts/${file}` }));
}
