import mammoth from 'mammoth';
import { existsSync, readFileSync } from 'node:fs';
import { loadPdfLibrary, readingOptions } from '../../shared/intake/readers/pdf/library';
import { readSource } from '../../shared/intake/readers/read';
import { CONTEXT, docxOf, p, tbl, tc } from '../unit/shared/intake/readers/office';
import { pdfOf, table } from '../unit/shared/intake/readers/pdfFile';
import { convertedByLibreOffice } from '../accuracy/libreoffice/convert';
import { hasLibreOffice } from '../accuracy/libreoffice/tracked';
import { race, time, type Bench, type Row } from './frame';

// Loaded before the work begins: what loads this file ends its loader afterwards.
await loadPdfLibrary();

const SENTENCE = '住民からの届出に基づき、住民票の記載、消除又は記載の修正を行い、その内容を本人に通知する。';

/** Pages of tables as 評価書 have them: thirty rows, two columns. */
function pdfWith(pages: number): Uint8Array {
  const rows = Array.from({ length: 30 }, (_, row) => [`${row + 1}．事務の内容`, SENTENCE.slice(0, 32)]);
  return pdfOf(Array.from({ length: pages }, () => table(50, 60, [120, 360], rows)));
}

function docxWith(rows: number): Uint8Array {
  return docxOf(
    tbl(
      ...Array.from({ length: rows }, (_, row) => [
        tc(`${row + 1}．事務の内容`),
        tc(p(SENTENCE) + p(SENTENCE)),
      ]),
    ),
  );
}

const read = (bytes: Uint8Array, name: string) => () => readSource(bytes, name, CONTEXT);

/** What pdf.js alone needs for the text of every page. */
const plainText = (bytes: Uint8Array) => async () => {
  const library = (await loadPdfLibrary()) as unknown as PlainLibrary;
  const task = library.getDocument(readingOptions(bytes, CONTEXT.pdf));
  const file = await task.promise;
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number);
    await page.getTextContent();
    page.cleanup();
  }
  await task.destroy();
};

interface PlainLibrary {
  getDocument(options: object): { readonly promise: Promise<PlainFile>; destroy(): Promise<void> };
}

interface PlainFile {
  readonly numPages: number;
  getPage(number: number): Promise<{ getTextContent(): Promise<object>; cleanup(): void }>;
}

const mammothText = (bytes: Uint8Array) => () => mammoth.extractRawText({ buffer: Buffer.from(bytes) });

export const bench: Bench = {
  area: 'readers',
  run: async () => [...(await made()), ...(await samples())],
};

async function made(): Promise<readonly Row[]> {
  const [word, hundred] = [docxWith(2_000), pdfWith(100)];
  return [
    await race('Word, 2,000 rows', read(word, 'a.docx'), 'mammoth', mammothText(word), 5),
    await race('PDF, 100 pages', read(hundred, 'a.pdf'), 'pdf.js text', plainText(hundred), 3),
    await time('PDF, 10 pages', read(pdfWith(10), 'a.pdf'), 3),
    await time('PDF, 1,000 pages', read(pdfWith(1_000), 'a.pdf'), 1),
  ];
}

/** Files of another program, where they are at hand. */
async function samples(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const number of ['000', '002', '003']) {
    const path = `../shared/samples/${number}`;
    if (!existsSync(`${path}.pdf`)) continue;
    const word = new Uint8Array(readFileSync(`${path}.docx`));
    const pdf = new Uint8Array(readFileSync(`${path}.pdf`));
    rows.push(await race(`${number}.docx`, read(word, 'a.docx'), 'mammoth', mammothText(word), 3));
    rows.push(...(await oldWord(number, word)));
    rows.push(await race(`${number}.pdf`, read(pdf, 'a.pdf'), 'pdf.js text', plainText(pdf), 3));
    const sheet = new Uint8Array(readFileSync(`${path}.xlsx`));
    rows.push(...(await sheets(number, sheet)));
  }
  return rows;
}

/** The old format, where LibreOffice is there to write it, beside the new one. */
async function sheets(number: string, sheet: Uint8Array): Promise<readonly Row[]> {
  const now = read(sheet, 'a.xlsx');
  if (!hasLibreOffice()) return [await time(`${number}.xlsx`, now, 3)];
  const old = convertedByLibreOffice({ 'a.xlsx': sheet }, 'xls:MS Excel 97')['a.xls'] ?? new Uint8Array();
  return [await race(`${number}.xls`, read(old, 'a.xls'), `${number}.xlsx`, now, 3)];
}

async function oldWord(number: string, word: Uint8Array): Promise<readonly Row[]> {
  if (!hasLibreOffice()) return [];
  const old = convertedByLibreOffice({ 'a.docx': word }, 'doc:MS Word 97')['a.doc'] ?? new Uint8Array();
  return [await race(`${number}.doc`, read(old, 'a.doc'), `${number}.docx`, read(word, 'a.docx'), 3)];
}
