import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeDocument } from '../../../../electron/cli/output';
import { runCli, standardDependencies } from '../../../../electron/cli/run';
import { documentFacts } from '../../../../electron/publish/documentFacts';
import { listFolder } from '../../../../electron/publish/folder';
import { documentOf } from '../../../../shared/assessment/document';
import { assessmentFrom } from '../../../../shared/assessment/fromItems';
import { formOf } from '../../../../shared/forms/catalog';
import { counter } from '../../shared/assessment/arbitrary';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hyokasho-batch-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly printed: string;
  readonly said: string;
}

async function run(...args: string[]): Promise<Ran> {
  const printed: string[] = [];
  const said: string[] = [];
  const edges = {
    ...standardDependencies,
    print: (text: string) => void printed.push(text),
    printError: (text: string) => void said.push(text),
  };
  return { code: await runCli(args, edges), printed: printed.join('\n'), said: said.join('\n') };
}

test('a folder is published document by document; what is there stays, what is damaged is told', async () => {
  const output = join(folder, 'out');
  await run('new', '--form', 'form2', '-o', join(folder, 'a.hyoka'));
  await run('new', '--form', 'form4', '-o', join(folder, 'b.hyoka'));
  const first = await run('export', folder, '-o', output, '--formats', 'docx,json');
  expect(first.code).toBe(0);
  expect((await readdir(output)).sort()).toEqual(
    ['全項目評価書.docx', '全項目評価書.json', '基礎項目評価書.docx', '基礎項目評価書.json'].sort(),
  );

  await writeFile(join(output, '基礎項目評価書.docx'), 'とっておく');
  await writeFile(join(folder, 'c.hyoka'), 'SQLite format 3\0 damaged');
  const second = await run('export', folder, '-o', output, '--formats', 'docx', '--json');
  expect(second.code).toBe(1);
  const report = JSON.parse(second.printed) as {
    documents: { files: { state: string }[]; error?: object }[];
  };
  expect(report.documents.map(({ files }) => files.map(({ state }) => state))).toEqual([
    ['kept'],
    ['kept'],
    [],
  ]);
  expect(report.documents[2]?.error).toBeDefined();
  expect(await readFile(join(output, '基礎項目評価書.docx'), 'utf8')).toBe('とっておく');

  const third = await run('export', folder, '-o', output, '--formats', 'docx', '--overwrite');
  expect(third.printed.match(/^written\t/gm)).toHaveLength(2);
  expect(await readFile(join(output, '基礎項目評価書.docx'), 'latin1')).toMatch(/^PK/);
});

test('with the folders below: each file goes to a folder of the same name', async () => {
  const output = join(folder, 'out');
  for (const name of ['市民課', '国保課']) {
    await mkdir(join(folder, name, '控え'), { recursive: true });
    await run('new', '--form', 'form2', '-o', join(folder, name, 'a.hyoka'));
    await run('new', '--form', 'form2', '-o', join(folder, name, '控え', 'a.hyoka'));
  }
  expect((await run('export', folder, '-o', output)).code).toBe(0);
  expect(await readdir(output)).toEqual([]);
  const { code } = await run('export', folder, '-o', output, '--formats', 'json', '--subfolders');
  expect(code).toBe(0);
  expect((await readdir(output, { recursive: true })).sort()).toEqual(
    ['国保課', '国保課/基礎項目評価書.json', '市民課', '市民課/基礎項目評価書.json'].sort(),
  );
  const one = join(folder, '市民課', 'a.hyoka');
  expect((await run('export', one, '-o', join(folder, 'a.docx'), '--subfolders')).code).toBe(2);
});

test('a format that does not exist is wrong usage', async () => {
  expect((await run('export', folder, '-o', join(folder, 'out'), '--formats', 'doc')).code).toBe(2);
});

test('each document that could not be made is named with its reason, and what was kept is told', async () => {
  const output = join(folder, 'out');
  await run('new', '--form', 'form2', '-o', join(folder, 'a.hyoka'));
  await run('export', folder, '-o', output);
  await writeFile(join(folder, '空.hyoka'), '');
  await writeFile(join(folder, '偽物.hyoka'), 'ただの文章');
  const { code, said } = await run('export', folder, '-o', output);
  expect(code).toBe(1);
  const lines = said.split('\n');
  expect(lines).toHaveLength(4);
  expect(lines.filter((line) => /空\.hyoka: |偽物\.hyoka: /.test(line))).toHaveLength(2);
  expect(lines[2]).toContain('--overwrite');
  expect(lines[3]).toMatch(/3 件.*2 件/);
});

test('an empty folder, a folder in the place of a file and a file in the place of the folder are told', async () => {
  const one = join(folder, 'a.hyoka');
  await mkdir(join(folder, '空'));
  expect((await run('export', join(folder, '空'), '-o', join(folder, 'out'))).said).toContain('--subfolders');
  await run('new', '--form', 'form2', '-o', one);
  await mkdir(join(folder, 'b.xlsx'));
  const inPlace = await run('export', one, '-o', join(folder, 'b.xlsx'), '--overwrite');
  expect([inPlace.code, inPlace.said]).toEqual([1, expect.stringContaining('別のファイル名')]);
  const noFolder = await run('export', folder, '-o', one);
  expect([noFolder.code, noFolder.said]).toEqual([1, expect.stringContaining('別のフォルダ')]);
  expect((await readFile(one)).length).toBeGreaterThan(0);
});

/** A document whose 事務の内容 has a withheld name that its 評価書名 and 連絡先 have too. */
async function withWithheldName(path: string): Promise<void> {
  const items = [
    { path: 'cover.name', value: '湊太郎奨学基金に関する事務' },
    { path: 'I.1.m2', value: '決定は湊太郎が行う。' },
    { path: 'V.2.m1', value: '担当 湊 太郎' },
  ];
  const assessment = assessmentFrom(formOf('form4'), items, counter());
  const author = { name: '湊 一郎', department: '情報政策課', pc: 'PC-01' };
  const withhold = { passage: '湊太郎' };
  const comment = { id: 'c1', path: 'I.1.m2', text: '個人の氏名のため', at: 0, author, withhold };
  await writeDocument(path, { ...documentOf(assessment, 'd1', 0), comments: [comment] });
}

const EXPOSED = [
  { path: 'cover.name', label: '表紙　評価書名', passage: '湊太郎', count: 1 },
  { path: 'V.2.m1', passage: '湊太郎', count: 1, context: '担当 湊 太郎' },
];

test('公表用: withheld words that stay are reported on stderr and in JSON, of one document and of a folder', async () => {
  const document = join(folder, 'a.hyoka');
  await withWithheldName(document);
  const one = await run('export', document, '-o', join(folder, 'a.html'), '--variant', 'public', '--json');
  expect(one.code).toBe(0);
  expect(JSON.parse(one.printed)).toMatchObject({ documents: [{ exposed: EXPOSED }] });
  expect(one.said).toContain(
    '公表しない文言「湊太郎」が、ほかの項目に1か所残っています。表紙　評価書名: 湊太郎奨学基金に',
  );
  expect(one.said).toContain('上の2件は、公表用にそのまま入っています。');

  const output = join(folder, 'out');
  const all = await run(
    'export',
    folder,
    '-o',
    output,
    '--formats',
    'json,csv',
    '--variant',
    'public',
    '--json',
  );
  expect(all.code).toBe(0);
  expect(JSON.parse(all.printed)).toMatchObject({ documents: [{ path: document, exposed: EXPOSED }] });
  expect(all.said.split('\n').filter((line) => line.includes('残っています'))).toHaveLength(2);

  const complete = await run('export', document, '-o', join(folder, 'b.html'), '--json');
  expect(complete.said).toBe('');
  expect(JSON.parse(complete.printed)).toMatchObject({ documents: [{ path: document }] });
  expect(complete.printed).not.toContain('exposed');
});

test('公表用: the name of a file does not say what its cover leaves out', async () => {
  const document = join(folder, 'a.hyoka');
  await withWithheldName(document);
  const listed = await listFolder(
    { folder, subfolders: false },
    {
      progress: () => undefined,
      signal: new AbortController().signal,
      factsOf: (path) => documentFacts({ path }),
    },
  );
  expect(listed[0]).toMatchObject({ cover: { name: '湊太郎奨学基金に関する事務' }, exposures: [{}, {}] });
  const kept = await standardDependencies.readDocument(document);
  const more = kept.comments.map((comment) => ({ ...comment, id: 'c2', path: 'cover.name' }));
  await writeDocument(document, { ...kept, comments: [...kept.comments, ...more] });
  const output = join(folder, 'out');
  await run('export', folder, '-o', output, '--formats', 'json', '--variant', 'public');
  expect(await readdir(output)).toEqual(['【非公表】奨学基金に関する事務_全項目評価書_公表用.json']);
});
