import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { longLine } from '../../unit/shared/publish/longLines';
import { withHost } from '../harness/host';
import { convert, hasOffice, pdfOf } from '../harness/pages';

const run = promisify(execFile);
const NAMES = ['form3 long texts', 'form4 long texts'] as const;

interface Line {
  readonly top: number;
  readonly left: number;
  readonly text: string;
}

let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hyokasho-torn-'));
});

test.afterAll(() => rm(folder, { recursive: true, force: true }));

const LINE = /<line xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>(.*?)<\/line>/gs;
const WORD = /<word[^>]*>([^<]*)<\/word>/g;

async function linesOfPages(pdf: string): Promise<readonly (readonly Line[])[]> {
  const { stdout } = await run('pdftotext', ['-bbox-layout', pdf, '-'], { maxBuffer: 1e9 });
  return stdout.split('<page ').slice(1).map(linesOf);
}

function linesOf(page: string): readonly Line[] {
  const lines = Array.from(page.matchAll(LINE), ([, left, top, words = '']) => ({
    top: Number(top),
    left: Number(left),
    text: Array.from(words.matchAll(WORD), ([, word]) => word).join(''),
  }));
  return lines.sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Pages that begin with a text that goes on: whose it is, and what stands left of it or above it. */
async function tornPages(pdf: string) {
  return (await linesOfPages(pdf)).flatMap((lines) => {
    const first = lines.find(({ text }) => longLine(text));
    const long = first && longLine(first.text);
    if (!long || long.nth === 1) return [];
    const before = lines.filter(({ top, left }) => top < first.top || left < first.left);
    return [{ path: long.path, before: before.map(({ text }) => text).join('') }];
  });
}

/** Texts that fill the width below the heading of their part have no label. */
const UNDER_HEADING = /^[IV]+(?:\[\w+\])?\.\d+$/;

async function expectLabels(pdf: string, labels: Readonly<Record<string, string>>): Promise<void> {
  const pages = (await tornPages(pdf)).filter(({ path }) => !UNDER_HEADING.test(path));
  expect(pages.length).toBeGreaterThan(12);
  for (const { path, before } of pages) {
    const label = labels[path]?.replace(/\s/g, '') ?? `${path} has no label`;
    expect.soft(before.replace(/\s/g, ''), path).toContain(label);
  }
}

async function labelsOf(name: string): Promise<Readonly<Record<string, string>>> {
  return withHost((app) =>
    app.evaluate((_electron, wanted) => Promise.resolve(globalThis.host.tornLabels(wanted)), name),
  );
}

for (const name of NAMES)
  test(`${name}: on each page of the PDF that a text goes on to, its label stands again`, async () => {
    test.setTimeout(180_000);
    const pdf = join(folder, 'page.pdf');
    const made = await withHost((app) =>
      app.evaluate(async (_electron, wanted) => {
        const { html } = await globalThis.host.publicationFiles(wanted);
        return Buffer.from(await globalThis.host.printToPdf({ html })).toString('base64');
      }, name),
    );
    await writeFile(pdf, Buffer.from(made, 'base64'));
    await expectLabels(pdf, await labelsOf(name));
  });

test('on each page of Word that a text goes on to, its label stands again', async () => {
  test.setTimeout(240_000);
  test.skip(!(await hasOffice()), 'LibreOffice is not installed here');
  const files = NAMES.map((name) => join(folder, `${name.replaceAll(' ', '-')}.docx`));
  await withHost(async (app) => {
    for (const [at, name] of NAMES.entries()) {
      const made = await app.evaluate(
        async (_electron, wanted) =>
          Buffer.from((await globalThis.host.publicationFiles(wanted)).docx).toString('base64'),
        name,
      );
      await writeFile(files[at] ?? '', Buffer.from(made, 'base64'));
    }
  });
  await convert('pdf', files);
  for (const [at, name] of NAMES.entries()) await expectLabels(pdfOf(files[at] ?? ''), await labelsOf(name));
});
