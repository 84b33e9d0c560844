import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readDoc } from '../../../../../../shared/intake/readers/doc/read';
import { cellsOf, CONTEXT, PIXEL, shape } from '../office';
import { docOf, type DocOf, para, type RunOf, run, set, sprm } from './docFile';
import { joined, plc, short, word } from './numbers';
import {
  anchors,
  blip,
  drawings,
  formField,
  group,
  inlinePicture,
  linkedShape,
  shape as drawnShape,
  stored,
  storedAt,
} from './records';
import { cell, rowEnd, rowShape } from './rows';
import { fontTable, levelBytes, lists, stylesheet } from './tables';

const read = (document: DocOf) => readDoc(docOf(document), '評価書.doc', CONTEXT);
const notices = (document: DocOf) => read(document).notices.map(({ code }) => code);

const SPECIAL = sprm(0x0855, 1);
const sign = (text: string) => run(text, SPECIAL);
const field = (instruction: readonly (string | RunOf)[], ...result: readonly (string | RunOf)[]) => [
  sign('\x13'),
  ...instruction,
  ...(result.length ? [sign('\x14'), ...result] : []),
  sign('\x15'),
];
const line = (...runs: readonly (string | RunOf)[]) => shape(read({ body: [para(...runs)] }));

describe('fields', () => {
  it('show their result, also one within another', () => {
    expect(line('発行', ...field([' DATE '], '令和', ...field([' X '], '７'), '年'))).toEqual([
      '発行令和７年',
    ]);
    expect(line('第', ...field([' IF ', ...field([' PAGE '], '3'), ' = 3 '], '三'), '頁')).toEqual([
      '第三頁',
    ]);
  });

  it('whose end is missing do not swallow what follows', () => {
    expect(line('前', sign('\x13'), ' 後の本文')).toEqual(['前 後の本文']);
  });

  it('keep their text where the instruction goes over paragraphs', () => {
    const body = [para(sign('\x13'), ' IF '), para('本文', sign('\x14'), '結果', sign('\x15'))];
    expect(shape(read({ body }))).toEqual([' IF ', '本文結果']);
  });

  it('go on over paragraphs with their result', () => {
    const body = [para(sign('\x13'), ' TOC ', sign('\x14'), '一章'), para('二章', sign('\x15'), '後')];
    expect(shape(read({ body }))).toEqual(['一章', '二章後']);
  });

  it.each([
    ['EQ \\* jc2 \\* "Font:ＭＳ 明朝" \\* hps10 \\o\\ad(\\s\\up 9(みなも),水面)', '水面'],
    ['eq \\o\\ac(○,3)', '③'],
    ['eq \\o\\ac(○,印)', '○印'],
    ['EQ \\f(1,2)', '1/2'],
    ['EQ \\b(甲\\,乙)', '甲,乙'],
    ['SYMBOL 254 \\f "Wingdings" \\s 10', '☑'],
    ['MACROBUTTON NoMacro ここに記入', 'ここに記入'],
    ['ADVANCE \\d 3', ''],
  ])('without a result print what they stand for: %s', (instruction, print) => {
    expect(line('前', ...field([` ${instruction} `]), '後')).toEqual([`前${print}後`]);
  });

  it('are told where they embed something', () => {
    expect(notices({ body: [para(...field([' EMBED Excel.Sheet.8 '], '表'))] })).toEqual(['embeddedObject']);
  });
});

describe('form fields', () => {
  const document = (name: string, ...fields: readonly Uint8Array[]): DocOf => {
    let at = 4;
    const runs = fields.flatMap((bytes, index) => {
      const mark = run('\x01', sprm(0x6a03, ...word(at)), sprm(0x0806, 1), SPECIAL);
      at += bytes.length;
      return [...field([` ${name} `, mark], ''), `${index}`];
    });
    return { body: [para(...runs)], data: joined([1, 2, 3, 4], ...fields) };
  };

  it('show the state of boxes, or that which they begin with', () => {
    const boxes = [formField(1, 1), formField(1, 0), formField(1, 25, { unset: 1 }), formField(1, 25)];
    expect(shape(read(document('FORMCHECKBOX', ...boxes)))).toEqual(['☑0☐1☑2☐3']);
  });

  it('show the entry that is chosen from a list', () => {
    const entries = ['特に力を入れている', '十分である'];
    const chosen = [
      formField(2, 1, { entries }),
      formField(2, 25, { entries }),
      formField(2, 7, { entries }),
    ];
    expect(shape(read(document('FORMDROPDOWN', ...chosen)))).toEqual(['十分である0特に力を入れている12']);
  });

  it('leave the text of others as it stands, and tell of a state that is lost', () => {
    expect(shape(read(document('FORMTEXT', formField(0, 0))))).toEqual(['0']);
    const lost = { body: [para(...field([' FORMCHECKBOX '], ''), '有')] };
    expect(shape(read(lost))).toEqual(['有']);
    expect(notices(lost)).toEqual(['controlState']);
  });
});

describe('symbols', () => {
  const parts = { fonts: fontTable('ＭＳ 明朝', 'Wingdings', 'みなも記号') };
  const symbol = (font: number, code: number) =>
    run('(', sprm(0x6a09, ...short(font), ...short(code)), SPECIAL);

  it('are boxes and signs as they look', () => {
    const wingdings = [0x4a4f, 0x4a51].map((code) => sprm(code, ...short(1)));
    const body = [para(symbol(1, 0xf0fe), '紙(', run('\xa8電子', ...wingdings))];
    expect(shape(read({ body, parts }))).toEqual(['☑紙(☐電子']);
  });

  it('of a font that is not known are told', () => {
    const document = { body: [para(symbol(2, 0xf041))], parts };
    expect(shape(read(document))).toEqual(['\uf041']);
    expect(read(document).notices).toEqual([
      { code: 'unknownSymbol', params: { font: 'みなも記号', count: 1 } },
    ]);
  });
});

describe('styles', () => {
  const styles = stylesheet(
    { id: 0, kind: 1, name: '標準' },
    { id: 1, kind: 1, name: '見出し 1' },
    { id: 0xffe, kind: 1, name: '章', basedOn: 1 },
    { id: 0xffe, kind: 1, name: '番号', paragraph: sprm(0x460b, 1, 0) },
    { id: 0xffe, kind: 1, name: '控え', characters: sprm(0x083c, 1) },
    { id: 0xffe, kind: 2, name: '隠し', characters: sprm(0x083c, 1) },
  );
  const parts = { styles, ...lists([{ format: 18, text: '\0' }]) };
  const styled = (style: number, ...runs: readonly (string | RunOf)[]) => ({ ...para(...runs), style });

  it('make headings, also by the style they are based on or by the outline', () => {
    const body = [
      styled(1, '一'),
      styled(2, '二'),
      set(para('三'), sprm(0x2640, 1)),
      set(para('四'), sprm(0x2640, 9)),
    ];
    expect(shape(read({ body, parts }))).toEqual([
      { heading: '一' },
      { heading: '二' },
      { heading: '三' },
      '四',
    ]);
  });

  it('give numbers, which a paragraph may refuse', () => {
    const refused = set(styled(3, '丙'), sprm(0x460b, 0, 0));
    const body = [styled(3, '甲'), styled(3, ''), refused, styled(3, '乙')];
    expect(shape(read({ body, parts }))).toEqual(['①甲', '丙', '②乙']);
  });

  it('hide text; what says the opposite of the style shows it', () => {
    const body = [
      styled(4, '裏', run('表', sprm(0x083c, 0x81)), run('裏', sprm(0x083c, 0x80))),
      para(run('隠', sprm(0x4a30, ...short(5))), '見', run('標', sprm(0x083c, 1), sprm(0x2a33, 0))),
    ];
    expect(shape(read({ body, parts }))).toEqual(['表', { comment: '裏裏' }, '見標', { comment: '隠' }]);
  });
});

describe('lists', () => {
  const item = (list: number, text: string) => set(para(text), sprm(0x460b, ...short(list)));

  it('print their numbers in all formats of Japanese documents', () => {
    const levels = [
      { format: 14, text: '\0．' },
      { format: 18, text: '\0' },
      { format: 20, text: '(\0)', follow: 1 },
      { format: 23, text: '\uf0b7', characters: sprm(0x4a4f, ...short(0)) },
    ];
    const parts = { ...lists(levels), fonts: fontTable('Symbol') };
    const body = [
      item(1, '基本'),
      item(2, '名称'),
      item(2, '内容'),
      item(3, '例'),
      item(4, '点'),
      item(1, '概要'),
    ];
    expect(shape(read({ body, parts }))).toEqual([
      '１．基本',
      '①名称',
      '②内容',
      '(ア) 例',
      '・点',
      '２．概要',
    ]);
  });

  it('begin where an override says, and look as it says', () => {
    const start = [...word(5), ...word(0x10)];
    const anew = [...word(1), ...word(0x20), ...levelBytes({ format: 18, text: '\0', start: 7 })];
    const parts = lists(
      [
        { format: 0, text: '\0)' },
        { format: 0, text: '\0)' },
      ],
      [start, anew],
    );
    expect(shape(read({ body: [item(1, '甲'), item(1, '乙'), item(2, '丙')], parts }))).toEqual([
      '5)甲',
      '6)乙',
      '⑦丙',
    ]);
  });

  it('that are not there print nothing', () => {
    expect(
      shape(read({ body: [item(3, '甲'), item(0x7ff, '乙')], parts: lists([{ format: 0, text: '\0' }]) })),
    ).toEqual(['甲', '乙']);
  });
});

describe('beside the body', () => {
  it('marks headers, footers, notes and comments by their role, equal ones once', () => {
    const margins = ['様式３', '1 / 25', '様式３', '2 / 25'];
    // Six texts for notes, then those of two sections: even and odd headers, even and odd footers, first ones.
    const positions = [0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 11, 11, 11, 11, 15, 15, 22, 22, 22, 22];
    const document = read({
      body: [para('本文')],
      headers: margins.map((text) => para(text)),
      footnotes: [para(sign('\x02'), '注')],
      endnotes: [para('文末')],
      comments: [para(sign('\x05'), '要確認')],
      parts: { headers: plc(positions) },
    });
    expect(shape(document)).toEqual([
      { header: '様式３' },
      '本文',
      { footnote: '注' },
      { footnote: '文末' },
      { comment: '要確認' },
      { footer: '1 / 25' },
      { footer: '2 / 25' },
    ]);
    expect(document.notices.map(({ code }) => code)).toEqual(['comments']);
  });
});

describe('drawings', () => {
  const anchor = sign('\x08');
  const boxTable = (positions: readonly number[], shapes: readonly number[]) =>
    joined(
      ...positions.map(word),
      ...shapes.map((number) => joined(new Uint8Array(14), word(number), new Uint8Array(4))),
    );

  it('bring the text of their boxes, also of those in a group; a box that is anchored nowhere is kept', () => {
    const document = read({
      body: [para('図', anchor), para('後')],
      boxes: [para('住民'), para('窓口'), para('端末'), para('迷子')],
      parts: {
        drawings: drawings([], [group(drawnShape(2000), drawnShape(2001), drawnShape(2002))]),
        shapes: anchors([1], [2000]),
        boxes: boxTable([0, 6, 9, 12], [2001, 2002, 2009]),
      },
    });
    expect(shape(document)).toEqual([
      '図',
      { textbox: '住民\n窓口' },
      { textbox: '端末' },
      '後',
      { textbox: '迷子' },
    ]);
  });

  it('bring the boxes of headers', () => {
    const document = read({
      body: [para('本文')],
      headers: [para('様式３', anchor)],
      headerBoxes: [para('案')],
      parts: {
        headers: plc([0, 0, 0, 0, 0, 0, 0, 0, 5]),
        headerShapes: anchors([3], [3000]),
        headerBoxes: boxTable([0, 2], [3000]),
      },
    });
    expect(shape(document)).toEqual([{ header: '様式３' }, { textbox: '案' }, '本文']);
  });

  it('bring floating pictures from the store or from behind the text, with what they show', () => {
    const hash = createHash('sha256').update(PIXEL).digest('hex');
    // Behind 1024 bytes of head, 512 of text, and a page for each of three runs and one paragraph.
    const place = 1024 + 512 + 4 * 512;
    const document = read({
      body: [para('図', anchor)],
      behind: blip(0xf01e, PIXEL),
      parts: {
        drawings: drawings([storedAt(place)], [drawnShape(2000, { store: 1, alt: '業務全体図' })]),
        shapes: anchors([1], [2000]),
      },
    });
    expect(document.notices).toEqual([]);
    expect(document.blocks).toMatchObject([{ text: '図' }, { kind: 'image', hash }]);
    expect(document.images[0]?.ref).toMatchObject({
      mime: 'image/png',
      name: 'image1.png',
      alt: '業務全体図',
    });
  });

  it('bring pictures in the line, in a cell as part of the cell', () => {
    const picture = run('\x01', sprm(0x6a03, ...word(0)), SPECIAL);
    const data = inlinePicture(drawnShape(1), stored(0xf01e, PIXEL));
    const document = read({ body: [...cell(picture), rowEnd(rowShape([0, 9000], [{}]))], data });
    expect(cellsOf(document)[0]?.images).toEqual([document.images[0]?.ref.hash]);
  });

  it.each([
    [
      'in a format that no form takes',
      inlinePicture(drawnShape(1), stored(0xf01b, PIXEL.slice(8))),
      'pictureFormat',
    ],
    ['outside the file', inlinePicture(linkedShape(1)), 'linkedPicture'],
    ['beyond the end', new Uint8Array(), 'pictureMissing'],
  ])('are told where the picture is %s', (_, data, code) => {
    const picture = run('\x01', sprm(0x6a03, ...word(0)), SPECIAL);
    expect(notices({ body: [para('図', picture)], data })).toEqual([code]);
  });

  it('are told where they are deleted', () => {
    const picture = run('\x01', sprm(0x6a03, ...word(0)), SPECIAL, sprm(0x0800, 1));
    expect(notices({ body: [para('図', picture)] })).toEqual(['trackedChanges', 'deletedPicture']);
  });
});
