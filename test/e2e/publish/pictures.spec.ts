import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type ElectronApplication } from '@playwright/test';
import { withHost } from '../harness/host';
import { contactSheet, convert, firstPages, officeDraws, pdfOf } from '../harness/pages';

/** Documents of every form and variant: the first two pages of each of their parts, or the first. */
const WHOLE = { 'form2 filled': 1, 'form3 sample': 1, 'form3 long texts': 1, 'form4 sample': 1 } as const;
const VARIANTS = {
  'form4 public': 0,
  'form4 withheld': 0,
  'form4 circulation': 0,
  'form3 redline': 0,
  'form3 comparison': 0,
  'form3 changes': 0,
  'form3 moved to form4': 0,
} as const;

let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hyokasho-pictures-'));
});

test.afterAll(() => rm(folder, { recursive: true, force: true }));

const fileOf = (name: string, extension: string) => join(folder, `${pictureName(name)}.${extension}`);

async function page(app: ElectronApplication, name: string): Promise<Buffer> {
  const pdf = await app.evaluate(async (_electron, wanted) => {
    const { html, title } = await globalThis.host.publicationFiles(wanted);
    return Buffer.from(await globalThis.host.printToPdf({ html, header: title })).toString('base64');
  }, name);
  return Buffer.from(pdf, 'base64');
}

async function word(app: ElectronApplication, name: string): Promise<Buffer> {
  const docx = await app.evaluate(
    async (_electron, wanted) =>
      Buffer.from((await globalThis.host.publicationFiles(wanted)).docx).toString('base64'),
    name,
  );
  return Buffer.from(docx, 'base64');
}

/** Compares the pages with the picture that is kept of them. Letters may be drawn a little otherwise, lines may not move. */
async function compare(pdf: string, behind: number, name: string): Promise<void> {
  expect.soft(await contactSheet(pdf, await firstPages(pdf, behind))).toMatchSnapshot(name, {
    maxDiffPixelRatio: 0.01,
  });
}

async function comparePages(
  app: ElectronApplication,
  names: Readonly<Record<string, number>>,
): Promise<void> {
  for (const [name, behind] of Object.entries(names)) {
    const pdf = fileOf(name, 'page.pdf');
    await writeFile(pdf, await page(app, name));
    await compare(pdf, behind, `${pictureName(name)}-pdf.png`);
  }
}

/** `form2-h26-4-blank` */
const pictureName = (name: string) =>
  name.replace('平成', 'h').replace('令和', 'r').replace('年', '-').replace('月', '').replaceAll(' ', '-');

test('the pages of the PDF look as they did', async () => {
  test.setTimeout(240_000);
  await withHost((app) => comparePages(app, { ...WHOLE, ...VARIANTS }));
});

test('the blank pages of every edition look as they did', async () => {
  test.setTimeout(240_000);
  await withHost(async (app) => {
    const names = await app.evaluate(() => globalThis.host.publicationNames);
    const blank = names.filter((name) => /^form\d \S+月 blank$/.test(name));
    expect(blank.length).toBeGreaterThan(12);
    await comparePages(app, Object.fromEntries(blank.map((name) => [name, 0])));
  });
});

test('the pages of Word in LibreOffice look as they did', async () => {
  test.setTimeout(240_000);
  test.skip(!(await officeDraws()), 'the LibreOffice of the reference pictures is not installed here');
  const names = { ...WHOLE, ...VARIANTS };
  const files = Object.keys(names).map((name) => fileOf(name, 'docx'));
  await withHost(async (app) => {
    for (const name of Object.keys(names)) await writeFile(fileOf(name, 'docx'), await word(app, name));
  });
  await convert('pdf', files);
  for (const [name, behind] of Object.entries(names))
    await compare(pdfOf(fileOf(name, 'docx')), behind, `${pictureName(name)}-docx.png`);
});
