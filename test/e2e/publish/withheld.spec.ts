import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inflateSync } from 'node:zlib';
import { expect, test, type ElectronApplication } from '@playwright/test';
import { withHost } from '../harness/host';

const run = promisify(execFile);
const LARGE = { maxBuffer: 1e9 };

let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hyokasho-withheld-'));
});

test.afterAll(() => rm(folder, { recursive: true, force: true }));

async function printed(app: ElectronApplication, name: string): Promise<string> {
  const pdf = await app.evaluate(async (_electron, wanted) => {
    const { html, title } = await globalThis.host.publicationFiles(wanted);
    return Buffer.from(await globalThis.host.printToPdf({ html, header: title })).toString('base64');
  }, name);
  const path = join(folder, `${name.replaceAll(' ', '-')}.pdf`);
  await writeFile(path, Buffer.from(pdf, 'base64'));
  return path;
}

/** The file with every stream unpacked: objects, tags, alternative texts, bookmarks and metadata lie open. */
function unpacked(pdf: Buffer): Buffer {
  const parts: Buffer[] = [pdf];
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 6)) {
    if (pdf.toString('latin1', at - 3, at) === 'end') continue;
    const start = at + (pdf[at + 6] === 0x0d ? 8 : 7);
    const end = pdf.indexOf('endstream', start);
    parts.push(inflated(pdf.subarray(start, end)));
  }
  return Buffer.concat(parts);
}

/** Streams that are not packed stand in the file as they are. */
function inflated(stream: Buffer): Buffer {
  try {
    return inflateSync(stream);
  } catch {
    return Buffer.alloc(0);
  }
}

/** The ways in which a PDF may write a text. */
function spellings(text: string): readonly Buffer[] {
  const little = Buffer.from(text, 'utf16le');
  const big = Buffer.from(little).swap16();
  const hex = [big, Buffer.from(text, 'utf8')].flatMap((bytes) => {
    const digits = bytes.toString('hex');
    return [Buffer.from(digits), Buffer.from(digits.toUpperCase())];
  });
  return [Buffer.from(text, 'utf8'), little, big, ...hex];
}

const withoutSpace = (text: string) => text.replace(/\s/g, '');

/** Where a passage stands in a PDF: in the text that other programs read, in the tags, or anywhere in its objects. */
async function placesOf(path: string, passage: string): Promise<readonly string[]> {
  const open = `${path}.open`;
  await run('qpdf', ['--qdf', '--object-streams=disable', path, open]).catch(() => writeFile(open, ''));
  const objects = [unpacked(await readFile(path)), await readFile(open)];
  const texts = {
    text: (await run('pdftotext', [path, '-'], LARGE)).stdout,
    raw: (await run('pdftotext', ['-raw', path, '-'], LARGE)).stdout,
    tags: (await run('pdfinfo', ['-struct-text', path], LARGE)).stdout.replaceAll('"', ''),
    properties: (await run('pdfinfo', ['-meta', path], LARGE)).stdout,
    bookmarks: (await run('pdftohtml', ['-xml', '-i', '-stdout', path], LARGE)).stdout.replace(
      /<[^>]*>/g,
      '',
    ),
  };
  return [
    ...Object.entries(texts).flatMap(([place, text]) =>
      withoutSpace(text).includes(withoutSpace(passage)) ? [place] : [],
    ),
    ...(objects.some((bytes) => spellings(passage).some((one) => bytes.includes(one))) ? ['objects'] : []),
  ];
}

for (const form of ['form2', 'form3', 'form4'])
  test(`${form}: no withheld passage is anywhere in the PDF for the public`, async () => {
    test.setTimeout(180_000);
    await withHost(async (app) => {
      const passage = await app.evaluate(() => globalThis.host.withheldWords);
      const complete = await printed(app, `${form} clean`);
      const open = await printed(app, `${form} public`);
      // The search finds what is there: the copy that is handed in has the passages, and its own title.
      expect(await placesOf(complete, passage)).toEqual(expect.arrayContaining(['raw', 'tags']));
      expect(await placesOf(open, passage)).toEqual([]);
      expect((await run('pdftotext', ['-raw', open, '-'], LARGE)).stdout).toContain('【非公表】');
    });
  });

test('the search sees words in the objects of a PDF', async () => {
  await withHost(async (app) => {
    const path = await printed(app, 'form4 sample');
    const title = /Title:\s+(\S.*)/.exec((await run('pdfinfo', [path])).stdout)?.[1] ?? '';
    expect(title).not.toBe('');
    expect(await placesOf(path, title.trim())).toContain('objects');
  });
});
