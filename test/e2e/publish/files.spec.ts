import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import type { Value } from '../../../shared/assessment/types';
import { launch, type Running } from '../harness/launch';

const run = promisify(execFile);

/** What one form was published as: a folder with the files, and the values that must be in them, in official order. */
interface Published {
  readonly folder: string;
  readonly values: readonly Value[];
}

const FORMS = ['form2', 'form3', 'form4'] as const;

let running: Running;
let root: string;

test.beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hyokasho-files-'));
  running = await launch();
});

test.afterAll(async () => {
  await running.close();
  await rm(root, { recursive: true, force: true });
});

/** Publishes the sample of a form (a blank one of 様式2) in Word, PDF, Excel and JSON. */
async function publishForm(form: (typeof FORMS)[number]): Promise<Published> {
  const folder = join(root, form);
  await running.page.evaluate(
    async ({ wanted, target }) => {
      const { commands } = window.hyoka;
      await commands['settings.set']({ workspace: target });
      const samples = await commands['document.samples']();
      const sample = samples.ok ? samples.value.find((one) => one.form === wanted) : undefined;
      const opened = sample
        ? await commands['document.sample']({ id: sample.id })
        : await commands['document.new']({ form: 'form2' });
      if (!opened.ok) throw new Error(opened.error.code);
      const { session } = opened.value;
      const report = await commands['publish.write']({
        session,
        job: 'job',
        variant: 'clean',
        formats: ['docx', 'pdf', 'xlsx', 'json'],
        folder: target,
        name: 'out',
        overwrite: false,
      });
      if (!report.ok || report.value.files.some((file) => file.state !== 'written'))
        throw new Error(JSON.stringify(report));
      await commands['document.close']({ session });
    },
    { wanted: form, target: folder },
  );
  const json = JSON.parse(await readFile(join(folder, 'out.json'), 'utf8')) as { values: { value: Value }[] };
  return { folder, values: json.values.map(({ value }) => value) };
}

/** The lines of a value as a reader meets them. */
function linesOf(value: Value): readonly string[] {
  if (typeof value === 'string') return value.split('\n');
  if (typeof value === 'number') return [String(value)];
  if (typeof value === 'boolean' || 'images' in value) return [];
  if ('rows' in value) return value.rows.flat().flatMap((cell) => cell.split('\n'));
  return value.selected.flatMap((label) => [label, ...(value.texts[label] ?? '').split('\n')]);
}

const withoutSpace = (text: string) => text.replace(/[\s\f]/g, '');

/** Values that do not stand in the text. */
function missing(values: readonly Value[], text: string): readonly string[] {
  const whole = withoutSpace(text);
  return values.flatMap(linesOf).filter((line) => !whole.includes(withoutSpace(line)));
}

for (const form of FORMS) {
  test(`${form}: other programs read every value out of Word, PDF and Excel`, async () => {
    test.setTimeout(180_000);
    const { folder, values } = await publishForm(form);
    const pdf = join(folder, 'out.pdf');

    const info = (await run('pdfinfo', [pdf])).stdout;
    expect(info).toMatch(/Title:\s+\S/);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Page size:\s+59[45].*A4/);
    const fonts = (await run('pdffonts', [pdf])).stdout.split('\n').slice(2).filter(Boolean);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts)
      expect(font).toMatch(/^[A-Z]{6}\+\S+\s+CID TrueType\s+Identity-H\s+yes yes yes/);
    // Only a value that a page breaks beside another one is torn.
    const text = (await run('pdftotext', ['-raw', pdf, '-'], { maxBuffer: 1e8 })).stdout;
    expect(missing(values, text).length).toBeLessThanOrEqual(values.length * 0.02);
  });

  test(`${form}: LibreOffice opens Word and Excel without loss`, async () => {
    test.setTimeout(180_000);
    const office = await run('soffice', ['--version']).catch(() => undefined);
    test.skip(!office, 'LibreOffice is not installed here');
    const folder = join(root, form);
    const { values } = (await readdir(folder).catch((): string[] => [])).includes('out.json')
      ? {
          values: (
            JSON.parse(await readFile(join(folder, 'out.json'), 'utf8')) as { values: { value: Value }[] }
          ).values.map(({ value }) => value),
        }
      : await publishForm(form);
    const profile = `-env:UserInstallation=file://${root}/office`;
    const convert = (to: string, file: string) =>
      run('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, join(folder, file)]);
    await convert('txt:Text (encoded):UTF8', 'out.docx');
    expect(missing(values, await readFile(join(folder, 'out.txt'), 'utf8'))).toEqual([]);
    await convert(
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1',
      'out.xlsx',
    );
    const sheets = (await readdir(folder)).filter((name) => name.endsWith('.csv'));
    const cells = await Promise.all(sheets.map((name) => readFile(join(folder, name), 'utf8')));
    expect(missing(values, cells.join('\n').replaceAll('""', '"'))).toEqual([]);
  });
}
