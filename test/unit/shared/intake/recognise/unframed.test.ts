import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../../../shared/intake/readers/html/read';
import { readText } from '../../../../../shared/intake/readers/text';
import { recognise } from '../../../../../shared/intake/recognise/recognise';
import { CONTEXT } from '../readers/office';

const TITLE = '特定個人情報保護評価書（全項目評価書）';
const STAMP = '[令和6年10月　様式４]';

describe('cells without lines around them', () => {
  const text = [
    TITLE,
    STAMP,
    'Ⅰ 基本情報',
    '1. 特定個人情報ファイルを取り扱う事務',
    '①事務の名称',
    '水辺の管理',
    '②事務の内容',
    '台帳を作る。',
    '③対象人数',
    '[　30万人以上　]',
  ].join('\n');
  const source = { ...readText(strToU8(text), 'みなも市.txt'), order: 'lines' } as const;
  const reasons = (unframed?: true) =>
    recognise({ ...source, ...(unframed ? { unframed } : {}) })
      .items.filter(({ path, value }) => path.startsWith('I.1.') && value !== undefined)
      .map(({ path, reason }) => [path, reason?.code]);

  it('make long texts doubtful and short ones beside them, choices not', () => {
    expect(reasons(true)).toEqual([
      ['I.1.m1', 'cellsUnframed'],
      ['I.1.m2', 'cellsUnframed'],
      ['I.1.m3', undefined],
    ]);
  });

  it('are no doubt where there are lines', () => {
    expect(reasons().map(([, code]) => code)).toEqual([undefined, undefined, undefined]);
  });
});

describe('a number in a cell of its own', () => {
  it('tells the heading beside it from the same word in a text above', () => {
    const row = (...cells: readonly string[]) =>
      `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const html = `<h1>${TITLE}</h1><p>${STAMP}</p><h2>Ⅳ　その他のリスク対策</h2><table>${[
      row('1. 監査'),
      row('①', '自己点検', '[　十分に行っている　]'),
      row('具体的なチェック方法'),
      row('年１回、点検表で確かめる。<br>監査<br>1. 係長が確かめる。<br>2. 課長が確かめる。'),
      row('②', '監査', '[　特に力を入れて行っている　]'),
    ].join('')}</table>`;
    const { items } = recognise(readHtml(strToU8(html), 'みなも市.html', CONTEXT));
    expect(items.find(({ path }) => path === 'IV.1.m2')).toMatchObject({
      status: 'filled',
      value: '特に力を入れて行っている',
    });
    expect(items.find(({ path }) => path === 'IV.1.m1.how')?.value).toContain('課長が確かめる。');
  });
});
