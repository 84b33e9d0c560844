import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, standardDependencies } from '../../../../electron/cli/run';
import { temporaryFolder } from '../documents/harness';

/** Runs the command line in a folder of its own and gathers what it writes. */
async function run(...args: readonly string[]) {
  const out: string[] = [];
  const said: string[] = [];
  const code = await runCli(args, {
    ...standardDependencies,
    print: (text) => out.push(text),
    printError: (text) => said.push(text),
    now: () => 1_700_000_000_000,
  });
  return { code, out: out.join('\n'), said: said.join('\n') };
}

function json(text: string): Record<string, unknown> {
  return JSON.parse(text) as Record<string, unknown>;
}

describe('hyoka', () => {
  it('makes an empty assessment that import reads back', async () => {
    const file = join(temporaryFolder(), '様式4.hyoka');
    expect(await run('new', '--form', 'form4', '-o', file)).toEqual({ code: 0, out: '', said: '' });
    const { code, out } = await run('import', file, '--json');
    expect(code).toBe(0);
    expect(json(out)).toEqual({
      source: { name: '様式4.hyoka', format: 'hyoka' },
      form: 'form4',
      edition: '令和6年10月',
      items: [],
      leftover: [],
      notices: [],
    });
  });

  it('says whether what was read is kept', async () => {
    const folder = temporaryFolder();
    const text = join(folder, '国保.txt');
    writeFileSync(text, '特定個人情報保護評価書（重点項目評価書）\n評価書番号\n12\n');
    expect((await run('import', text)).said).toContain('保存していません');
    expect((await run('import', text, '-o', join(folder, '国保.hyoka'))).said).toMatch(/^取り込みました/);
  });

  it('imports a text, keeps what it could not place, and exports it', async () => {
    const folder = temporaryFolder();
    const text = join(folder, '国保.txt');
    const file = join(folder, '国保.hyoka');
    writeFileSync(
      text,
      '特定個人情報保護評価書（重点項目評価書）\n評価書番号\n12\nI 基本情報\n①事務の名称\n国民健康保険に関する事務\n',
    );
    const first = await run('import', text, '-o', file, '--json');
    const again = await run('import', file, '--json');
    expect([first.code, again.code]).toEqual([0, 0]);
    expect(json(first.out)).toMatchObject({ source: { name: '国保.txt', format: 'text' }, form: 'form3' });
    const items = json(again.out).items as { path: string; value: unknown }[];
    expect(items.find(({ path }) => path === 'I.1.m1')?.value).toBe('国民健康保険に関する事務');
    const word = join(folder, '国保.docx');
    expect((await run('export', file, '-o', word)).code).toBe(0);
    expect(readFileSync(word).subarray(0, 2).toString()).toBe('PK');
  });

  it.each([
    ['a newer version', { version: 99 }, '新しい版の評価書工房'],
    ['an edition it does not have', { edition: '令和99年1月' }, '様式の版「令和99年1月」'],
    ['values changed by hand', { values: [{ path: 'II[7].1', value: 'x' }] }, '書き換えられていて'],
  ])('tells JSON of %s by its own sentence', async (_, changes, words) => {
    const folder = temporaryFolder();
    const empty = join(folder, '空.hyoka');
    const data = join(folder, '国保.json');
    await run('new', '--form', 'form3', '-o', empty);
    await run('export', empty, '-o', data);
    writeFileSync(data, JSON.stringify({ ...json(readFileSync(data, 'utf8')), ...changes }));
    const { code, said } = await run('import', data);
    expect(code).toBe(1);
    expect(said).toContain(words);
  });

  describe('the rows of 変更箇所', () => {
    /** Last year's and this year's file, and what the options make of their rows. */
    async function compared(...options: readonly string[]) {
      const folder = temporaryFolder();
      const [older, newer] = [join(folder, '前.txt'), join(folder, '今.txt')];
      const text = (what: string) =>
        `特定個人情報保護評価書（重点項目評価書）\n評価書番号\n12\nI 基本情報\n①事務の名称\n${what}\n`;
      writeFileSync(older, text('国民健康保険に関する事務'));
      writeFileSync(newer, text('国民健康保険に関する𠮷野の事務'));
      const output = join(folder, '変更箇所.csv');
      const all = options.map((option) => (option === 'OUT' ? output : option));
      return { ...(await run('compare', older, newer, ...all)), output };
    }

    it('have the separator that is asked for', async () => {
      const items = async (separator: string) => {
        const { out } = await compared('--json', '--separator', separator);
        return (json(out).rows as { item: string }[]).map(({ item }) => item);
      };
      expect((await items('dash'))[0]).toMatch(/^Ⅰ.*－.*－①事務の名称$/);
      expect((await items('newline'))[0]).toContain('\n①事務の名称');
      expect((await items(' / '))[0]).toContain(' / ①事務の名称');
      expect((await compared('--json', '--separator', '長すぎる')).code).toBe(2);
      expect((await compared('--json', '--per-item', 'both')).code).toBe(2);
    });

    it('are written as CSV, which Excel reads, or as シフト JIS, which says what it lacks', async () => {
      const plain = await compared('-o', 'OUT');
      const text = readFileSync(plain.output, 'utf8');
      expect(plain.code).toBe(0);
      expect(text).toMatch(
        /^\ufeff"変更日","項目","変更前の記載","変更後の記載","提出時期","提出時期に係る説明"\r\n/,
      );
      expect(text).toContain('国民健康保険に関する𠮷野の事務');
      const old = await compared('-o', 'OUT', '--encoding', 'cp932');
      expect(old.said).toContain('シフト JIS にない文字（𠮷）');
      expect(new TextDecoder('shift_jis').decode(readFileSync(old.output))).toContain('?野の事務');
      expect((await compared('--encoding', 'cp932')).code).toBe(2);
      expect((await run('compare', plain.output, plain.output, '-o', plain.output)).code).toBe(1);
    });
  });

  it('says しきい値判断 in a sentence and as JSON', async () => {
    const facts = ['--people', '10000', '--handlers', '499', '--incident', 'no'];
    expect(await run('threshold', ...facts)).toMatchObject({
      code: 0,
      said: '基礎項目評価の実施が義務付けられます。',
    });
    expect(json((await run('threshold', ...facts, '--json')).out)).toEqual({
      people: 10_000,
      handlers: 499,
      incident: false,
      duty: 'basic',
      forms: ['form2'],
      reasons: [
        {
          kind: 'people',
          people: 10_000,
          from: 10_000,
          below: 100_000,
          text: '対象人数は10,000人で、10,000人以上100,000人未満です。',
        },
        {
          kind: 'handlers',
          handlers: 499,
          limit: 500,
          isMany: false,
          text: '取扱者数は499人で、500人未満です。',
        },
        {
          kind: 'incident',
          incident: false,
          text: '過去1年以内に、評価実施機関で重大事故の発生も発生の把握もありませんでした。',
        },
        { kind: 'result', duty: 'basic', text: '義務の結果: 基礎項目評価' },
      ],
      distance: [
        {
          fact: 'people',
          direction: 'more',
          by: 90_000,
          at: 100_000,
          duty: 'focused',
          text: '対象人数があと90,000人増えて100,000人になると、結果が変わります: 基礎項目評価と重点項目評価',
        },
        {
          fact: 'people',
          direction: 'fewer',
          by: 9_001,
          at: 999,
          duty: 'none',
          text: '対象人数が9,001人減って999人になると、結果が変わります: 義務なし',
        },
        {
          fact: 'handlers',
          direction: 'more',
          by: 1,
          at: 500,
          duty: 'focused',
          text: '取扱者数があと1人増えて500人になると、結果が変わります: 基礎項目評価と重点項目評価',
        },
        {
          fact: 'incident',
          incident: true,
          duty: 'focused',
          text: '重大事故が起きるか、その発生を知ると、結果が変わります: 基礎項目評価と重点項目評価',
        },
      ],
      dates: [
        { step: 'submission', text: '個人情報保護委員会への提出', ground: '番号法第28条', basis: 'duty' },
        { step: 'publication', text: '公表', ground: '番号法第28条', basis: 'duty' },
        { step: 'building', text: 'システム構築の開始', ground: '規則第9条第1項', basis: 'duty' },
      ],
    });
  });

  describe('しきい値判断 with planned days', () => {
    const facts = ['--people', '98800', '--handlers', '600', '--incident', 'no'];

    it('counts dates, in any way of writing a day', async () => {
      const plan = ['--perform', 'full', '--publish', '令和8年12月20日', '--build', '2027-03-22'];
      const answer = json((await run('threshold', ...facts, ...plan, '--json')).out);
      expect(answer).toMatchObject({ duty: 'focused', forms: ['form2', 'form3'], performed: 'full' });
      expect(answer.dates).toContainEqual({
        step: 'consultationStart',
        text: '公示、意見聴取の開始',
        ground: '規則第7条第1項',
        basis: 'choice',
        latest: { date: '2026-11-20' },
      });
      expect(answer.dates).toContainEqual({
        step: 'building',
        text: 'システム構築の開始',
        ground: '規則第9条第1項',
        basis: 'duty',
        planned: { date: '2027-03-22', closed: { kind: 'holiday', name: '振替休日' }, reckoned: true },
        earliest: { date: '2026-12-21' },
      });
    });

    it('says them in both languages, a line for each', async () => {
      const plan = ['--perform', 'full', '--publish', '2026-12-20', '--build', '2026-12-20'];
      const lines = (await run('threshold', ...facts, ...plan)).out.split('\n');
      expect(lines).toContain('実施する評価: 基礎項目評価と全項目評価');
      expect(lines).toContain('公示、意見聴取の開始: 任意、遅くとも 令和8年11月19日（木）');
      expect(lines.at(-1)).toBe('※ 2026年より後の祝日は、官報の告示を確認していない推算です。');
      expect(lines).toContain(
        'システム構築の開始: 予定 令和8年12月20日（日）、早くて 令和8年12月21日（月）、計画した日では、必要な日数を取れません',
      );
      const english = (await run('threshold', ...facts, '--publish', '2027-03-22', '--lang', 'en')).out;
      expect(english).toContain('Publication (公表): planned 2027-03-22 (Mon, holiday: 振替休日)*');
      expect(english.split('\n').at(-1)).toBe(
        '* Holidays after 2026 are calculated; no official notice has been checked.',
      );
      expect(english).toContain(
        'With 1,200 more people (100,000), the result changes: basic and full assessment',
      );
    });

    it.each([
      ['an assessment below the duty', ['--perform', 'basic']],
      ['an assessment that nobody knows', ['--perform', 'most']],
      ['a day that does not exist', ['--publish', '2027-02-29']],
      ['a month', ['--build', '令和9年3月']],
      ['a year before the 規則', ['--consult', '2013-12-31']],
      ['a year without holidays', ['--consult', '2100-01-01']],
    ])('answers 2 for %s', async (_, options) => {
      expect((await run('threshold', ...facts, ...options)).code).toBe(2);
    });
  });

  it('makes no new document in an edition that nobody has seen', async () => {
    const file = join(temporaryFolder(), 'a.hyoka');
    const edition = ['--edition', '平成30年5月', '-o', file];
    expect((await run('new', '--form', 'form2', ...edition)).code).toBe(2);
    expect((await run('new', '--form', 'form3', ...edition)).code).toBe(0);
  });

  it.each([
    ['no verb', []],
    ['an unknown verb', ['frobnicate']],
    ['an unknown option', ['new', '--form', 'form3', '-o', 'a.hyoka', '--loud']],
    [
      'an option of another verb',
      ['threshold', '--people', '1', '--handlers', '1', '--incident', 'no', '--form', 'form3'],
    ],
    ['a form nobody knows', ['new', '--form', 'form9', '-o', 'a.hyoka']],
    ['a number that is none', ['threshold', '--people', 'many', '--handlers', '1', '--incident', 'no']],
    ['a missing output', ['new', '--form', 'form3']],
    ['two files', ['import', 'a.txt', 'b.txt']],
    ['an output of another kind', ['new', '--form', 'form3', '-o', 'a.docx']],
    ['a format nobody writes', ['export', 'a.hyoka', '-o', 'a.xyz']],
  ])('answers 2 and how it is used: %s', async (_, args) => {
    const { code, out, said } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(said).toContain('使い方');
  });

  it.each([['--help'], ['export', '-h']])('prints its verbs where that is asked for: %s', async (...args) => {
    const { code, out, said } = await run(...args);
    expect([code, said]).toEqual([0, '']);
    for (const verb of [
      'new',
      'import',
      'read',
      'check',
      'compare',
      'export',
      'ledger',
      'threshold',
      'rules',
    ])
      expect(out).toContain(verb);
  });

  it('answers 1 and what to do, in the language asked for', async () => {
    const folder = temporaryFolder();
    const file = join(folder, '空.hyoka');
    writeFileSync(file, '');
    expect(await run('import', file)).toMatchObject({ code: 1, out: '' });
    expect((await run('import', file)).said).toContain('中身が空のため');
    expect((await run('import', file, '--lang', 'en')).said).toContain('is empty');
    expect((await run('import', join(folder, 'なし.docx'))).said).toContain('見つかりません');
    expect((await run('export', file, '-o', join(folder, 'a.pdf'))).said).toContain('PDF');
  });

  it('never writes over a damaged document', async () => {
    const file = join(temporaryFolder(), '壊れた.hyoka');
    writeFileSync(file, 'SQLite format 3\0');
    expect((await run('new', '--form', 'form2', '-o', file)).code).toBe(1);
    expect(readFileSync(file, 'utf8')).toBe('SQLite format 3\0');
  });

  it('answers a refusal as JSON too, one value with the sentence that is told', async () => {
    const { code, out, said } = await run('import', join(temporaryFolder(), 'なし.docx'), '--json');
    expect(code).toBe(1);
    expect(json(out)).toEqual({ error: { code: 'fileNotFound', message: said } });
  });

  it('says what could not be read, beside the JSON', async () => {
    const path = join(temporaryFolder(), '評価書.txt');
    const bytes = Buffer.from(
      '特定個人情報保護評価書\n評価書番号\n12\n事務の名称は国民健康保険に関する事務です\n',
    );
    writeFileSync(path, Buffer.concat([bytes, Buffer.of(0xff)]));
    const { code, out, said } = await run('import', path, '--json');
    expect(code).toBe(0);
    expect(json(out)).toMatchObject({
      source: { format: 'text' },
      notices: [{ code: 'textUndecoded', message: said, count: 1 }],
    });
  });

  describe('a file that is no assessment', () => {
    const minutes = () => {
      const path = join(temporaryFolder(), '議事録.txt');
      writeFileSync(
        path,
        '情報化推進会議 議事録\n日時 令和8年4月1日\n出席者 みなも太郎\n1 開会\n次第のとおり進めた。\n',
      );
      return path;
    };

    it('is refused with what was found in it', async () => {
      const { code, out, said } = await run('import', minutes(), '--json');
      expect(code).toBe(1);
      expect(json(out)).toEqual({ error: { code: 'sourceNotAssessment', message: said } });
    });

    it('is read as the form that a person insists on', async () => {
      const { code, out } = await run('import', minutes(), '--form', 'form3', '--json');
      expect(code).toBe(0);
      expect(json(out)).toMatchObject({ form: 'form3' });
      expect(out).toContain('次第のとおり進めた。');
      expect((await run('import', minutes(), '--form', 'form9')).code).toBe(2);
    });
  });

  describe('read', () => {
    const table = () => {
      const path = join(temporaryFolder(), '一覧.txt');
      writeFileSync(path, '一覧\n甲\t乙\n');
      return path;
    };

    it('prints what the readers read, cells with tabs between', async () => {
      expect(await run('read', table())).toEqual({ code: 0, out: '一覧\n甲\t乙', said: '' });
    });

    it('prints blocks and notices as JSON', async () => {
      const { code, out } = await run('read', table(), '--json');
      expect(code).toBe(0);
      expect(json(out)).toMatchObject({
        source: { name: '一覧.txt', format: 'text' },
        notices: [],
        blocks: [
          { kind: 'paragraph', text: '一覧' },
          {
            kind: 'table',
            rows: [
              {
                cells: [
                  { text: '甲', row: 0, column: 0 },
                  { text: '乙', column: 1 },
                ],
              },
            ],
          },
        ],
      });
    });
  });

  it('never writes over the file that it reads, says which folder is missing, and takes no option it would ignore', async () => {
    const folder = temporaryFolder();
    const file = join(folder, '様式３.hyoka');
    const word = join(folder, '様式３.docx');
    await run('new', '--form', 'form3', '-o', file);
    await run('export', file, '-o', word);
    const bytes = readFileSync(word);
    expect(await run('export', word, '-o', join(folder, '.', '様式３.docx'))).toMatchObject({
      code: 1,
      out: '',
    });
    expect(readFileSync(word)).toEqual(bytes);
    for (const verb of [
      ['new', '--form', 'form3'],
      ['export', file],
    ]) {
      const name = verb[0] === 'new' ? 'a.hyoka' : 'a.docx';
      const { code, said } = await run(...verb, '-o', join(folder, 'なし', name));
      expect([code, said]).toEqual([1, expect.stringContaining('見つかりません')]);
    }
    expect(await run('export', file, '-o', word, '--old', file)).toMatchObject({ code: 2 });
    expect(await run('export', file, '-o', word, '--formats', 'docx')).toMatchObject({ code: 2 });
  });

  it.each([
    ['new', 'a.hyoka', ['new', '--form', 'form2']],
    ['import', 'a.hyoka', ['import', 'source.hyoka']],
    ['export', 'a.docx', ['export', 'source.hyoka']],
    [
      'export of a comparison',
      'a.docx',
      ['export', 'source.hyoka', '--variant', 'comparison', '--old', 'source.hyoka'],
    ],
  ])('%s replaces no file unless that is asked for', async (_, name, verb) => {
    const folder = temporaryFolder();
    const source = join(folder, 'source.hyoka');
    const output = join(folder, name);
    await run('new', '--form', 'form3', '-o', source);
    await run('new', '--form', 'form4', '-o', join(folder, 'a.hyoka'));
    writeFileSync(join(folder, 'a.docx'), 'とっておく');
    const before = readFileSync(output);
    const args = [...verb.map((word) => word.replace('source.hyoka', source)), '-o', output];
    expect(await run(...args)).toEqual({
      code: 1,
      out: '',
      said: `「${name}」はすでにあります。上書きするときは --overwrite を付け、残すときは別の名前を指定してください。`,
    });
    expect(readFileSync(output)).toEqual(before);
    expect(await run(...args, '--overwrite')).toMatchObject({ code: 0 });
    expect(readFileSync(output)).not.toEqual(before);
  });

  it('reports one export as JSON as it reports those of a folder', async () => {
    const folder = temporaryFolder();
    const file = join(folder, '様式３.hyoka');
    const output = join(folder, '様式３.json');
    await run('new', '--form', 'form3', '-o', file);
    const { out } = await run('export', file, '-o', output, '--json');
    expect(json(out)).toEqual({
      documents: [{ path: file, files: [{ format: 'json', path: output, state: 'written' }] }],
    });
  });

  it('refuses an output folder that is a file', async () => {
    const folder = temporaryFolder();
    await run('new', '--form', 'form3', '-o', join(folder, '様式３.hyoka'));
    const { code, said } = await run(
      'export',
      folder,
      '-o',
      join(folder, '様式３.hyoka'),
      '--formats',
      'docx',
    );
    expect([code, said]).toEqual([1, expect.stringContaining('様式３.hyoka')]);
  });
});
