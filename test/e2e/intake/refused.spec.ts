import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { strToU8 } from 'fflate';
import { docOf, para } from '../../unit/shared/intake/readers/doc/docFile';
import { cell, rowEnd, rowShape } from '../../unit/shared/intake/readers/doc/rows';
import { compoundWith, docxOf, p, tbl, tc } from '../../unit/shared/intake/readers/office';
import { pdfOf } from '../../unit/shared/intake/readers/pdfFile';
import {
  label,
  record,
  stored,
  stringStore,
  word,
  xlsOf,
} from '../../unit/shared/intake/readers/xls/xlsFile';
import { launch, type Running } from '../harness/launch';

const GOOD = docxOf(
  p('特定個人情報保護評価書（重点項目評価書）') +
    tbl([tc('評価書番号'), tc('7')], [tc('評価書名'), tc('みなも市 予防接種に関する事務')]),
);

const ROW = rowEnd(rowShape([0, 3000, 9000], [{}, {}]));
const OLD_WORD = docOf({
  body: [
    para('特定個人情報保護評価書（重点項目評価書）'),
    ...[...cell('評価書番号'), ...cell('7'), ROW],
    ...[...cell('評価書名'), ...cell('みなも市 予防接種に関する事務'), ROW],
  ],
});

let running: Running;
let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hyokasho-refused-'));
  running = await launch();
  await running.page.evaluate((workspace) => window.hyoka.commands['settings.set']({ workspace }), folder);
});

test.afterEach(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

/** Chooses the file as a person does in the system's dialog. */
async function choose(name: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  await running.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
  await running.page.getByRole('button', { name: 'ファイルを選ぶ' }).click();
}

const PICTURE =
  '8 0 obj <</Type/XObject/Subtype/Image/Width 1/Height 1/Length 0>> stream\n\nendstream endobj';

/** The answer to each file, in words that name the next step. */
const refused: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ['パスワード付き.docx', compoundWith('EncryptedPackage'), /パスワードを外して/],
  ['紙を読んだ.pdf', pdfOf(['', ''], { objects: [PICTURE] }), /文字のデータがありません/],
  ['白紙.pdf', pdfOf(['', '']), /読み取れる文字がありません/],
  ['壊れた.doc', compoundWith('WordDocument'), /壊れていて読み取れません/],
  ['パスワード付き.doc', docOf({ body: [para('本文')], head: { flags: 0x0100 } }), /パスワードを外して/],
  [
    'とても古い.doc',
    docOf({ body: [para('本文')], head: { mark: 0xa5dc, version: 0x68 } }),
    /「Word 文書（.docx）」を選んで保存/,
  ],
  ['中身はリッチテキスト.doc', strToU8('{\\rtf1 本文}'), /「Word 文書（.docx）」で保存/],
  ['パスワード付き.xls', xlsOf({ sheets: [], globals: [record(0x2f, word(0))] }), /パスワードを外して/],
  ['とても古い.xls', record(0x409, word(0), word(0x10), word(0)), /「Excel ブック（.xlsx）」を選んで保存/],
  ['壊れた.xls', compoundWith('Workbook'), /壊れていて読み取れません/],
  ['一太郎.jtd', compoundWith('DocumentText'), /一太郎で開き/],
  ['空.docx', new Uint8Array(), /中身が空です/],
  ['壊れた.pdf', strToU8('%PDF-1.7\nnothing'), /壊れていて読み取れません/],
  ['途中で切れた.docx', GOOD.slice(0, 60), /(壊れていて読み取れません|読める形式ではありません)/],
  ['壊れた.hyoka', strToU8('SQLite format 3\0 broken'), /壊れて|途中で切れ/],
];

test('files that cannot be read say why and what to do; the next one is read', async () => {
  const { page } = running;
  await page.getByRole('button', { name: '取り込む' }).click();
  for (const [name, bytes, words] of refused) {
    await choose(name, bytes);
    await expect(page.getByRole('alert')).toContainText(words);
    await expect(page.getByRole('alert')).toContainText(name);
  }
  await choose('中身は Word.pdf', GOOD);
  await expect(page.locator('.source-pane')).toContainText('みなも市 予防接種に関する事務');
  await expect(page.locator('.notice-bar')).toContainText('拡張子と中身が違う');
});

test('a document of Word 97 to 2003 is read as it is', async () => {
  const { page } = running;
  await page.getByRole('button', { name: '取り込む' }).click();
  await choose('前年度.doc', OLD_WORD);
  await expect(page.locator('.source-pane')).toContainText('みなも市 予防接種に関する事務');
});

const OLD_EXCEL = xlsOf({
  globals: [stringStore([{ text: '特定個人情報保護評価書（重点項目評価書）' }])],
  sheets: [
    {
      name: '様式３',
      records: [
        stored(0, 0, 0),
        label(1, 0, '評価書番号'),
        label(1, 1, '7'),
        label(2, 0, '評価書名'),
        label(2, 1, 'みなも市 予防接種に関する事務'),
      ],
    },
  ],
});

test('an old Excel workbook is read, whatever its name says', async () => {
  const { page } = running;
  await page.getByRole('button', { name: '取り込む' }).click();
  await choose('昨年度.xlsx', OLD_EXCEL);
  await expect(page.locator('.source-pane')).toContainText('みなも市 予防接種に関する事務');
  await expect(page.locator('.notice-bar')).toContainText('拡張子と中身が違う');
});

/** A file that takes seconds to read. */
const LONG = docxOf(Array.from({ length: 60_000 }, (_, at) => tbl([tc(`見出し${at}`), tc('本文')])).join(''));

test('reading that is cancelled leaves everything as it was', async () => {
  const { page } = running;
  await page.getByRole('button', { name: '取り込む' }).click();
  await choose('長い.docx', LONG);
  await expect(page.getByText('「長い.docx」を読み取っています')).toBeVisible();
  await page.getByRole('button', { name: '取り消す' }).click();
  await expect(page.getByRole('button', { name: 'ファイルを選ぶ' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('reading that crashes is told; the program goes on', async () => {
  const { app, page } = running;
  await page.getByRole('button', { name: '取り込む' }).click();
  await choose('長い.docx', LONG);
  await expect
    .poll(() =>
      app.evaluate(({ app: electron }) => {
        const job = electron.getAppMetrics().find(({ name }) => name === 'hyokasho-intake');
        return job ? process.kill(job.pid, 'SIGKILL') : false;
      }),
    )
    .toBe(true);
  await expect(page.getByRole('alert')).toContainText(/途中で止め.*書類は変わっていません/);
  await choose('よい.docx', GOOD);
  await expect(page.locator('.source-pane')).toContainText('みなも市 予防接種に関する事務');
});
