import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli, standardDependencies } from '../../../../electron/cli/run';
import { writeJson } from '../../../../shared/json/write';
import { documentOf } from '../../shared/checks/caseInput';
import { temporaryFolder } from '../documents/harness';

async function run(...args: readonly string[]) {
  const said: string[] = [];
  const code = await runCli(args, {
    ...standardDependencies,
    print: () => undefined,
    printError: (text) => said.push(text),
    now: () => Date.UTC(2026, 10, 21, 3),
  });
  return { code, said: said.join('\n') };
}

test('export --strict writes nothing where 提出前チェック would stop, and answers 3', async () => {
  const folder = temporaryFolder();
  const file = join(folder, '国保.json');
  writeFileSync(file, writeJson(documentOf('form4', { 'I.1.m2': '平成33年4月1日に行う。' })));
  const output = join(folder, 'out.docx');
  const { code, said } = await run('export', file, '-o', output, '--strict');
  expect([code, existsSync(output)]).toEqual([3, false]);
  expect(said).toContain('誤り: 先に直してください');
});

test('what does not leave the office is written without the check', async () => {
  const folder = temporaryFolder();
  const file = join(folder, '国保.json');
  writeFileSync(file, writeJson(documentOf('form4', { 'I.1.m2': '平成33年4月1日に行う。' })));
  const output = join(folder, 'out.docx');
  const { code } = await run('export', file, '-o', output, '--variant', 'circulation', '--strict');
  expect([code, existsSync(output)]).toEqual([0, true]);
});
