import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../../../../shared/intake/readers/reading';
import { readXls } from '../../../../../../shared/intake/readers/xls/read';
import { cellsOf, CONTEXT, PIXEL, shape } from '../office';
import { boxState, drawn, note, pictureStore, subrecord, textOfObject } from './drawn';
import { encryptedXls } from './encrypted';
import {
  beginning,
  bytes8,
  cell,
  double,
  END,
  font,
  joined,
  label,
  long,
  merged,
  number,
  record,
  stored,
  streamOf,
  stringStore,
  style,
  text16,
  text8,
  word,
  xlsOf,
  type BookContent,
} from './xlsFile';

const read = (content: BookContent) => readXls(xlsOf(content), '評価書.xls', CONTEXT);
const one = (records: readonly Uint8Array[], globals: readonly Uint8Array[] = []) =>
  read({ sheets: [{ name: '様式３', records }], globals });
const codes = ({ notices }: ReturnType<typeof one>) => notices.map(({ code }) => code);

function refusalOf(bytes: Uint8Array): string {
  try {
    readXls(bytes, 'a.xls', CONTEXT);
    return 'read';
  } catch (problem) {
    return problem instanceof Refusal ? problem.error.code : String(problem);
  }
}

describe('text of cells', () => {
  it('comes from the store: runs and furigana left out, line breaks kept', () => {
    const store = stringStore([
      {
        text: '水面市',
        runs: [
          [0, 0],
          [1, 5],
        ],
        phonetic: 20,
      },
      { text: '一\r\n二' },
      { text: 'café' },
    ]);
    const document = one([stored(0, 0, 0), stored(0, 1, 1), stored(0, 2, 2)], [store]);
    expect(shape(document)).toEqual([[['水面市', '一\n二', 'café']]]);
    expect(document.source).toEqual({ name: '評価書.xls', format: 'xls' });
  });

  it('stands in the cell itself, too, plain or with runs', () => {
    const rich = record(0xd6, cell(0, 1), text16('二'), word(1), word(0), word(5));
    expect(shape(one([label(0, 0, '一'), rich]))).toEqual([[['一', '二']]]);
  });

  it('goes on in a further record where it is long', () => {
    const text = '再委託の許諾方法。'.repeat(900);
    expect(shape(one([stored(0, 0, 0)], [stringStore([{ text }])]))).toEqual([[[text]]]);
  });

  it('looks as in its font: letters of symbol fonts are boxes and marks', () => {
    const fonts = ['ＭＳ 明朝', 'Arial', 'Arial', 'Arial', 'Wingdings'].map(font);
    // The number 4 is left out: the fifth font is 5.
    const globals = [
      ...fonts,
      style(),
      style({ font: 5 }),
      stringStore([
        {
          text: 'þ紙\r\n¨電子',
          runs: [
            [0, 5],
            [1, 0],
            [4, 5],
            [5, 1],
          ],
        },
        { text: 'þ専用線' },
        { text: 'þ¨', runs: [[1, 0]] },
      ]),
    ];
    const records = [
      stored(0, 0, 0),
      stored(0, 1, 1),
      stored(1, 0, 1, 1),
      stored(1, 1, 2, 1),
      label(1, 2, '¨', 1),
    ];
    expect(shape(one(records, globals))).toEqual([
      [
        ['☑紙\n☐電子', 'þ専用線'],
        ['☑専用線', '☑¨', '☐'],
      ],
    ]);
  });

  it('is told to be lost where the store does not hold it', () => {
    const document = one([label(0, 0, '一'), stored(0, 1, 7)], [stringStore([{ text: '別' }])]);
    expect(shape(document)).toEqual([[['一']]]);
    expect(codes(document)).toEqual(['sheetDamaged']);
  });
});

describe('values', () => {
  const result = (row: number, column: number, ...value: readonly number[]) =>
    record(0x06, cell(row, column), value, word(0), long(0), word(0));
  const packed = (value: number) => [...word(0), ...long(value)];

  it('are shown as the sheet shows them', () => {
    const globals = [
      record(0x41e, word(176), text16('[$-411]ggge"年"m"月"d"日"')),
      style(),
      style({ format: 176 }),
      style({ format: 3 }),
    ];
    expect(shape(one([number(0, 0, 2.5), number(0, 1, 45_931, 1), number(0, 2, 1234, 2)], globals))).toEqual([
      [['2.5', '令和7年10月1日', '1,234']],
    ]);
  });

  it('count the days from 1904 where the book does', () => {
    const globals = [
      record(0x22, word(1)),
      record(0x41e, word(176), text16('yyyy/m/d')),
      style({ format: 176 }),
    ];
    expect(shape(one([number(0, 0, 45_931 - 1462)], globals))).toEqual([[['2025/10/1']]]);
  });

  it('are read from four bytes: whole ones, negative ones, hundredths, halves of doubles', () => {
    const half = new DataView(Uint8Array.from(double(0.5)).buffer).getUint32(4, true);
    const records = [
      record(0x27e, cell(0, 0), long((24 << 2) | 2)),
      record(0x27e, cell(0, 1), long((-3 << 2) | 2)),
      record(0xbd, word(0), word(2), packed((1234 << 2) | 3), packed(half), word(3)),
    ];
    expect(shape(one(records))).toEqual([[['24', '-3', '12.34', '0.5']]]);
  });

  it('of formulas are those worked out last', () => {
    const records = [
      record(0x06, cell(0, 0), double(24), word(0), long(0), word(0)),
      result(0, 1, 0, 0, 0, 0, 0, 0, 0xff, 0xff),
      record(0x4bc, new Uint8Array(8)),
      record(0x207, text16('24件')),
      result(0, 2, 1, 0, 1, 0, 0, 0, 0xff, 0xff),
      result(0, 3, 2, 0, 0x17, 0, 0, 0, 0xff, 0xff),
      result(0, 4, 3, 0, 0, 0, 0, 0, 0xff, 0xff),
    ];
    expect(shape(one(records))).toEqual([[['24', '24件', 'TRUE', '#REF!']]]);
  });

  it('are truths and errors', () => {
    const records = [record(0x205, cell(0, 0), [0, 0]), record(0x205, cell(0, 1), [0x2a, 1])];
    expect(shape(one(records))).toEqual([[['FALSE', '#N/A']]]);
  });
});

describe('grid', () => {
  it('gives merged cells their span and keeps blank ones and what is covered', () => {
    const document = one([
      label(0, 0, '①'),
      label(1, 0, '値'),
      label(1, 1, '隠れた'),
      merged([0, 0, 0, 1], [1, 1, 0, 1], [2, 3, 2, 2]),
    ]);
    expect(
      cellsOf(document).map(({ text, row, column, rowSpan, columnSpan, where }) => [
        text,
        row,
        column,
        rowSpan,
        columnSpan,
        where.row,
      ]),
    ).toEqual([
      ['①', 0, 0, 1, 2, 1],
      ['値', 1, 0, 1, 2, 2],
      ['隠れた', 1, 1, 1, 1, 2],
      ['', 2, 2, 2, 1, 3],
    ]);
    expect(codes(document)).toEqual(['coveredCells']);
  });

  it('keeps blank cells that are framed or filled', () => {
    const globals = [style(), style({ framed: true }), style({ fill: 22 }), style({ fill: 9 })];
    const records = [
      record(0x201, cell(0, 0)),
      record(0x201, cell(0, 1, 1)),
      record(0xbe, word(1), word(0), word(2), word(3), word(1), word(2)),
    ];
    expect(cellsOf(one(records, globals)).map(({ row, column, shaded }) => [row, column, shaded])).toEqual([
      [0, 1, undefined],
      [1, 0, true],
      [1, 2, undefined],
    ]);
  });

  it('looks up the colours of the book', () => {
    const colours = Array.from({ length: 56 }, (_, at) => [...long(at === 20 ? 0xffffff : 0x808080)]).flat();
    const globals = [record(0x92, word(56), colours), style({ fill: 28 }), style({ fill: 9 })];
    const document = one([label(0, 0, '白'), label(0, 1, '灰', 1)], globals);
    expect(cellsOf(document).map(({ shaded }) => shaded)).toEqual([undefined, true]);
  });
});

describe('sheets', () => {
  it('come in the order of the tabs, hidden ones too, and what is hidden is reported', () => {
    const hiddenRow = record(0x208, word(0), word(0), word(1), word(300), word(0), word(0), [0x20, 0, 0, 0]);
    const hiddenColumn = record(0x7d, word(9), word(9), word(2000), word(0), word(1), word(0));
    const document = read({
      sheets: [
        { name: '表紙', records: [hiddenColumn, label(0, 0, '甲')] },
        { name: 'グラフ', records: [], kind: 2 },
        { name: 'Module1', records: [], kind: 6 },
        { name: '一覧', records: [hiddenRow, label(0, 0, '乙')], state: 1 },
      ],
    });
    expect(document.blocks.map(({ where }) => where)).toEqual([
      { sheet: '表紙', table: 1 },
      { sheet: '一覧', table: 4 },
    ]);
    expect(document.notices.map(({ code, params }) => [code, params?.sheet])).toEqual([
      ['hiddenColumns', '表紙'],
      ['chart', undefined],
      ['hiddenSheet', '一覧'],
      ['hiddenRows', '一覧'],
    ]);
  });

  it('have the fixed words of their heads and feet', () => {
    const records = [
      record(0x14, text16('&L様式３&R&D')),
      record(0x15, text16('&C&P/&N')),
      record(0x89c, new Uint8Array(30), word(0), word(0), word(3), word(0), text16('&L表')),
      label(0, 0, '本文'),
    ];
    expect(shape(one(records))).toEqual([{ header: '様式３' }, { header: '表' }, [['本文']]]);
  });

  it('do not mix with the charts drawn on them', () => {
    const chart = [beginning(0x20), label(0, 0, '系列'), END];
    expect(shape(one([label(0, 0, '一'), ...chart, label(0, 1, '二')]))).toEqual([[['一', '二']]]);
  });
});

describe('what floats over the cells', () => {
  const corners = [0, 0, 0, 10, 0, 900, 1, 0] as const;

  it('check boxes join the text of the cell below them, in their order', () => {
    const document = one([
      label(0, 0, '②'),
      ...drawn(
        { corners: [0, 500, 0, 10, 0, 900, 1, 0], type: 0x0b, parts: [boxState(1)], text: '専用線' },
        { corners, type: 0x0b, parts: [boxState(0)], text: '紙' },
        { corners: [1, 0, 0, 250, 1, 90, 1, 2], type: 0x0c, parts: [boxState(1)] },
        { corners: [2, 0, 0, 0, 2, 90, 1, 2], type: 0x0b, parts: [boxState(2)], text: '電子' },
        { corners: [3, 0, 0, 0, 3, 90, 1, 2], type: 0x14 },
        { corners: [3, 0, 0, 0, 3, 90, 1, 2], type: 0x14, flags: 0x100 },
      ),
    ]);
    expect(shape(document)).toEqual([[['②　☐紙　☑専用線'], ['☑']], { textbox: '電子' }]);
    expect(document.notices).toEqual([{ code: 'controlState', params: { count: 2 } }]);
  });

  it('text boxes and notes are paragraphs of their place', () => {
    const document = one([
      label(0, 0, '一'),
      ...drawn(
        { corners, type: 0x19, id: 7, text: '係長: 確認' },
        { corners: [1, 0, 2, 0, 3, 0, 4, 0], type: 0x06, text: '  住民\r基本 ' },
      ),
      note(5, 6, 7),
    ]);
    expect(document.blocks.slice(1)).toEqual([
      {
        kind: 'paragraph',
        role: 'textbox',
        text: '住民\n基本',
        where: { sheet: '様式３', table: 1, row: 3, column: 2 },
      },
      {
        kind: 'paragraph',
        role: 'comment',
        text: '係長: 確認',
        where: { sheet: '様式３', table: 1, row: 6, column: 7 },
      },
    ]);
    expect(codes(document)).toEqual(['comments']);
  });

  it('texts go on over records, drawings within them', () => {
    const text = '長い説明 abc '.repeat(1500);
    const [first, object, head, ...others] = drawn(
      { corners, type: 0x06, text: '' },
      { corners, type: 0x06, text: '次' },
    );
    const rest = others.slice(1);
    expect([first, object, head].every(Boolean)).toBe(true);
    const records = [first, object, head, ...textOfObject(text, 700), ...rest].flatMap((each) => each ?? []);
    // Excel writes the next piece of the drawing as what continues the text.
    const asContinued = records.map((each) =>
      each === rest[0] ? joined([Uint8Array.of(0x3c, 0), each.subarray(2)]) : each,
    );
    for (const each of [records, asContinued])
      expect(shape(one([label(0, 0, '一'), ...each]))).toEqual([
        [['一']],
        { textbox: text.trim() },
        { textbox: '次' },
      ]);
  });

  it('pictures come along in the cell below their corner, others are reported', () => {
    const globals = [pictureStore({ bytes: PIXEL }, { bytes: new Uint8Array(40), type: 0xf01a })];
    const document = one(
      [
        label(0, 0, '別添１'),
        ...drawn(
          { corners: [0, 0, 1, 0, 3, 0, 4, 0], type: 8, picture: 1, alt: '業務全体図' },
          { corners, type: 8, picture: 2 },
          { corners, type: 8, picture: 3 },
          { corners, type: 8, parts: [subrecord(9, [0, 0])] },
          { corners, type: 5 },
        ),
      ],
      globals,
    );
    expect(shape(document)).toEqual([[['別添１'], ['']]]);
    expect(cellsOf(document)[1]?.images).toEqual([document.images[0]?.ref.hash]);
    expect(document.images[0]).toMatchObject({ ref: { alt: '業務全体図', mime: 'image/png' }, bytes: PIXEL });
    expect(document.notices).toEqual([
      { code: 'pictureFormat', params: { name: 'image2.emf', count: 1 } },
      { code: 'pictureMissing', params: { name: 'image3.png', count: 1 } },
      { code: 'embeddedObject', params: { count: 1 } },
      { code: 'chart', params: { count: 1 } },
    ]);
  });
});

describe('books of Excel 5 and 95', () => {
  /** 「様式」 in code page 932. */
  const japanese = [0x97, 0x6c, 0x8e, 0xae];
  const oldLabel = record(0x204, cell(0, 0), word(4), japanese);

  it('are read in their code page, drawings are reported', () => {
    const records = [
      oldLabel,
      record(0xd6, cell(0, 1), word(2), [0xb1, 0xb2], [1, 0, 1]),
      record(0x14, bytes8('&LForm')),
      record(0x5d, new Uint8Array(40)),
      record(0x1c, word(0), word(0), word(6), japanese),
      record(0x1c, word(0xffff), word(0), word(2), [0x8e, 0xae]),
    ];
    const globals = [record(0x42, word(932)), record(0x41e, word(176), bytes8('0.00')), style()];
    const document = read({ version: 0x0500, sheets: [{ name: 'S', records }], globals });
    expect(shape(document)).toEqual([{ header: 'Form' }, [['様式', 'ｱｲ']], { comment: '様式式' }]);
    expect(document.notices).toEqual([
      { code: 'drawingsUnread', params: { sheet: 'S', count: 1 } },
      { code: 'comments', params: { count: 1 } },
    ]);
  });

  it('say which characters are lost in a foreign code page', () => {
    const globals = [record(0x42, word(936))];
    const document = read({ version: 0x0500, sheets: [{ name: 'S', records: [oldLabel] }], globals });
    expect(shape(document)).toEqual([[['\ufffdl\ufffd\ufffd']]]);
    expect(document.notices).toEqual([{ code: 'textUndecoded', params: { encoding: 'CP936', count: 3 } }]);
  });

  it('stand without a container where another program wrote them', () => {
    const bytes = streamOf({ version: 0x0500, sheets: [{ name: 'S', records: [oldLabel] }] });
    expect(shape(readXls(bytes, 'a.xls', CONTEXT))).toEqual([[['様式']]]);
  });
});

describe('encrypted books', () => {
  const content: BookContent = {
    globals: [stringStore([{ text: '水面市'.repeat(900) }])],
    sheets: [
      { name: '様式３', records: [stored(0, 0, 0)] },
      { name: '裏', records: [label(0, 0, '乙')] },
    ],
  };

  it.each(['old', 40, 128] as const)(
    'whose structure only is protected are read as Excel shows them (%s)',
    (strength) => {
      const document = readXls(encryptedXls(content, 'VelvetSweatshop', strength), 'a.xls', CONTEXT);
      expect(document.blocks).toEqual(read(content).blocks);
      expect(document.notices).toEqual([]);
    },
  );

  it.each(['old', 40, 128] as const)('with a password of their own are refused (%s)', (strength) => {
    expect(refusalOf(encryptedXls(content, 'minamo', strength))).toBe('encrypted');
  });

  it('of other kinds are refused', () => {
    for (const kind of [word(0), [...word(1), ...word(9), ...word(9)], [...word(1), ...word(2), ...word(2)]])
      expect(refusalOf(xlsOf({ sheets: [], globals: [record(0x2f, kind)] }))).toBe('encrypted');
  });
});

describe('books that cannot be read', () => {
  it('are refused: of Excel 4, without a book', () => {
    expect(refusalOf(joined([record(0x409, word(0), word(0x10), word(0)), END]))).toBe('oldExcel');
    expect(refusalOf(xlsOf({ sheets: [] }))).toBe('damaged');
    expect(refusalOf(new Uint8Array(30))).toBe('damaged');
  });

  it('are refused beyond the limits', () => {
    const records = Array.from({ length: 20 }, (_, row) => label(row, 0, 'x'));
    const limits = { ...CONTEXT.limits, cells: 10 };
    const bytes = xlsOf({ sheets: [{ name: 'S', records }] });
    expect(() => readXls(bytes, 'a.xls', { ...CONTEXT, limits })).toThrow('tooManyCells');
    expect(() => readXls(bytes, 'a.xls', { ...CONTEXT, isCancelled: () => true })).toThrow('cancelled');
    const long = xlsOf({
      globals: [stringStore([{ text: '長'.repeat(1000) }])],
      sheets: [{ name: 'S', records: Array.from({ length: 9 }, (_, at) => stored(at, 0, 0)) }],
    });
    const characters = { ...CONTEXT, limits: { ...CONTEXT.limits, characters: 8_000 } };
    expect(() => readXls(long, 'a.xls', characters)).toThrow('tooLong');
    const many = xlsOf({ sheets: Array.from({ length: 12 }, () => ({ name: 'S', records: [] })) });
    const pages = { ...CONTEXT, limits: { ...CONTEXT.limits, pages: 10 } };
    expect(() => readXls(many, 'a.xls', pages)).toThrow('tooManyPages');
    const tall = xlsOf({ sheets: [{ name: 'S', records: [merged([0, 900, 0, 0])] }] });
    expect(() => readXls(tall, 'a.xls', { ...CONTEXT, limits })).toThrow('tooManyCells');
  });
});

it('a list that names one sheet over and over is not followed', () => {
  const sheet = joined([
    beginning(0x10),
    ...Array.from({ length: 200 }, (_, row) => label(row, 0, '一')),
    END,
  ]);
  const listed = (at: number) =>
    Array.from({ length: 30 }, () => record(0x85, long(at), [0, 0], text8('一')));
  const globals = (at: number) => joined([beginning(5), ...listed(at), END]);
  expect(refusalOf(joined([globals(globals(0).length), sheet]))).toBe('damaged');
});

describe('damaged books', () => {
  const sheets = ['一', '二'].map((name) => ({
    name,
    records: [label(0, 0, name), label(1, 0, `${name}の次`)],
  }));

  it('are read as far as they go', () => {
    const stream = streamOf({ sheets });
    const document = readXls(stream.subarray(0, stream.length - 10), 'a.xls', CONTEXT);
    expect(shape(document)).toEqual([[['一'], ['一の次']], [['二']]]);
    expect(document.notices).toEqual([{ code: 'sheetDamaged', params: { sheet: '二', count: 1 } }]);
    const shorter = readXls(stream.subarray(0, stream.length - 70), 'a.xls', CONTEXT);
    expect(codes(shorter)).toContain('sheetMissing');
  });

  it('are found where a cut took the directory of the file', () => {
    const text = '再委託の許諾方法を書く。'.repeat(40);
    const records = Array.from({ length: 20 }, (_, row) => label(row, 0, text));
    const whole = xlsOf({ sheets: [{ name: 'S', records }] });
    const cut = whole.subarray(0, whole.length - 4096);
    const document = readXls(cut, 'a.xls', CONTEXT);
    const texts = cellsOf(document).map((each) => each.text);
    expect(texts.length).toBeGreaterThan(10);
    expect(new Set(texts)).toEqual(new Set([text]));
    expect(codes(document)).toEqual(['archiveDamaged', 'sheetDamaged']);
    expect(refusalOf(whole.subarray(0, 300))).toBe('damaged');
  });

  it('have their sheets found where the list is lost', () => {
    const part = joined([beginning(0x10), label(0, 0, '残り'), END]);
    const document = readXls(joined([beginning(5), END, part]), 'a.xls', CONTEXT);
    expect(shape(document)).toEqual([[['残り']]]);
    expect(codes(document)).toEqual(['sheetListDamaged']);
  });

  it('say that strings are cut off', () => {
    const store = record(0xfc, long(5), long(5), text16('甲'), text16('乙'));
    const document = one([stored(0, 0, 1), record(0x85, long(0), [0, 0], text8('x'))], [store]);
    expect(shape(document)).toEqual([[['乙']]]);
    expect(codes(document)).toEqual(['textDamaged']);
  });
});
