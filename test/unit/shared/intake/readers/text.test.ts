import Encoding from 'encoding-japanese';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../../../shared/intake/readers/text';

const LETTER = '評価書番号\n7\nみなも市長は、①②〜の取扱いについて\n';

const ENCODED = {
  'UTF-8': strToU8(LETTER),
  'UTF-8 with a mark': strToU8('\ufeff' + LETTER),
  CP932: Uint8Array.from(Encoding.convert(LETTER, { from: 'UNICODE', to: 'SJIS', type: 'array' })),
  'EUC-JP': Uint8Array.from(Encoding.convert(LETTER, { from: 'UNICODE', to: 'EUCJP', type: 'array' })),
  'ISO-2022-JP': Uint8Array.from(Encoding.convert(LETTER, { from: 'UNICODE', to: 'JIS', type: 'array' })),
  'UTF-16LE': utf16(LETTER, true),
  'UTF-16BE with a mark': Uint8Array.from([0xfe, 0xff, ...utf16(LETTER, false)]),
};

function utf16(text: string, little: boolean): Uint8Array {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return Uint8Array.from(
    units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  );
}

function textsOf(text: string): readonly string[] {
  return readText(strToU8(text), 'x.txt').blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.flatMap((row) => row.cells.map((cell) => cell.text))
      : block.kind === 'paragraph'
        ? [block.text]
        : [],
  );
}

describe('the text reader', () => {
  it.each(Object.entries(ENCODED))('reads %s', (_, bytes) => {
    const document = readText(bytes, 'x.txt');
    expect(document.notices).toEqual([]);
    expect(document.blocks).toHaveLength(3);
    expect(document.blocks[2]).toMatchObject({
      text: expect.stringContaining('みなも市長は、①②') as string,
      where: { line: 3 },
    });
  });

  it('says how much could not be decoded', () => {
    const damaged = strToU8(LETTER.repeat(40));
    damaged.fill(0xff, 3, 4);
    const { notices, blocks } = readText(damaged, 'x.txt');
    expect(notices).toMatchObject([{ code: 'textUndecoded', params: { encoding: 'UTF-8' } }]);
    expect(blocks).toHaveLength(120);
  });

  it('turns lines with tabs into the rows of a table', () => {
    const { blocks, order } = readText(
      strToU8('前文\n①部署\t市民課\n②所属長の役職名\t課長\n\n後文'),
      'x.txt',
    );
    expect(order).toBe('layout');
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'table', 'paragraph']);
  });

  it('removes known tags only and decodes entities once', () => {
    expect(textsOf('a\t<p>&lt;みなも市における措置&gt;</p><p><みなも市> &amp;lt;</p>')).toEqual([
      'a',
      '<みなも市における措置>\n<みなも市> &lt;',
    ]);
  });

  it('writes inputs as boxes', () => {
    const row =
      '[<input checked="" type="checkbox"/>] A [<input type="checkbox"/>] B [<input type="radio"/>] C [<input checked type=radio>] D';
    expect(textsOf(`x\t${row}`)[1]).toBe('[☑] A [☐] B [◎] C [◉] D');
  });

  it('unrolls a table in a cell and drops drawn lines', () => {
    expect(
      textsOf('使用者数\t<table><tr><td>[10人未満]</td><td>1) 10人未満</td></tr></table>\n-----\t--\n'),
    ).toEqual(['使用者数', '[10人未満]\n1) 10人未満']);
  });

  it('reads tables of Markdown and of HTML over several lines', () => {
    expect(textsOf('| ①部署 | 市民課 |\n| --- | --- |\n| ②所属長の役職名 | 課長 |')).toEqual([
      '①部署',
      '市民課',
      '②所属長の役職名',
      '課長',
    ]);
    const html =
      '<table border="1">\n<tr><td>①部署</td><td>市民課<br/>窓口</td></tr>\n<tr><td>②所属長の役職名</td>\n<td>課長</td></tr>\n</table>\n後文';
    expect(textsOf(html).filter((text) => text !== '')).toEqual([
      '①部署',
      '市民課\n窓口',
      '②所属長の役職名',
      '課長',
      '後文',
    ]);
  });

  it('keeps a dash that stands alone', () => {
    expect(textsOf('<b>備考</b>\t—\n-\n- (1)台帳')).toEqual(['備考', '—', '-', '(1)台帳']);
  });

  it('reads formulas, escapes and task lists as the signs they stand for', () => {
    const row = 'x\t$\\checkmark$ A \\[○\\] B - [x] C \\(\\textcircled{3}\\) D $100';
    expect(textsOf(row)[1]).toBe('✓ A [○] B [x] C ③ D $100');
    expect(textsOf('x\t<p>- [x] A</p><p>- [ ] B</p>')[1]).toBe('[x] A\n[ ] B');
  });

  it('sets apart what stands in the margin of a page, and drops drawn lines', () => {
    const { blocks } = readText(
      strToU8('①部署\t市民課\n<page_number>3</page_number>\n<!-- 改頁 -->\n---\n```\n![図](1.png)\n'),
      'x.txt',
    );
    expect(blocks.slice(1)).toMatchObject([
      { text: '3', role: 'footer' },
      { text: '![図](1.png)', role: 'footer' },
    ]);
  });

  it('tells a lost reading order by brackets torn apart', () => {
    const torn = '③対象人数 [ 30万人以上\n\n]\n[ ] 税務システム [ ○\n'.repeat(10);
    expect(readText(strToU8(torn), 'x.txt').order).toBe('scrambled');
    expect(readText(strToU8('③対象人数\n[30万人以上]\n'.repeat(10)), 'x.txt').order).toBe('lines');
  });
});

describe('text to the character', () => {
  const notation = '- 一\n* 二\n氏名・・・・・丙\n----\nC:\\_共有\\-控え $5';

  it('is kept where no program of recognition wrote it, tabs or not', () => {
    expect(textsOf(notation)).toEqual(notation.split('\n'));
    expect(textsOf(`${notation}\n甲\t乙`)).toEqual([...notation.split('\n'), '甲', '乙']);
  });

  it('runs of dots stay in cells of HTML; an element of a list has one bullet', () => {
    expect(textsOf('<table><tr><td>氏名・・・・丙</td></tr></table>')[0]).toBe('氏名・・・・丙');
    expect(textsOf('甲\t<ul><li>・一</li><li>二</li><li>①三</li></ul>')[1]).toBe('・一\n・二\n①三');
  });

  it('a form feed within a line ends it; other controls are no characters', () => {
    expect(textsOf('前\f後\b\x1b')).toEqual(['前', '後']);
  });
});
