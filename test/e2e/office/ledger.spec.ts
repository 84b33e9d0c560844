import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { launch, type Running } from '../harness/launch';

let running: Running;
let folder: string;

/** Days from today, as `2026-11-30`. */
function dayFromNow(days: number): string {
  const date = new Date(Date.now() + days * 86_400_000);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

interface LedgerDocument {
  readonly form: 'form2' | 'form3' | 'form4';
  readonly name: string;
  readonly number: string;
  readonly department: string;
  readonly published?: string;
}

const DOCUMENTS: readonly LedgerDocument[] = [
  {
    form: 'form4',
    name: '住民基本台帳に関する事務',
    number: '1',
    department: '市民課',
    published: dayFromNow(-100),
  },
  {
    form: 'form3',
    name: '介護保険に関する事務',
    number: '8',
    department: '介護保険課',
    published: dayFromNow(-400),
  },
  {
    form: 'form2',
    name: '予防接種に関する事務',
    number: '31',
    department: '健康づくり課',
    published: dayFromNow(-340),
  },
  { form: 'form2', name: '子ども・子育て支援に関する事務', number: '24', department: '保育課' },
];

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hyokasho-office-'));
  await writeFile(join(folder, 'こわれた評価書.hyoka'), 'SQLite format 3\0 broken');
  running = await launch();
  await running.page.evaluate(make, { workspace: folder, documents: DOCUMENTS });
  await running.page.reload();
});

/** In the page: documents as a person makes them. */
async function make({ workspace, documents }: { workspace: string; documents: readonly LedgerDocument[] }) {
  const { commands } = window.hyoka;
  await commands['settings.set']({ workspace });
  for (const { form, name, number, department, published } of documents) {
    const made = await commands['document.new']({ form, edition: '令和6年10月', name });
    if (!made.ok) throw new Error(made.error.code);
    const { session } = made.value;
    const set = (path: string, after: string) => ({ edit: { kind: 'set' as const, path, after } });
    const item = { form2: 'I.5.m1', form3: 'I.6.m1', form4: 'I.7.m1' }[form];
    await commands['document.apply']({
      session,
      edits: [set('cover.number', number), set(item, department)],
    });
    if (published !== undefined)
      await commands['document.record']({
        session,
        record: { step: 'published', day: published, publication: 'assessment' },
      });
    await commands['document.close']({ session });
  }
}

test.afterEach(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

const section = (page: Page) => page.getByRole('region', { name: '評価書台帳' }).first();
const lines = (page: Page) => section(page).locator('tbody tr');

async function findings(page: Page) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

test('the first screen shows what is due first, in words and 和暦, and can be searched, filtered and grouped', async ({
  browserName: _,
}, info) => {
  const { page } = running;
  await expect(lines(page)).toHaveCount(5);
  await expect(page.getByText(/^5件.*確認$/)).toBeVisible({ timeout: 30_000 });
  await expect(lines(page).first()).toContainText('介護保険に関する事務');
  await expect(lines(page).first()).toContainText(/令和\d+年\d+月\d+日▲ 超過（\d+日）/);
  await expect(lines(page).nth(1)).toContainText(/予防接種.*あと\d+日/);
  await expect(lines(page).last()).toContainText('読めません');
  await page.screenshot({ path: info.outputPath('ledger-ja.png') });
  expect(await findings(page)).toEqual([]);

  await page.getByRole('button', { name: /期限超過/ }).click();
  await expect(lines(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'すべて表示' }).click();
  await page.getByRole('textbox', { name: '番号・名称・担当部署で探す' }).fill('３１');
  await expect(lines(page)).toHaveCount(1);
  await expect(lines(page).first()).toContainText('予防接種');
  await page.getByRole('textbox', { name: '番号・名称・担当部署で探す' }).fill('');
  await page.getByRole('button', { name: '番号', exact: true }).click();
  await expect(lines(page).first()).toContainText('住民基本台帳');
  await page.evaluate(() => window.hyoka.commands['settings.set']({ language: 'en', theme: 'dark' }));
  await expect(page.getByRole('heading', { name: 'Ledger of assessments' })).toBeVisible();
  await page.screenshot({ path: info.outputPath('ledger-en-dark.png') });
  expect(await findings(page)).toEqual([]);
});

test('a step is recorded from the list; this year’s edition is three clicks away, with last year beside it', async () => {
  const { page } = running;
  await expect(lines(page)).toHaveCount(5);
  await page.getByRole('button', { name: '「予防接種に関する事務」の操作' }).click();
  await page.getByRole('menuitem', { name: '状態を記録…' }).click();
  await page.getByRole('textbox', { name: '日付' }).fill('未定');
  await expect(page.getByText('日付として読み取れません。')).toBeVisible();
  await expect(page.getByRole('button', { name: '記録する' })).toBeDisabled();
  await page.getByRole('textbox', { name: '日付' }).fill('R8.11.1');
  await page.getByRole('button', { name: '記録する' }).click();
  const line = section(page).getByRole('row', { name: /予防接種/ });
  await expect(line).toContainText('令和9年11月1日');
  await expect(line).toContainText('改定 1回');

  await page.getByRole('button', { name: '「介護保険に関する事務」の操作' }).click();
  await page.getByRole('menuitem', { name: '今年度版を作る' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('介護保険に関する事務', {
    timeout: 30_000,
  });
  const view = await page.evaluate(async () => {
    const { commands } = window.hyoka;
    const sessions = await commands['document.sessions']();
    const session = sessions.ok ? (sessions.value[0] ?? '') : '';
    const document = await commands['document.get']({ session });
    return document.ok ? document.value : undefined;
  });
  expect(view?.path).toContain('今年度版');
  expect(view?.revisions.at(-1)?.kind).toBe('imported');
  expect(view?.review.map(({ reason }) => reason.code)).toContain('yearlyDepartment');
});
