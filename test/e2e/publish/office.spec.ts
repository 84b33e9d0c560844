import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { withHost } from '../harness/host';
import { convert, hasOffice } from '../harness/pages';

/** Documents by the name of what they are published as, and by the name of what they are compared with. */
const NAMES = [
  ['form2 filled', 'filled form2'],
  ['form3 sample', 'form3'],
  ['form4 sample', 'form4'],
  ['form4 filled', 'filled form4'],
  ['form3 long texts', 'long form3'],
  ['form4 long texts', 'long form4'],
] as const;

let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hyokasho-office-'));
});

test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a person types over in the first cell that holds these words. */
function edited(file: Uint8Array, part: RegExp, from: string, to: string): Uint8Array {
  const files = unzipSync(file);
  const path = Object.keys(files).find(
    (name) => part.test(name) && strFromU8(files[name] ?? new Uint8Array()).includes(from),
  );
  if (path === undefined) throw new Error(`${from} is in no part`);
  const text = strFromU8(files[path] ?? new Uint8Array()).replace(from, to);
  return zipSync({ ...files, [path]: strToU8(text) });
}

const PARTS = { docx: /^word\/document\.xml$/, xlsx: /^xl\/worksheets\/sheet\d+\.xml$/ };

for (const type of ['docx', 'xlsx'] as const)
  test(`${type}: opened, changed in a cell and saved by LibreOffice, it is imported without a fault`, async () => {
    test.setTimeout(240_000);
    test.skip(!(await hasOffice()), 'LibreOffice is not installed here');
    const saved = join(folder, `saved-${type}`);
    await mkdir(saved);
    await withHost(async (app) => {
      const paths: string[] = [];
      for (const [name] of NAMES) {
        const made = await app.evaluate(
          async (_electron, [wanted, kind]) =>
            Buffer.from((await globalThis.host.publicationFiles(wanted))[kind]).toString('base64'),
          [name, type] as const,
        );
        const path = join(folder, `${name.replaceAll(' ', '-')}.${type}`);
        await writeFile(path, edited(Buffer.from(made, 'base64'), PARTS[type], 'みなも市', 'みなと市'));
        paths.push(path);
      }
      await convert(type, paths, saved);
      for (const [name, document] of NAMES) {
        const path = join(saved, `${name.replaceAll(' ', '-')}.${type}`);
        const faults = await app.evaluate(
          (_electron, [wanted, bytes, kind]) =>
            globalThis.host.faultsOf(wanted, new Uint8Array(Buffer.from(bytes, 'base64')), kind),
          [document, (await readFile(path)).toString('base64'), type] as const,
        );
        expect.soft(faults).toHaveLength(1);
        expect.soft(JSON.stringify(faults)).toContain('みなと市');
      }
    });
  });
