import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, standardDependencies } from '../../../../electron/cli/run';
import { textTable, widthOf } from '../../../../electron/cli/textTable';
import { writeDocument } from '../../../../electron/cli/output';
import { lockPathOf } from '../../../../electron/files/names';
import { emptyAssessment } from '../../../../shared/assessment/create';
import { documentOf, type HyokaDocument } from '../../../../shared/assessment/document';
import type { ProgressRecord } from '../../../../shared/assessment/progress';
import { formOf } from '../../../../shared/forms/catalog';
import type { FormId } from '../../../../shared/forms/types';
import { temporaryFolder } from '../documents/harness';

/** 2026-11-21 */
const NOW = new Date(2026, 10, 21, 10).getTime();

async function run(...args: readonly string[]) {
  const out: string[] = [];
  const said: string[] = [];
  const code = await runCli(args, {
    ...standardDependencies,
    print: (text) => out.push(text),
    printError: (text) => said.push(text),
    now: () => NOW,
  });
  return { code, out: out.join('\n'), said: said.join('\n') };
}

interface Row extends Record<string, unknown> {
  readonly file: string;
  readonly notices: readonly { readonly code: string }[];
}

async function rowsIn(folder: string, ...options: readonly string[]): Promise<readonly Row[]> {
  const { out } = await run('ledger', folder, '--json', ...options);
  return (JSON.parse(out) as { rows: readonly Row[] }).rows;
}

let made = 0;

function assessmentOf(form: FormId, values: Record<string, string>, more: Partial<HyokaDocument> = {}) {
  let next = 0;
  const assessment = emptyAssessment(formOf(form), () => `e${String(next++)}`);
  const document = documentOf({ ...assessment, values }, `d${String(made++)}`, 1);
  return { ...document, ...more };
}

const author = { name: '佐藤', department: '総務課', pc: 'PC-01' };
const step = (
  name: ProgressRecord['step'],
  day: string,
  more: Partial<ProgressRecord> = {},
): ProgressRecord => ({
  id: `${name}${day}`,
  step: name,
  day,
  author,
  at: 1,
  ...more,
});

async function office(): Promise<string> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, '福祉'));
  await writeDocument(
    join(folder, '10_国保.hyoka'),
    assessmentOf(
      'form4',
      { 'cover.number': '８', 'cover.name': '国民健康保険に関する事務', 'I.7.m1': '健康保険課' },
      {
        progress: [
          step('published', '2022-07-14'),
          step('published', '2025-10-31', { publication: 'amendment' }),
          step('checking', '2026-11-01'),
        ],
      },
    ),
  );
  await writeDocument(
    join(folder, '2_予防接種.hyoka'),
    assessmentOf('form2', { 'cover.number': '24', 'cover.publish_date': '令和8年4月1日' }),
  );
  await writeDocument(
    join(folder, '福祉', '介護.hyoka'),
    assessmentOf('form4', { 'cover.number': '8', 'cover.publish_date': '未定' }),
  );
  return folder;
}

describe('ledger --json', () => {
  it('has a row for each document of the folder and those below, with both clocks', async () => {
    const folder = await office();
    const rows = await rowsIn(folder);
    expect(rows.map(({ file }) => file)).toEqual([
      '2_予防接種.hyoka',
      '10_国保.hyoka',
      join('福祉', '介護.hyoka'),
    ]);
    expect(rows[1]).toMatchObject({
      number: '８',
      name: '国民健康保険に関する事務',
      form: 'form4',
      edition: '令和6年10月',
      department: '健康保険課',
      state: 'checking',
      stateSince: '2026-11-01',
      stateBy: '佐藤',
      published: '2022-07-14',
      revised: '2025-10-31',
      revision: 1,
      reviewDue: '2026-10-31',
      reviewState: 'overdue',
      reassessDue: '2027-07-14',
      reassessState: 'soon',
      reassessBasis: 'published',
      toReview: 0,
    });
    expect(rows[1]?.findings).toMatchObject({ error: expect.any(Number) as number });
    expect(rows[0]).toMatchObject({ state: 'draft', published: '2026-04-01', reassessDue: '2031-04-01' });
  });

  it('names documents of one form and number, and dates that nobody can read', async () => {
    const rows = await rowsIn(await office());
    expect(rows[0]?.notices).toEqual([]);
    expect(rows[1]?.notices).toEqual([
      { code: 'sameNumber', item: 'number', text: join('福祉', '介護.hyoka') },
    ]);
    expect(rows[2]?.notices.map(({ code }) => code)).toEqual(['dateUnreadable', 'sameNumber']);
    expect(rows[2]).toMatchObject({ published: null, reviewDue: null, reviewState: 'none' });
  });

  it('keeps to the folder itself where that is asked for', async () => {
    const folder = await office();
    expect(await rowsIn(folder, '--no-subfolders')).toHaveLength(2);
    expect(await rowsIn(folder, '--subfolders')).toHaveLength(3);
    expect((await run('ledger', folder, '--subfolders', '--no-subfolders')).code).toBe(2);
  });

  it('has a row with the reason for what is damaged, foreign, locked up or newer, and answers 1', async () => {
    const folder = await office();
    writeFileSync(join(folder, 'こわれた.hyoka'), 'SQLite format 3\0');
    writeFileSync(join(folder, '別のもの.hyoka'), 'PK\u0003\u0004 ほかのファイル');
    writeFileSync(join(folder, '空.hyoka'), '');
    mkdirSync(join(folder, 'フォルダ.hyoka'));
    writeFileSync(join(folder, 'メモ.txt'), '評価書ではない');
    const { code, out, said } = await run('ledger', folder, '--json');
    const { rows } = JSON.parse(out) as { rows: readonly Row[] };
    expect([code, said]).toEqual([1, expect.stringContaining('7 件のうち 4 件')]);
    expect(rows).toHaveLength(7);
    const faults = rows.filter(({ fault }) => fault !== undefined);
    expect(faults.map(({ fault }) => String(fault).length > 10)).toEqual([true, true, true, true]);
    expect(rows.filter(({ state }) => state !== null)).toHaveLength(3);
  });

  it('says who has a document open, and nothing of a lock that was left long ago', async () => {
    const folder = await office();
    const lock = {
      user: '田代',
      department: '健康保険課',
      pc: 'PC-0412',
      host: 'PC-0412',
      pid: 1,
      since: 1,
      token: 't',
    };
    writeFileSync(lockPathOf(join(folder, '10_国保.hyoka')), JSON.stringify(lock));
    const open = async (at: number) => {
      const row = await rowsAt(folder, at);
      return row?.openBy;
    };
    expect(await open(Date.now())).toBe('田代（健康保険課 PC-0412）');
    expect(await open(Date.now() + 600_000)).toBeUndefined();
  });

  it('does not list backups, and refuses a folder that is not there', async () => {
    const folder = await office();
    mkdirSync(join(folder, '控え'));
    writeFileSync(join(folder, '控え', '10_国保.hyoka'), readFileSync(join(folder, '10_国保.hyoka')));
    expect(await rowsIn(folder)).toHaveLength(3);
    const { code, out, said } = await run('ledger', join(folder, 'ない'), '--json');
    expect([code, said.includes('ない')]).toEqual([1, true]);
    expect(JSON.parse(out)).toHaveProperty('error');
  });

  it.skipIf(process.getuid?.() === 0)('has a row for a folder without rights', async () => {
    const folder = await office();
    chmodSync(join(folder, '福祉'), 0);
    expect((await rowsIn(folder)).at(-1)).toMatchObject({
      file: '福祉',
      fault: expect.any(String) as string,
    });
    chmodSync(join(folder, '福祉'), 0o700);
  });
});

async function rowsAt(folder: string, at: number): Promise<Row | undefined> {
  const out: string[] = [];
  const tools = { ...standardDependencies, print: (text: string) => out.push(text), now: () => at };
  await runCli(['ledger', folder, '--json'], tools);
  return (JSON.parse(out.join('')) as { rows: readonly Row[] }).rows.find(({ file }) =>
    file.startsWith('10_'),
  );
}

describe('ledger as a table and as CSV', () => {
  it('prints a table with deadlines in 和暦 and how they are kept', async () => {
    const { code, out } = await run('ledger', await office());
    const [head = '', , second = ''] = out.split('\n');
    expect(code).toBe(0);
    expect(head).toMatch(/^評価書番号 +評価書名 /);
    expect(second).toContain('令和8年10月31日  超過（21日）');
    expect(second).toMatch(/令和9年7月14日 +あと7か月/);
    const english = await run('ledger', await office(), '--lang', 'en');
    expect(english.out).toContain('Overdue (21 days)');
  });

  it('is a CSV with a line for each document, as people count, never over a file that is there', async () => {
    const folder = await office();
    const csv = join(folder, '台帳.csv');
    expect(await run('ledger', folder, '-o', csv)).toMatchObject({ code: 0, out: '' });
    const lines = readFileSync(csv, 'utf8').split('\r\n');
    expect(lines[0]).toMatch(/^\ufeff"評価書番号","評価書名","様式"/);
    expect(lines).toHaveLength(5);
    expect(lines[2]).toContain('"令和8年10月31日","超過（21日）","令和9年7月14日","あと7か月"');
    const again = await run('ledger', folder, '-o', csv);
    expect([again.code, again.said]).toEqual([1, expect.stringContaining('すでにあります')]);
    const { code, out } = await run('ledger', folder, '-o', csv, '--overwrite', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ path: csv, rows: [{}, {}, {}] });
  });

  it('is a CSV only, in an encoding that is known', async () => {
    const folder = await office();
    expect((await run('ledger', folder, '-o', join(folder, '台帳.xlsx'))).code).toBe(2);
    const [csv, cp932] = [join(folder, '台帳.csv'), ['--encoding', 'cp932']];
    expect((await run('ledger', folder, '-o', csv, '--encoding', 'ebcdic')).code).toBe(2);
    expect((await run('ledger', folder, '-o', csv, ...cp932)).code).toBe(0);
    expect(readFileSync(csv).subarray(1, 5)).toEqual(Buffer.from([0x95, 0x5d, 0x89, 0xbf]));
  });

  it('says that there is nothing', async () => {
    expect(await run('ledger', temporaryFolder())).toMatchObject({
      code: 0,
      out: '',
      said: expect.stringContaining('ありません') as string,
    });
  });
});

describe('textTable', () => {
  it('counts full-width characters as two places, and marks over others as none', () => {
    expect(['評価', 'ｱｲ', 'か\u3099', '𠮷', 'a'].map(widthOf)).toEqual([4, 2, 2, 2, 1]);
    expect(
      textTable([
        ['番号', '名'],
        ['1', '国保\n2行'],
      ]).split('\n'),
    ).toEqual(['番号  名', '1     国保 2行']);
  });
});
