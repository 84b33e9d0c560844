import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { strToU8 } from 'fflate';
import type { PrintDocument } from '../../shared/publish/model/types';
import { writeDocx } from '../../shared/publish/docx/write';
import { writeHtml } from '../../shared/publish/html/write';
import { printDocument } from '../../shared/publish/model/document';
import { splitLongRows } from '../../shared/publish/model/splitLongRows';
import { cellLines, documentLines } from '../../shared/publish/model/runs';
import { writeXlsx } from '../../shared/publish/xlsx/write';
import { WRITERS } from '../../shared/publish';
import { largePair } from './compare';
import buildHost from '../e2e/harness/build-host';
import { withHost } from '../e2e/harness/host';
import { race, time, type Bench, type Row } from './frame';

const run = promisify(execFile);

/** The largest assessment in every format, each against the least that anyone would have to do. */
export const bench: Bench = {
  area: 'publish',
  run: async () => {
    const assessment = largePair().after;
    const print = printDocument(assessment);
    const characters = documentLines(print).reduce((sum, line) => sum + line.length, 0);
    const size = `様式4 of ${Math.round(characters / 1000).toString()},000 characters`;
    return [
      await race(
        `docx: ${size}`,
        () => writeDocx(printDocument(assessment)),
        'docx library alone, the same cells without looks',
        () => libraryDocx(print),
        5,
      ),
      await race(
        `docx: ${size}`,
        () => writeDocx(printDocument(assessment)),
        'LibreOffice from our HTML',
        () => officeDocx(print),
        1,
      ),
      await time(`xlsx: ${size}`, () => writeXlsx(printDocument(assessment)), 5),
      await pdf(print),
      ...(await fifty()),
    ];
  },
};

/** The same tables and texts, without looks, by the library that everyone would take. */
function libraryDocx(print: PrintDocument): Promise<Uint8Array> {
  const paragraph = (text: string) => new Paragraph({ children: [new TextRun(text)] });
  const children = print.sections.flatMap((section) =>
    splitLongRows(section.blocks).map((block) => {
      if (block.kind === 'heading') return paragraph(block.runs.map((one) => one.text).join(''));
      if (block.kind === 'line')
        return paragraph(
          block.parts
            .flat()
            .map((one) => one.text)
            .join(''),
        );
      const rows = block.rows.map(
        (row) =>
          new TableRow({
            children: row.cells.map(
              (cell) =>
                new TableCell({
                  columnSpan: cell.span,
                  ...(cell.rowSpan ? { rowSpan: cell.rowSpan } : {}),
                  children: cellLines(cell).map(paragraph),
                }),
            ),
          }),
      );
      return new Table({ rows });
    }),
  );
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

async function officeDocx(print: PrintDocument): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'publish-bench-'));
  await writeFile(join(folder, 'page.html'), writeHtml(print));
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  await run('soffice', [
    profile,
    '--headless',
    '--convert-to',
    'docx:MS Word 2007 XML',
    '--outdir',
    folder,
    join(folder, 'page.html'),
  ]).catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
}

/** Both inside the runtime: laid out, printed, and read into memory. */
async function pdf(print: PrintDocument): Promise<Row> {
  const html = writeHtml(print, { fonts: (file) => `/resources/fonts/${file}` });
  await buildHost();
  return withHost((app) => {
    const ours = () =>
      app.evaluate(
        (_electron, page) =>
          globalThis.host.printToPdf({ html: page, header: 'みなも市' }).then((bytes) => bytes.length),
        html,
      );
    const textOnly = () => app.evaluate((_electron, page) => globalThis.host.barePrint(page), html);
    return race('pdf of the same', ours, 'printToPDF alone', textOnly, 5);
  });
}

/** Fifty assessments one after the other in all formats: memory after the tenth and after the last. */
async function fifty(): Promise<readonly Row[]> {
  const { before, after } = largePair();
  const heap: number[] = [];
  const publishAll = async () => {
    for (let at = 0; at < 50; at += 1) {
      const assessment = at % 2 === 0 ? before : after;
      const publication = { assessment, print: printDocument(assessment) };
      for (const write of Object.values(WRITERS)) await write(publication, {});
      heap.push(process.memoryUsage().rss / 1024 / 1024);
    }
    return strToU8('');
  };
  const row = await time('50 assessments in 5 formats', publishAll, 1);
  const grown = (heap.at(-1) ?? 0) - (heap[20] ?? 0);
  return [{ ...row, name: `${row.name}; memory grew ${grown.toFixed(0)} MB after the first 20` }];
}
