import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../../../shared/intake/readers/html/read';
import { cellsOf, CONTEXT, PIXEL, shape } from './office';

const read = (body: string, head = '') =>
  readHtml(
    strToU8(`<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`),
    'a.html',
    CONTEXT,
  );

describe('text of a page', () => {
  it('is what a browser shows: white space folded, breaks kept, entities decoded once', () => {
    expect(shape(read('<p>みなも市は、\n  番号法に<br>基づき A  &amp;lt; B</p>'))).toEqual([
      'みなも市は、番号法に\n基づき A &lt; B',
    ]);
  });

  it('keeps the white space that the style sheet keeps', () => {
    expect(shape(read('<p>一　 二\n三</p>', '<style>p{white-space:pre-wrap}</style>'))).toEqual([
      '一　 二\n三',
    ]);
  });

  it('marks headings, and leaves out scripts, furigana and deletions', () => {
    const body =
      '<script>var a = "<p>x</p>"</script><h2>Ⅰ <ruby>基本<rt>きほん</rt></ruby>情報</h2><p>新<del>旧</del></p>';
    expect(shape(read(body))).toEqual([{ heading: 'Ⅰ 基本情報' }, '新']);
  });

  it('reads pages without closing tags, and text that looks like a tag', () => {
    expect(shape(read('<p>一<p>二<ul><li>甲<li>乙</ul>&lt;川口&gt;'))).toEqual([
      '一',
      '二',
      '甲',
      '乙',
      '<川口>',
    ]);
  });
});

describe('tables of a page', () => {
  it('have grid positions with spans, headings shaded', () => {
    const cells = cellsOf(read('<table><tr><th rowspan=2>１．<td colspan="2">甲<tr><td>乙<td>丙</table>'));
    expect(
      cells.map(({ text, row, column, rowSpan, columnSpan, shaded }) => [
        text,
        row,
        column,
        rowSpan,
        columnSpan,
        shaded ?? false,
      ]),
    ).toEqual([
      ['１．', 0, 0, 2, 1, true],
      ['甲', 0, 1, 1, 2, false],
      ['乙', 1, 1, 1, 1, false],
      ['丙', 1, 2, 1, 1, false],
    ]);
  });

  it('keep paragraphs of a cell as lines, blank ones too, and nest', () => {
    const [cell] = cellsOf(
      read('<table><tr><td><p>一</p><p></p><p>二</p><table><tr><td>内</td></tr></table></td></tr></table>'),
    );
    expect(cell?.text).toBe('一\n\n二');
    expect(cell?.tables?.[0]?.rows[0]?.cells[0]?.text).toBe('内');
  });

  it('show inputs as their state', () => {
    const body =
      '<table><tr><td><input type=checkbox checked>紙 <input type="checkbox">電子 <input type="radio" checked> <select><option>甲<option selected>乙</select></td></tr></table>';
    expect(cellsOf(read(body))[0]?.text).toBe('☑紙 ☐電子 ◉ 乙');
  });
});

it('takes along pictures that stand in the page', () => {
  const document = read(
    `<p><img alt="業務全体図" src="data:image/png;base64,${Buffer.from(PIXEL).toString('base64')}"><img src="far.png"></p>`,
  );
  expect(document.images[0]?.ref.alt).toBe('業務全体図');
  expect(document.notices.map(({ code }) => code)).toEqual(['linkedPicture']);
});

describe('tables as browsers show them', () => {
  it.each([
    [
      'a caption before the rows',
      '<table><caption>表１</caption><tr><td>甲</td></tr></table>',
      ['表１', [['甲']]],
    ],
    ['text between rows before them', '<table><tr><td>甲</td></tr>迷い</table>', ['迷い', [['甲']]]],
    [
      'head first, foot last',
      '<table><tfoot><tr><td>脚<tbody><tr><td>体<thead><tr><td>頭</table>',
      [[['頭'], ['体'], ['脚']]],
    ],
    [
      'rows and cells in wrappers',
      '<table><form><tr><font><td>甲</td></font></tr></form></table>',
      [[['甲']]],
    ],
    ['cells without a row', '<table><td>甲</td><td>乙</td></table>', [[['甲', '乙']]]],
  ])('%s', (_, html, expected) => {
    expect(shape(read(html))).toEqual(expected);
  });

  it('reports cells that are not shown', () => {
    const document = read('<table><tr><td>甲</td><td style="display:none">乙</td></tr></table>');
    expect(shape(document)).toEqual([[['甲']]]);
    expect(document.notices).toMatchObject([{ code: 'hiddenText' }]);
  });
});
