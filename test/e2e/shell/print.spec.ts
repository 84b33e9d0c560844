import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { withHost } from '../harness/host';

const run = promisify(execFile);

const html = `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>みなも市 評価書</title><meta name="author" content="湊市長">
<style>
@font-face { font-family: 'M'; src: url('app://hyoka/resources/fonts/BIZUDPMincho-Regular.ttf'); }
@font-face { font-family: 'M'; font-weight: 700; src: url('app://hyoka/resources/fonts/BIZUDPMincho-Bold.ttf'); }
body { font-family: 'M'; } h1 { break-before: page; }
</style></head><body><p>特定個人情報保護評価書</p><h1>Ⅰ 基本情報</h1><p>湖畔𠮷祭</p><img src="https://example.invalid/a.png"></body></html>`;

test('HTML becomes a tagged PDF with an outline, page numbers, embedded fonts and readable text', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hyokasho-print-'));
  const path = join(folder, 'a.pdf');
  const bytes = await withHost((app) =>
    app.evaluate(async (_electron, source) => {
      const pdf = await globalThis.host.printToPdf({ html: source, header: '<みなも市>' });
      return Buffer.from(pdf).toString('base64');
    }, html),
  );
  await writeFile(path, Buffer.from(bytes, 'base64'));
  const text = (await run('pdftotext', ['-layout', path, '-'])).stdout.normalize('NFKC');
  for (const part of ['特定個人情報保護評価書', '湖畔', '1/2', '2/2']) expect(text).toContain(part);
  // The head is drawn, so that it never mixes with the text of the page.
  expect(text).not.toContain('<みなも市>');
  const info = (await run('pdfinfo', [path])).stdout;
  expect(info).toMatch(/Title:\s+みなも市 評価書/);
  expect(info).toMatch(/Author:\s+湊市長/);
  expect(info).toMatch(/Creator:\s+hyokasho-host/);
  expect(info).toMatch(/Tagged:\s+yes/);
  expect(info).toMatch(/Page size:\s+59[45].*A4/);
  const fonts = (await run('pdffonts', [path])).stdout;
  expect(fonts).toMatch(/BIZUDPMincho\S*\s+CID TrueType\s+Identity-H\s+yes yes yes/);
  expect(fonts).not.toContain('Type 3');
  await rm(folder, { recursive: true });
});

test('an unprintable document is a printFailed, not a crash', async () => {
  const error = await withHost((app) =>
    app.evaluate(() =>
      globalThis.host.printToPdf({ html: '<p>a', landscape: 'x' as unknown as boolean }).then(
        () => 'printed',
        (thrown: unknown) => (thrown as { code: string }).code,
      ),
    ),
  );
  expect(error).toBe('printFailed');
});
