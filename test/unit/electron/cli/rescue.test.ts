import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli, standardDependencies } from '../../../../electron/cli/run';
import { decodeDocument, encodeDocument, sqlite } from '../../../../electron/database/format';
import { emptyAssessment } from '../../../../shared/assessment/create';
import { documentOf, type HyokaDocument } from '../../../../shared/assessment/document';
import { setEdit } from '../../../../shared/assessment/edit';
import { formOf } from '../../../../shared/forms/catalog';
import { counter } from '../../shared/assessment/arbitrary';
import { temporaryFolder } from '../documents/harness';

const sql = await sqlite();
const author = { name: '佐藤', department: '国保年金課', pc: 'PC-01' };
const DAY = 86_400_000;
const NOW = 1_800_000_000_000;

async function run(...args: readonly string[]) {
  const [out, said]: [string[], string[]] = [[], []];
  const code = await runCli(args, {
    ...standardDependencies,
    print: (text) => out.push(text),
    printError: (text) => said.push(text),
    now: () => NOW,
  });
  return { code, out: out.join('\n'), said: said.join('\n') };
}

function read(path: string): HyokaDocument {
  const result = decodeDocument(sql, readFileSync(path));
  if (!result.ok) throw new Error(result.fault.kind);
  return result.value.document;
}

/** Sixty items with long texts and a history of many days. */
function grown(): HyokaDocument {
  const assessment = emptyAssessment(formOf('form3'), counter());
  const plain = documentOf(assessment, 'd1', 1);
  const text = '庁内連携システムにより取得する。'.repeat(60);
  const values = {
    'I.1.m1': '後期高齢者医療に関する事務',
    'I.1.m2': text,
    'cover.name': '後期高齢者医療 評価書',
  };
  const history = Array.from({ length: 40 }, (_, at) => ({
    seq: at + 1,
    at: NOW - 80 * DAY + at * 3_600_000,
    author,
    edit: setEdit('I.1.m2', at === 0 ? undefined : `${text}${String(at)}`, `${text}${String(at + 1)}`),
  }));
  return { ...plain, assessment: { ...assessment, values }, history };
}

function fileWith(document: HyokaDocument, damage: (bytes: Uint8Array) => void) {
  const folder = temporaryFolder();
  const [file, output] = [join(folder, '国保.hyoka'), join(folder, '復旧.hyoka')];
  const bytes = encodeDocument(sql, document, { save: '0123456789abcdef', program: '0.1.0' });
  damage(bytes);
  writeFileSync(file, bytes);
  return { file, output, bytes: Buffer.from(bytes) };
}

/** A bit inside the text of an item: the file as such stays whole. */
function flipBitIn(text: string) {
  return (bytes: Uint8Array): void => {
    const at = Buffer.from(bytes).indexOf(text);
    bytes[at + 1] = (bytes[at + 1] ?? 0) ^ 0x01;
  };
}

describe('rescue', () => {
  it('writes what is whole, says what is not, notes it in the document and leaves the file', async () => {
    const { file, output, bytes } = fileWith(grown(), flipBitIn('後期高齢者医療に関する事務'));
    expect((await run('check', file)).code).toBe(1);
    const { code, said } = await run('rescue', file, '-o', output);
    expect(code).toBe(0);
    expect(said).toContain('項目 1 件');
    expect(said).toContain('失われた項目：Ⅰ 基本情報');
    expect(said).toContain('①事務の名称');
    const rescued = read(output);
    expect(rescued.id).toBe('d1');
    expect(Object.keys(rescued.assessment.values).sort()).toEqual(['I.1.m2', 'cover.name']);
    expect(rescued.comments.map(({ text }) => text).join('\n')).toContain('項目 1 件');
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('takes the text of a damaged item from the history', async () => {
    const document = grown();
    const record = {
      seq: 99,
      at: NOW,
      author,
      edit: setEdit('I.1.m1', undefined, '後期高齢者医療に関する事務'),
    };
    const { file, output } = fileWith({ ...document, history: [...document.history, record] }, (bytes) => {
      const row = Buffer.from(bytes).indexOf('I.1.m1"後期');
      bytes[row + 8] = (bytes[row + 8] ?? 0) ^ 0x01;
    });
    const { out } = await run('rescue', file, '-o', output, '--json');
    expect(JSON.parse(out)).toMatchObject({
      lostItems: [],
      restoredItems: ['I.1.m1'],
      parts: { items: { lost: 0 } },
    });
    expect(read(output).assessment.values).toEqual(document.assessment.values);
  });

  it('speaks English', async () => {
    const { file, output } = fileWith(grown(), flipBitIn('後期高齢者医療に関する事務'));
    expect((await run('rescue', file, '-o', output, '--lang', 'en')).said).toContain('Lost: items: 1');
  });

  it('is refused with a sentence where nothing can be read, the output is there or would be the file itself', async () => {
    const { file, output } = fileWith(grown(), (bytes) => bytes.fill(0));
    expect(await run('rescue', file, '-o', output)).toMatchObject({ code: 1, out: '' });
    expect(await run('rescue', file, '-o', file, '--overwrite')).toMatchObject({ code: 1 });
    writeFileSync(output, 'x');
    expect(await run('rescue', file, '-o', output)).toMatchObject({ code: 1 });
    expect(await run('rescue', file)).toMatchObject({ code: 2 });
  });
});

describe('thin', () => {
  it('writes the same content with less history into another file', async () => {
    const document = grown();
    const { file, output, bytes } = fileWith(document, () => undefined);
    const { code, out } = await run('thin', file, '-o', output, '--json');
    expect({ code, ...(JSON.parse(out) as object) }).toMatchObject({ code: 0, before: 40, after: 4 });
    const { history, ...rest } = read(output);
    const { history: all, ...original } = document;
    expect(rest).toEqual(original);
    expect(history.length).toBeLessThan(all.length);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('is refused for the file itself', async () => {
    const { file } = fileWith(grown(), () => undefined);
    expect(await run('thin', file, '-o', file, '--overwrite')).toMatchObject({ code: 1 });
  });
});
