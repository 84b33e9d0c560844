import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { runCli, standardDependencies } from '../../../../electron/cli/run';
import { writeDocument } from '../../../../electron/cli/output';
import { assessmentFrom } from '../../../../shared/assessment/fromItems';
import { documentOf, type HyokaDocument } from '../../../../shared/assessment/document';
import { formOf, editionsForNewDocuments } from '../../../../shared/forms/catalog';
import type { FormId } from '../../../../shared/forms/types';
import { alignEntryIds } from '../../../../shared/compare/alignEntryIds';
import { compare } from '../../../../shared/compare/compare';
import { counter } from '../../shared/assessment/arbitrary';
import { temporaryFolder } from '../documents/harness';

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

interface Report {
  readonly path: string;
  readonly carried: number;
  readonly unplaced: readonly unknown[];
  readonly new: readonly { readonly path: string; readonly label: string }[];
  readonly look: readonly { readonly path: string; readonly why: string; readonly code: string }[];
}

const author = { name: '佐藤', department: '総務課', pc: 'PC-01' };

/** 様式４ of みなも市, as the samples that ship with the program have it. */
function lastYear(form: FormId, edition?: string): HyokaDocument {
  const items: { path: string; value: unknown }[] = [
    { path: 'cover.number', value: '8' },
    { path: 'cover.name', value: '国民健康保険に関する事務　全項目評価書' },
    { path: 'cover.agency', value: 'みなも市長' },
    { path: 'cover.publish_date', value: '令和7年12月1日' },
    { path: 'I.1.m1', value: '国民健康保険に関する事務' },
    { path: 'I.1.m2', value: '番号法別表第一に基づき、資格の管理を行う。' },
    { path: 'I.7.m1', value: '健康保険課' },
    { path: 'I.7.m2', value: '健康保険課長' },
    { path: 'II[1].1', value: '国民健康保険ファイル' },
    { path: 'II[1].2.m2', value: '1万人以上10万人未満' },
    { path: 'II[1].4.items[1].m6', value: '株式会社みなも情報' },
    { path: 'VI.1.m1', value: '令和4年6月30日' },
  ];
  const assessment = assessmentFrom(formOf(form, edition), items as never, counter());
  return {
    ...documentOf(assessment, 'd-1', 1),
    comments: [{ id: 'c1', path: 'I.1.m1', text: '正式名称', at: 1, author }],
    progress: [{ id: 'p1', step: 'published', day: '2022-07-14', author, at: 1 }],
  };
}

const read = (path: string) => standardDependencies.readDocument(path);

describe('renew', () => {
  it('begins this year with last year beside it, and says what to look at', async () => {
    const folder = temporaryFolder();
    const [old, output] = [join(folder, '01_国保.hyoka'), join(folder, '今年.hyoka')];
    await writeDocument(old, lastYear('form4'));
    const before = readFileSync(old);
    const { code, out } = await run('renew', old, '-o', output, '--json');
    expect(code).toBe(0);
    const report = JSON.parse(out) as Report;
    expect(readFileSync(old).equals(before)).toBe(true);
    expect(report).toMatchObject({ path: output, carried: 12, unplaced: [], new: [] });
    expect(report.look.map(({ path, code: why }) => `${path} ${why}`)).toEqual([
      'cover.publish_date yearlyDate',
      'I.1.m2 yearlyStale',
      'I.7.m1 yearlyDepartment',
      'I.7.m2 yearlyDepartment',
      'II[1].2.m2 yearlyCount',
      'II[1].4.items[1].m6 yearlyVendor',
      'VI.1.m1 yearlyDate',
    ]);
    expect(report.look.every(({ why }) => why.endsWith('。'))).toBe(true);
    const [source, made] = [await read(old), await read(output)];
    expect(made.assessment).toEqual(source.assessment);
    expect(made.id).not.toBe(source.id);
    expect(made.revisions.at(-1)).toMatchObject({ kind: 'imported', assessment: source.assessment });
    expect(made.revisions.at(-1)?.name).toContain('01_国保.hyoka');
    expect(made.comments).toEqual(source.comments);
    expect(made.review.map(({ path }) => path)).toHaveLength(7);
    expect(made.progress.map(({ step }) => step)).toEqual(['published', 'draft']);
  });

  it('compares with last year: exactly what was changed since', async () => {
    const folder = temporaryFolder();
    const [old, output] = [join(folder, '前.hyoka'), join(folder, '今.hyoka')];
    await writeDocument(old, lastYear('form4'));
    await run('renew', old, '-o', output);
    const { revisions, assessment } = await read(output);
    const prior = revisions.at(-1)?.assessment ?? assessment;
    const now = { ...assessment, values: { ...assessment.values, 'I.7.m1': '保険年金課' } };
    expect(compare(alignEntryIds(prior, assessment), assessment).differences).toEqual([]);
    expect(compare(prior, now).differences).toMatchObject([
      { kind: 'changed', before: '健康保険課', after: '保険年金課' },
    ]);
  });

  it('asks for the marks of the first list once only: a second edition keeps what is still open', async () => {
    const folder = temporaryFolder();
    const [old, first, second] = ['前', '今', '次'].map((name) => join(folder, `${name}.hyoka`)) as [
      string,
      string,
      string,
    ];
    await writeDocument(old, lastYear('form4'));
    await run('renew', old, '-o', first);
    await run('renew', first, '-o', second);
    const made = await read(second);
    expect(new Set(made.review.map(({ path }) => path)).size).toBe(made.review.length);
    expect(made.revisions).toHaveLength(1);
  });

  it.each(
    (['form2', 'form3', 'form4'] as const).flatMap((form) =>
      editionsForNewDocuments(form)
        .slice(1)
        .map((edition) => [form, edition] as const),
    ),
  )('loses nothing of %s in the edition of %s', async (form, edition) => {
    const folder = temporaryFolder();
    const [old, output] = [join(folder, '前.hyoka'), join(folder, '今.hyoka')];
    await writeDocument(old, lastYear(form, edition));
    const report = JSON.parse((await run('renew', old, '-o', output, '--json')).out) as Report;
    const [source, made] = [await read(old), await read(output)];
    expect(made.assessment.edition).toBe(editionsForNewDocuments(form)[0]);
    const kept = JSON.stringify([made.assessment.values, made.leftover]);
    for (const [path, value] of Object.entries(source.assessment.values))
      if (path !== 'cover.form_edition' && typeof value === 'string') expect(kept).toContain(value);
    const marks = made.review.filter(({ reason }) => reason.code === 'newInEdition').map(({ path }) => path);
    expect(marks.length).toBeLessThanOrEqual(report.new.length);
    expect(report.new.every(({ label }) => label !== '')).toBe(true);
  });

  it('takes an edition that is asked for, and refuses others and a file that is there', async () => {
    const folder = temporaryFolder();
    const [old, output] = [join(folder, '前.hyoka'), join(folder, '今.hyoka')];
    await writeDocument(old, lastYear('form4'));
    const [, earlier = ''] = editionsForNewDocuments('form4');
    expect((await run('renew', old, '-o', output, '--edition', '令和99年1月')).code).toBe(2);
    expect((await run('renew', old, '-o', output, '--edition', earlier)).code).toBe(0);
    expect((await read(output)).assessment.edition).toBe(earlier);
    const again = await run('renew', old, '-o', output);
    expect([again.code, again.said]).toEqual([1, expect.stringContaining('すでにあります')]);
    expect((await run('renew', old, '-o', output, '--overwrite')).code).toBe(0);
    expect((await run('renew', old, '-o', old, '--overwrite')).code).toBe(1);
  });

  it('takes any file that import reads, in sentences of either language', async () => {
    const folder = temporaryFolder();
    const [text, output] = [join(folder, '国保.txt'), join(folder, '今.hyoka')];
    writeFileSync(
      text,
      '特定個人情報保護評価書（重点項目評価書）\n評価書番号\n12\nI 基本情報\n①事務の名称\n国民健康保険に関する事務\n',
    );
    const { code, said } = await run('renew', text, '-o', output, '--lang', 'en');
    expect([code, said]).toEqual([0, expect.stringContaining("This year's edition was made")]);
    expect((await read(output)).assessment.values['I.1.m1']).toBe('国民健康保険に関する事務');
  });
});

const SAMPLES = ['000.docx', '000.pdf', '000.xlsx', '002.docx', '003.docx'].map((name) =>
  join('..', 'shared', 'samples', name),
);

describe('renew, of files of offices (skipped where they are not at hand)', () => {
  it.skipIf(!existsSync(SAMPLES[0] ?? '')).each(SAMPLES)('%s', async (sample) => {
    const output = join(temporaryFolder(), '今.hyoka');
    const { code } = await run('renew', sample, '-o', output);
    expect([basename(sample), code]).toEqual([basename(sample), 0]);
    const { revisions, assessment, leftover } = await read(output);
    expect(compare(revisions.at(-1)?.assessment ?? assessment, assessment).differences).toEqual([]);
    expect(Object.keys(assessment.values).length + leftover.length).toBeGreaterThan(50);
  });
});

describe('pair', () => {
  it('makes 様式２ of 様式４ with what both ask, and says what is to be filled in', async () => {
    const folder = temporaryFolder();
    const [full, output] = [join(folder, '全項目.hyoka'), join(folder, '基礎.hyoka')];
    await writeDocument(full, lastYear('form4'));
    const { code, out } = await run('pair', full, '-o', output, '--json');
    expect(code).toBe(0);
    const { path, notices } = JSON.parse(out) as {
      path: string;
      notices: readonly { code: string; path: string; label: string }[];
    };
    expect(path).toBe(output);
    expect(notices.find(({ code: one }) => one === 'formNameInTitle')?.path).toBe('cover.name');
    expect(notices.filter(({ code: one }) => one === 'blank').length).toBeGreaterThan(5);
    const made = await read(output);
    expect(made.assessment).toMatchObject({
      form: 'form2',
      values: { 'cover.number': '8', 'I.1.m1': '国民健康保険に関する事務', 'I.5.m1': '健康保険課' },
    });
    expect(made.leftover).toEqual([]);
  });

  it('refuses a 基礎項目評価書', async () => {
    const folder = temporaryFolder();
    const basic = join(folder, '基礎.hyoka');
    await run('new', '--form', 'form2', '-o', basic);
    const { code, out } = await run('pair', basic, '-o', join(folder, 'x.hyoka'), '--json');
    expect([code, out]).toEqual([1, expect.stringContaining('pairOfBasic')]);
  });
});

describe('plan', () => {
  async function office(): Promise<string> {
    const folder = temporaryFolder();
    await writeDocument(join(folder, '全項目.hyoka'), lastYear('form4'));
    await run('pair', join(folder, '全項目.hyoka'), '-o', join(folder, '基礎.hyoka'));
    await run('new', '--form', 'form2', '-o', join(folder, '新規.hyoka'));
    return folder;
  }

  it('has a line for each 事務, the pair as one', async () => {
    const folder = await office();
    const output = join(folder, '計画.csv');
    const { code, out } = await run('plan', folder, '-o', output, '--json');
    expect([code, JSON.parse(out)]).toEqual([0, { path: output, notices: [] }]);
    const lines = readFileSync(output, 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain(
      '"評価書番号","事務の名称","特定個人情報ファイル名","しきい値判断（対象人数）"',
    );
    const line = lines.find((one) => one.startsWith('"8"')) ?? '';
    expect(line).toContain('"国民健康保険ファイル"');
    expect(line).toContain('"全項目評価","令和8年12月1日までに見直し","令和7年12月1日"');
  });

  it.each(['docx', 'xlsx'])('is a %s that holds the lines and what stands above them', async (format) => {
    const folder = await office();
    const output = join(folder, `計画.${format}`);
    expect((await run('plan', folder, '-o', output)).said).toContain('3 件の計画管理書');
    const text = Object.values(unzipSync(readFileSync(output)))
      .map((bytes) => new TextDecoder().decode(bytes))
      .join('');
    for (const words of ['計画管理書', 'みなも市長', '令和8年11月21日', '全項目評価', '実施・公表予定'])
      expect(text).toContain(words);
  });

  it('is no other format, needs a display engine for PDF, and says what it cannot read', async () => {
    const folder = await office();
    expect((await run('plan', folder, '-o', join(folder, 'a.txt'))).code).toBe(2);
    expect((await run('plan', folder, '-o', join(folder, 'a.pdf'))).code).toBe(1);
    writeFileSync(join(folder, 'こわれた.hyoka'), 'SQLite format 3\0');
    const { code, out } = await run('plan', folder, '-o', join(folder, 'a.csv'), '--json');
    expect([code, out]).toEqual([1, expect.stringContaining('こわれた.hyoka')]);
    expect(existsSync(join(folder, 'a.csv'))).toBe(true);
  });
});
