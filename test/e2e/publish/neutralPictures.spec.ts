import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { launch, type Running } from '../harness/launch';
import { cleanPicture } from '../../../shared/images/clean';
import { concat, inserted, jpegSegment, tiffWith } from '../../unit/shared/images/planted';
import { JPEGS, PNGS } from '../../unit/shared/images/samplePictures';
import { exportNow, startBatch } from './passGate';

const run = promisify(execFile);

const PHOTOGRAPHER = Buffer.from('Minato Ichiro 35.6895N 139.6917E');
/** A photograph on its side whose Exif data, comment and end name who took it where. */
const PHOTOGRAPH = concat(
  inserted(
    JPEGS.baseline,
    20,
    concat(
      jpegSegment(0xe1, concat([0x45, 0x78, 0x69, 0x66, 0, 0], tiffWith(PHOTOGRAPHER, 6))),
      jpegSegment(0xfe, PHOTOGRAPHER),
    ),
  ),
  PHOTOGRAPHER,
);
const FILE = '湊一郎の机.jpg';
const SECRET = '湊太郎';

interface Prepared {
  readonly name: string;
  /** Of the items, with what is written in them. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly withheld: readonly { readonly path: string; readonly passage?: string }[];
  readonly picture?: Uint8Array;
}

/** A document in the workspace folder, closed again; the path of its file. */
async function prepare(page: Page, prepared: Prepared): Promise<string> {
  const { picture, ...rest } = prepared;
  const wanted = { ...rest, file: FILE, bytes: picture ? [...picture] : undefined };
  return page.evaluate(async ({ name, values, withheld, file, bytes }) => {
    const { commands } = window.hyoka;
    const done = <Value>(answer: { ok: true; value: Value } | { ok: false; error: { code: string } }) => {
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.value;
    };
    const { session, path } = done(await commands['document.new']({ form: 'form4', name }));
    const set = async (item: string, after: unknown) => {
      const { assessment } = done(await commands['document.get']({ session }));
      const before = assessment.values[item];
      const edit = {
        kind: 'set' as const,
        path: item,
        after: after as string,
        ...(before ? { before } : {}),
      };
      done(await commands['document.apply']({ session, edits: [{ edit }] }));
    };
    for (const [item, value] of Object.entries(values)) await set(item, value);
    if (bytes) {
      const stored = { session, name: file, mime: 'image/jpeg', bytes: Uint8Array.from(bytes) };
      const { hash } = done(await commands['document.attach'](stored));
      const image = { hash, mime: 'image/jpeg', name: file, width: 12, height: 20, alt: '湊太郎の机' };
      await set('annex1.diagram', { images: [image] });
    }
    for (const { path: item, passage } of withheld) {
      const withhold = passage === undefined ? {} : { passage };
      const comment = { text: '個人の氏名のため', path: item, withhold };
      done(await commands['document.comment']({ session, comment }));
    }
    done(await commands['document.save']({ session }));
    done(await commands['document.close']({ session }));
    return path;
  }, wanted);
}

/** Everything in a file: its archive unpacked, its base64 pictures decoded, its PDF streams open. */
async function opened(path: string): Promise<Buffer> {
  const bytes = await readFile(path);
  if (/\.(docx|xlsx)$/.test(path))
    return Buffer.concat(
      Object.entries(unzipSync(bytes)).flatMap(([name, part]) => [Buffer.from(name), part]),
    );
  if (path.endsWith('.pdf')) {
    const open = `${path}.open`;
    await run('qpdf', ['--qdf', '--object-streams=disable', '--decode-level=generalized', path, open]);
    const text = await run('pdftotext', [path, '-']);
    const about = await run('pdfinfo', [path]);
    return Buffer.concat([await readFile(open), Buffer.from(text.stdout), Buffer.from(about.stdout)]);
  }
  const pictures = [...strFromU8(bytes).matchAll(/(?:base64,|"data": ")([A-Za-z0-9+/=]+)"/g)];
  return Buffer.concat([bytes, ...pictures.map(([, data = '']) => Buffer.from(data, 'base64'))]);
}

const big = (text: string) => Buffer.from(text, 'utf16le').swap16();

let running: Running;
let folder: string;
let target: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hyokasho-handed-out-'));
  target = join(folder, '公表');
  await mkdir(target);
  running = await launch();
  await running.page.evaluate(
    (workspace) => window.hyoka.commands['settings.set']({ workspace, theme: 'light', language: 'ja' }),
    folder,
  );
  await running.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, target);
});

test.afterEach(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

const MINATO: Prepared = {
  name: '湊太郎奨学基金に関する事務',
  values: {
    'cover.agency': 'みなも市長',
    'I.1.m2': '支給の決定は湊太郎が行う。窓口は ＬＧＷＡＮ の端末を使う。',
    'V.1.m1': 'みなも市総務課（担当　湊 太郎、電話は lgwan の内線）',
    'V.2.m2': '湊太郎あてに書面で受け付ける。湊太郎が不在のときは課長が受け付ける。',
  },
  withheld: [
    { path: 'I.1.m2', passage: SECRET },
    { path: 'I.1.m2', passage: 'LGWAN' },
  ],
  picture: PHOTOGRAPH,
};

/** What is written, in the dialog or on the screen of several documents. */
async function chooseVariant(page: Page, name: string): Promise<void> {
  await page.locator('.select-button').last().click();
  await page.getByRole('option', { name }).click();
}

/** Opens a document from the list of the first screen, and its preview. */
async function openPreview(page: Page): Promise<void> {
  await page.reload();
  await page.locator('.recent-open').first().click();
  await page.getByRole('button', { name: 'プレビュー・書き出し' }).click();
  await expect(page.locator('.paper canvas').first()).toBeVisible({ timeout: 30_000 });
}

test('公表用: short withheld words are listed and withheld by one step; no file says them, or who took a picture', async () => {
  test.setTimeout(120_000);
  const { page } = running;
  const path = await prepare(page, MINATO);
  await openPreview(page);
  await page.getByRole('button', { name: 'ファイルに書き出す' }).click();
  const dialog = page.getByRole('dialog');
  await chooseVariant(page, '公表用');
  for (const format of ['Excel（.xlsx）', 'ウェブページ（.html）', 'データ（.json）', '変更箇所の表（.csv）'])
    await dialog.getByLabel(format).check();
  await expect(dialog.getByLabel(/ファイル名/)).toHaveValue('湊太郎奨学基金に関する事務_全項目評価書_公表用');
  await dialog.getByRole('button', { name: '選ぶ', exact: true }).click();
  await exportNow(dialog);

  await expect(
    dialog.getByRole('heading', { name: '公表しない文言が、ほかの項目にも残っています' }),
  ).toBeVisible();
  const places = dialog.getByRole('listitem');
  await expect(places).toHaveCount(4);
  await expect(places.locator('mark')).toHaveText(['湊太郎', '湊太郎', '湊 太郎', '湊太郎']);
  await expect(places.nth(3)).toContainText('ほか1か所');
  await page.screenshot({ path: 'test-results/exposures-ja.png' });
  await dialog.getByRole('button', { name: '選んだ4件も公表しないで書き出す' }).click();
  await expect(dialog.getByText('書き出し済み')).toHaveCount(6, { timeout: 60_000 });
  await page.screenshot({ path: 'test-results/exposures-report-ja.png' });

  const files = (await readdir(target)).sort();
  expect(files).toHaveLength(6);
  for (const file of files) {
    expect(file).toMatch(/^【非公表】奨学基金に関する事務_全項目評価書_公表用\./);
    const bytes = await opened(join(target, file));
    for (const words of [SECRET, '湊 太郎', 'lgwan', 'ＬＧＷＡＮ', FILE, '湊一郎'])
      for (const spelling of [Buffer.from(words), big(words)])
        expect(bytes.includes(spelling), `${file}: ${words}`).toBe(false);
    expect(bytes.includes(PHOTOGRAPHER), file).toBe(false);
  }
  const json = await readFile(join(target, files.find((file) => file.endsWith('.json')) ?? ''), 'utf8');
  expect(json).toContain('"name": "図1.jpg"');

  // What the document itself keeps is as it was: the picture with all that it says, the texts, and five marks more.
  const kept = await page.evaluate(async (file) => {
    const { commands } = window.hyoka;
    const sessions = await commands['document.sessions']();
    const session = (sessions.ok ? sessions.value[0] : undefined) ?? '';
    const view = await commands['document.get']({ session });
    if (!view.ok) throw new Error(view.error.code);
    const diagram = view.value.assessment.values['annex1.diagram'];
    const image = typeof diagram === 'object' && 'images' in diagram ? diagram.images[0] : undefined;
    const stored = await commands['document.attachment']({ session, hash: image?.hash ?? '' });
    return {
      path: view.value.path === file,
      name: image?.name,
      title: view.value.assessment.values['cover.name'],
      bytes: stored.ok ? [...stored.value.bytes] : [],
      marks: view.value.comments.filter((comment) => comment.withhold).length,
    };
  }, path);
  expect(kept).toEqual({ path: true, name: FILE, title: MINATO.name, bytes: [...PHOTOGRAPH], marks: 6 });

  // One step takes all of the new marks back.
  await dialog.getByRole('button', { name: '元に戻す' }).click();
  await expect(dialog.getByRole('button', { name: '元に戻す' })).toHaveCount(0);
  await dialog.getByRole('button', { name: '閉じる' }).click();
  await page.getByRole('button', { name: 'ファイルに書き出す' }).click();
  await chooseVariant(page, '公表用');
  await exportNow(dialog);
  await expect(dialog.getByRole('listitem')).toHaveCount(4);
  await page.evaluate(() => window.hyoka.commands['settings.set']({ language: 'en' }));
  await page.screenshot({ path: 'test-results/exposures-en.png' });
});

test('公表用 of several documents: what would stay is listed document by document', async () => {
  test.setTimeout(120_000);
  const { page } = running;
  await prepare(page, MINATO);
  await prepare(page, { name: '住民基本台帳に関する事務', values: { 'I.1.m2': '通知する。' }, withheld: [] });
  await page.reload();
  await page.getByRole('button', { name: 'まとめて書き出す' }).click();
  await chooseVariant(page, '公表用');
  await page.getByRole('checkbox', { name: 'PDF' }).uncheck();
  await page.getByRole('button', { name: '選ぶ', exact: true }).click();
  await startBatch(page, '選んだ2件を書き出す');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('listitem')).toHaveCount(4);
  await page.screenshot({ path: 'test-results/exposures-batch-ja.png' });
  // 「湊太郎奨学基金」 is a public name: it stays, the others are withheld.
  await dialog.getByRole('checkbox').first().uncheck();
  await dialog.getByRole('button', { name: '選んだ3件も公表しないで書き出す' }).click();
  await expect(page.getByRole('heading', { name: '書き出しの結果' })).toBeVisible({ timeout: 60_000 });
  await page.screenshot({ path: 'test-results/exposures-batch-report-ja.png' });
  const files = await readdir(target);
  expect(files.sort()).toEqual([
    '住民基本台帳に関する事務_全項目評価書_公表用.docx',
    '湊太郎奨学基金に関する事務_全項目評価書_公表用.docx',
  ]);
  const text = (await opened(join(target, files.sort()[1] ?? ''))).toString('utf8');
  expect(text).not.toContain('湊 太郎');
  expect(text.split(SECRET).length).toBeGreaterThan(1);
  await expect(page.getByText('公表しない文言と同じ文言が、ほかの項目に1件残っています')).toBeVisible();
});

test('a picture looks the same when its metadata is gone', async () => {
  const { page } = running;
  const pictures = [...Object.values(JPEGS), PHOTOGRAPH, PNGS.png, PNGS.pngProfile, PNGS.pngPalette];
  const cleaned = pictures.map((bytes) => {
    const result = cleanPicture(bytes);
    if (result.kind === 'refused') throw new Error(result.fault);
    return result.bytes;
  });
  const dots = (bytes: Uint8Array) =>
    page.evaluate(
      async (data) => {
        const bitmap = await createImageBitmap(new Blob([Uint8Array.from(data)]));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = canvas.getContext('2d');
        context?.drawImage(bitmap, 0, 0);
        const { data: seen = [] } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? {};
        return { width: bitmap.width, height: bitmap.height, dots: [...seen] };
      },
      [...bytes],
    );
  for (const [at, bytes] of pictures.entries()) {
    const before = await dots(bytes);
    expect(before.dots.length).toBe(20 * 12 * 4);
    expect(await dots(cleaned[at] ?? new Uint8Array()), String(at)).toEqual(before);
  }
  expect(await dots(cleaned[Object.keys(JPEGS).length] ?? new Uint8Array())).toMatchObject({
    width: 12,
    height: 20,
  });
});
