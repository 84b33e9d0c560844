import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDoc } from '../../../../../../shared/intake/readers/doc/read';
import { Refusal } from '../../../../../../shared/intake/readers/reading';
import { compoundOf } from '../compound/compoundFile';
import { cellsOf, CONTEXT, shape } from '../office';
import { docOf, type DocOf, para, run, sprm } from './docFile';
import { cell, inner, rowEnd, rowShape } from './rows';
import { short, word } from './numbers';

const read = (document: DocOf) => readDoc(docOf(document), '評価書.doc', CONTEXT);
const body = (...paragraphs: NonNullable<DocOf['body']>) => shape(read({ body: paragraphs }));
const notices = (document: DocOf) => read(document).notices.map(({ code }) => code);

const DELETED = sprm(0x0800, 1);
const INSERTED = sprm(0x0801, 1);
const HIDDEN = sprm(0x083c, 1);
const SPECIAL = sprm(0x0855, 1);

describe('text', () => {
  it('is put together from pieces of one byte and of two', () => {
    const narrow = { text: '\x93A\x94 caf\xe9 \x80', narrow: true };
    expect(body(para('みなも市', narrow, '①'))).toEqual(['みなも市“A” café €①']);
  });

  it('keeps tabs, line breaks and hyphens as they are printed', () => {
    expect(body(para('一\t二\v三\f四\x1e五\x1f六'))).toEqual(['一\t二\n三\n四‑五六']);
  });

  it('ends a paragraph where a section ends', () => {
    const sections = Uint8Array.from([0, 3, 6].flatMap(word).concat(Array.from({ length: 24 }, () => 0)));
    const first = { ...para('一章'), end: '\f' };
    expect(shape(read({ body: [first, para('二章')], parts: { sections } }))).toEqual(['一章', '二章']);
  });

  it('takes tracked changes as made, and says that there were any', () => {
    const document = { body: [para('令和', run('５', DELETED), run('６', INSERTED), '年')] };
    expect(shape(read(document))).toEqual(['令和６年']);
    expect(notices(document)).toEqual(['trackedChanges']);
  });

  it('knows a deletion that a style follows', () => {
    expect(body(para('前', run('消', DELETED, sprm(0x4a30, ...short(10))), '後'))).toEqual(['前後']);
  });

  it('goes on in the next paragraph where the end of a paragraph is deleted', () => {
    expect(body({ ...para('一つの'), endSprms: DELETED }, para('段落'))).toEqual(['一つの段落']);
  });

  it('keeps hidden text beside the document', () => {
    const document = { body: [para('表', run('裏', HIDDEN), run('示', HIDDEN, sprm(0x083c, 0)))] };
    expect(shape(read(document))).toEqual(['表示', { comment: '裏' }]);
    expect(notices(document)).toEqual(['hiddenText']);
  });

  it('heeds what fast saving laid over a piece', () => {
    const over = [[...DELETED]];
    expect(shape(read({ body: [para('前', { text: '消', over: 0 }, '後')], over }))).toEqual(['前後']);
  });

  it('leaves out the marks of notes and comments', () => {
    expect(body(para('本文', run('\x02', SPECIAL), 'と', run('\x05', SPECIAL)))).toEqual(['本文と']);
  });

  it('is told as hurt where the formatting cannot be found', () => {
    const nothing = new Uint8Array();
    const parts = { paragraphPages: nothing };
    const document = read({ body: [para('本文')], parts });
    expect(shape(document)).toEqual(['本文']);
    expect(document.notices.map(({ code }) => code)).toEqual(['formatDamaged']);
  });
});

describe('tables', () => {
  const PLAIN = { body: rowShape([0, 2000, 9000], [{}, {}]) };

  it('give their cells a place in the grid of all rows', () => {
    const document = read({
      body: [
        ...cell('項目'),
        ...cell('一', '二'),
        rowEnd(PLAIN.body),
        ...cell('①'),
        ...cell('甲'),
        ...cell('乙'),
        rowEnd(rowShape([10, 2010, 5000, 8995], [{}, {}, {}])),
        para('後'),
      ],
    });
    expect(shape(document)).toEqual([
      [
        ['項目', '一\n二'],
        ['①', '甲', '乙'],
      ],
      '後',
    ]);
    expect(cellsOf(document).map(({ row, column, columnSpan }) => [row, column, columnSpan])).toEqual([
      [0, 0, 1],
      [0, 1, 2],
      [1, 0, 1],
      [1, 1, 1],
      [1, 2, 1],
    ]);
  });

  const merged = (...across: readonly number[]) => [
    ...across.flatMap((_, at) => cell(at === 0 || at === 3 ? `値${at}` : '')),
    rowEnd(
      rowShape(
        [0, 1, 2, 3, 4].map((at) => at * 1000),
        across.map((bits) => ({ across: bits })),
      ),
    ),
  ];

  it.each([
    ['first and following', [1, 2, 2, 0]],
    ['the other way round', [2, 1, 1, 0]],
    ['with both bits at the first', [3, 1, 1, 0]],
  ])('merge across, numbered %s', (_, across) => {
    expect(
      cellsOf(read({ body: merged(...across) })).map(({ text, column, columnSpan }) => [
        text,
        column,
        columnSpan,
      ]),
    ).toEqual([
      ['値0', 0, 3],
      ['値3', 3, 1],
    ]);
  });

  it('keep what stands in a cell that is merged into another', () => {
    const cells = cellsOf(read({ body: merged(1, 2, 2, 2) }));
    expect(cells.map(({ text }) => text)).toEqual(['値0', '値3']);
  });

  it('merge down, by the definition and by a later modifier', () => {
    const rows = [
      ...cell('１．'),
      ...cell('甲'),
      rowEnd(rowShape([0, 2000, 9000], [{ down: 3 }, {}])),
      ...cell(''),
      ...cell('乙'),
      rowEnd(rowShape([0, 2000, 9000], [{}, {}]), sprm(0xd62b, 2, 0, 1)),
    ];
    expect(cellsOf(read({ body: rows })).map(({ text, rowSpan }) => [text, rowSpan])).toEqual([
      ['１．', 2],
      ['甲', 1],
      ['乙', 1],
    ]);
  });

  it('know shaded cells by a colour behind or a pattern, white and automatic aside', () => {
    const shade = (back: readonly number[], pattern: number) => [0, 0, 0, 0xff, ...back, ...short(pattern)];
    const shades = [
      ...shade([0xdd, 0xee, 0xff, 0], 0),
      ...shade([0xff, 0xff, 0xff, 0], 0),
      ...shade([0, 0, 0, 0xff], 0),
      ...shade([0, 0, 0, 0xff], 4),
    ];
    const edges = [0, 1, 2, 3, 4].map((at) => at * 1000);
    const row = rowEnd(rowShape(edges, [{}, {}, {}, {}]), sprm(0xd612, shades.length, ...shades));
    const cells = cellsOf(read({ body: ['い', 'ろ', 'は', 'に'].flatMap((text) => cell(text)).concat(row) }));
    expect(cells.map(({ shaded }) => shaded)).toEqual([true, undefined, undefined, true]);
  });

  it('nest; the text of the inner table is not in that of the cell', () => {
    const document = read({
      body: [
        { ...para('使用者数'), sprms: sprm(0x2416, 1) },
        inner('部署', sprm(0x244b, 1)),
        inner('人', []),
        inner('数', sprm(0x244b, 1)),
        inner('', sprm(0x244b, 1), sprm(0x244c, 1), rowShape([0, 1000, 2000], [{}, {}])),
        ...cell(''),
        rowEnd(rowShape([0, 9000], [{}])),
      ],
    });
    const [outer] = cellsOf(document);
    expect(outer?.text).toBe('使用者数');
    expect(outer?.tables?.[0]?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['部署', '人\n数'],
    ]);
  });

  it('leave out deleted rows', () => {
    const deleted = { ...rowEnd(PLAIN.body), endSprms: DELETED };
    const old = cell(run('旧', DELETED));
    const now = [...cell('新'), ...cell('新'), rowEnd(PLAIN.body)];
    expect(body(...old, ...old, deleted, ...now)).toEqual([[['新', '新']]]);
    expect(body(...old, ...cell('残る'), deleted, ...now)).toEqual([
      [
        ['', '残る'],
        ['新', '新'],
      ],
    ]);
  });

  it('find the properties of wide rows in the data stream', () => {
    const shapeOfRow = rowShape([0, 2000, 9000], [{ down: 3 }, {}]);
    const modifiers = [...sprm(0x2416, 1), ...sprm(0x2417, 1), ...shapeOfRow];
    const data = Uint8Array.from([9, 9, ...short(modifiers.length), ...modifiers]);
    const end = { ...rowEnd(), sprms: sprm(0x6646, ...word(2)) };
    const document = read({ body: [...cell('甲'), ...cell('乙'), end, para('後')], data });
    expect(shape(document)).toEqual([[['甲', '乙']], '後']);
  });

  it('keep rows that nothing ends and cells beyond the definition', () => {
    expect(body(...cell('甲'), ...cell('乙'))).toEqual([[['甲', '乙']]]);
    const short = rowEnd(rowShape([0, 1000], [{}]));
    expect(
      cellsOf(read({ body: [...cell('甲'), ...cell('乙'), short] })).map(({ column }) => column),
    ).toEqual([0, 1]);
  });
});

describe('what cannot be read', () => {
  const codeOf = (bytes: Uint8Array) => {
    try {
      readDoc(bytes, 'a.doc', CONTEXT);
      return 'read';
    } catch (problem) {
      return problem instanceof Refusal ? problem.error.code : 'crash';
    }
  };

  it.each([
    ['encrypted', { flags: 0x0100 }],
    ['oldWord', { mark: 0xa5dc, version: 0x65 }],
    ['oldWord', { version: 0x68 }],
    ['damaged', { mark: 0x1234 }],
  ])('is %s', (code, head) => {
    expect(codeOf(docOf({ body: [para('本文')], head }))).toBe(code);
  });

  it('has no text, or more than any document', () => {
    expect(codeOf(compoundOf({ WordDocument: Uint8Array.from([0xec, 0xa5, 0xc1, 0]) }))).toBe('damaged');
    const limits = { ...CONTEXT.limits, characters: 3 };
    const call = () => readDoc(docOf({ body: [para('長い本文')] }), 'a.doc', { ...CONTEXT, limits });
    expect(call).toThrow(new Refusal({ code: 'tooLong', params: { limit: 3 } }));
  });

  it('is told: a text that ends before it should', () => {
    const whole = docOf({ body: [para('前'), para('後')], head: {} });
    const view = new DataView(whole.buffer);
    view.setUint32(512 + 0x4c, 900, true);
    expect(readDoc(whole, 'a.doc', CONTEXT).notices.map(({ code }) => code)).toEqual(['textDamaged']);
  });
});

it('every text of a document comes back, whatever its paragraphs and tables', () => {
  const text = fc.stringMatching(/^[ぁ-んa-z①-⑩]{1,8}$/);
  const row = fc
    .array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
    .map((cells) => ({
      lines: cells.flat(),
      paragraphs: [
        ...cells.flatMap((lines) => cell(...lines)),
        rowEnd(
          rowShape(
            [...cells, []].map((_, at) => at * 1000),
            cells.map(() => ({})),
          ),
        ),
      ],
    }));
  const line = text.map((one) => ({ lines: [one], paragraphs: [para(one)] }));
  fc.assert(
    fc.property(fc.array(fc.oneof(row, line), { minLength: 1, maxLength: 8 }), (parts) => {
      const document = read({ body: parts.flatMap(({ paragraphs }) => paragraphs) });
      expect(shape(document).flat(2).join('\n')).toBe(parts.flatMap(({ lines }) => lines).join('\n'));
      expect(document.notices).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
