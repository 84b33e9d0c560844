import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { drawText } from '../../../shared/publish/font/drawing';
import { linesAstray } from '../../accuracy/order';
import { withHost } from '../harness/host';

const run = promisify(execFile);
const FONT = 'dist/resources/fonts/BIZUDPMincho-Regular.ttf';

/** Prints the document of this name; undefined where it is not on this machine. */
async function printed(name: string) {
  const result = await withHost((app) =>
    app.evaluate(async (_electron, wanted) => {
      const sheet = globalThis.host.sheetOf(wanted);
      if (!sheet) return undefined;
      const pdf = await globalThis.host.printToPdf({ html: sheet.html });
      return { ...sheet, pdf: Buffer.from(pdf).toString('base64') };
    }, name),
  );
  return result && { ...result, pdf: Buffer.from(result.pdf, 'base64') };
}

/** The text of a tagged PDF in the order of its tags: what is read aloud. */
async function taggedText(pdf: string): Promise<string> {
  const { stdout } = await run('pdfinfo', ['-struct-text', pdf], { maxBuffer: 1e9 });
  return stdout
    .split('\n')
    .map((line) => /^\s*"(.*)"$/.exec(line)?.[1] ?? '')
    .join('\n');
}

for (const name of ['form3', 'form4', 'long form3', 'long form4', '000', '002', '003'])
  test(`${name}: poppler reads every line of the PDF in the order of the form`, async () => {
    test.setTimeout(180_000);
    const made = await printed(name);
    test.skip(!made, 'published assessments (../shared/truth) are not here');
    if (!made) return;
    const folder = await mkdtemp(join(tmpdir(), 'hyokasho-order-'));
    const path = join(folder, 'out.pdf');
    await writeFile(path, made.pdf);
    const font = await readFile(FONT);
    // Characters that the font of the page lacks come from the computer, or from nowhere.
    const hasGlyphs = (line: string) =>
      Array.from(line.replace(/\s/g, '')).every((char) => drawText(font, char)?.path !== '');
    const lines = made.lines.filter(hasGlyphs);
    expect(lines.length).toBeGreaterThan(made.lines.length * 0.99);
    const aloud = await taggedText(path);
    expect(linesAstray(lines, aloud)).toEqual([]);
    // The head of 変更箇所 stands on each of its pages.
    expect(aloud.match(/^提出時期に係る説明$/gm) ?? []).toHaveLength(
      made.lines.includes('提出時期に係る説明') ? 1 : 0,
    );
    const bookmarks = (await run('pdftohtml', ['-xml', '-i', '-stdout', path], { maxBuffer: 1e9 })).stdout;
    expect(bookmarks.match(/<item page=/g)).toHaveLength(made.headings);
    expect(made.pdf.includes('/PageLabels <</Nums [0 <</S /D>>]>>')).toBe(true);
    await rm(folder, { recursive: true });
  });
