import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, standardDependencies } from '../../../../electron/cli/run';
import { markdownWords, ruleTexts } from '../../../../electron/locale';
import { rulesMarkdown } from '../../../../shared/checks/describe';
import { writeJson } from '../../../../shared/json/write';
import { documentOf } from '../../shared/checks/caseInput';
import { temporaryFolder } from '../documents/harness';

/** 2026-11-21 */
const NOW = Date.UTC(2026, 10, 21, 3);

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

interface Printed {
  readonly findings: readonly { readonly rule: string; readonly severity: string; readonly path: string }[];
  readonly documents: readonly {
    readonly path: string;
    readonly findings: readonly unknown[];
    readonly fault?: unknown;
  }[];
  readonly gates?: readonly { readonly id: string; readonly state: string }[];
  readonly notChecked: readonly unknown[];
}

const printed = (out: string) => JSON.parse(out) as Printed;

/** A file with a stale wording (notice to error) and a half-width word. */
function written(values: Readonly<Record<string, unknown>>): string {
  const file = join(temporaryFolder(), '国保.json');
  writeFileSync(file, writeJson(documentOf('form4', values)));
  return file;
}

const FAULTY = { 'I.1.m2': '平成33年4月1日にﾏｲﾅﾝﾊﾞｰを用いる。', 'I.5.basis': '番号法別表第一の30の項' };

describe('check', () => {
  it('answers 0 with findings, and prints them in either form', async () => {
    const file = written(FAULTY);
    const { code, out } = await run('check', file, '--json');
    expect(code).toBe(0);
    expect(printed(out).findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['era-impossible', 'halfkana', 'stale-any']),
    );
    const { code: plain, said } = await run('check', file);
    expect([plain, said]).toEqual([0, expect.stringContaining('【誤り】I.1.m2: 「平成33年4月1日」')]);
  });

  it('shows the severity that is asked for and what is graver, and the rules that are named', async () => {
    const file = written(FAULTY);
    const found = async (...options: readonly string[]) =>
      printed((await run('check', file, '--json', ...options)).out).findings;
    expect((await found('--severity', 'error')).every(({ severity }) => severity === 'error')).toBe(true);
    expect((await found('--rule', 'halfkana')).map(({ rule }) => rule)).toEqual(['halfkana']);
    expect((await found('--rule', 'stale')).map(({ rule }) => rule)).toEqual(['stale-any']);
  });

  it('judges dated rules on the day that is named', async () => {
    const file = written({ 'I.5.basis': '番号法別表第一の30の項' });
    const on = async (day: string) =>
      printed((await run('check', file, '--json', '--rule', 'stale-any', '--on', day)).out).findings.length;
    expect([await on('2024-05-26'), await on('2024-05-27'), await on('令和6年5月27日')]).toEqual([0, 1, 1]);
  });

  it.each([
    ['--severity', 'grave'],
    ['--rule', 'no-such-rule'],
    ['--on', 'tomorrow'],
  ])('refuses %s %s as wrong usage', async (option, value) => {
    expect((await run('check', written({}), option, value)).code).toBe(2);
  });

  it('answers 3 with --strict where 提出前チェック would stop', async () => {
    const { code, out } = await run('check', written(FAULTY), '--strict', '--json');
    expect(code).toBe(3);
    expect(printed(out).gates).toContainEqual({
      id: 'errors',
      state: 'stop',
      count: expect.any(Number) as number,
    });
  });

  it('reads a folder, with the pair, and names a document that cannot be read', async () => {
    const folder = temporaryFolder();
    for (const [form, name] of [
      ['form2', '基礎'],
      ['form4', '全項目'],
    ] as const) {
      const data = join(folder, `${name}.json`);
      writeFileSync(data, writeJson(documentOf(form, { ...SAME_DUTY, 'I.1.m1': `${name}の事務` })));
      expect((await run('import', data, '-o', join(folder, `${name}.hyoka`))).code).toBe(0);
    }
    writeFileSync(join(folder, '壊れた.hyoka'), 'SQLite format 3\0');
    const { code, out } = await run('check', folder, '--json', '--rule', 'duty-agree-f2');
    expect(code).toBe(0);
    const { documents } = printed(out);
    expect(documents.map(({ path }) => path.slice(folder.length + 1)).sort()).toEqual(
      ['全項目.hyoka', '基礎.hyoka', '壊れた.hyoka'].sort(),
    );
    expect(
      documents.map(({ findings, fault }) => (fault === undefined ? findings.length : 'fault')).sort(),
    ).toEqual([1, 1, 'fault']);
  });
});

const SAME_DUTY = { 'cover.number': '7', 'cover.agency': 'みなも県みなも市長' };

describe('rules', () => {
  it('prints every rule with its ground', async () => {
    const { code, out } = await run('rules', '--json');
    expect(code).toBe(0);
    const { rules } = JSON.parse(out) as { readonly rules: readonly Readonly<Record<string, unknown>>[] };
    expect(rules.length).toBeGreaterThan(200);
    for (const rule of rules)
      expect(rule).toMatchObject({
        id: expect.any(String) as string,
        severity: expect.stringMatching(/^(error|warning|notice)$/) as string,
        ground: expect.any(String) as string,
        message: expect.any(String) as string,
        fix: expect.any(Boolean) as boolean,
      });
  });

  it('prints the page that docs/rules.md holds', async () => {
    const page = readFileSync(join(import.meta.dirname, '../../../../docs/rules.md'), 'utf8');
    expect(page).toBe(rulesMarkdown(ruleTexts('ja'), markdownWords('ja')));
    expect(`${(await run('rules')).out}\n`).toBe(page);
  });

  it('prints English with --lang en', async () => {
    const { out } = await run('rules', '--lang', 'en');
    expect(out).toMatch(/^# Rules of the check/);
    expect(out).toContain('| Error |');
  });
});
