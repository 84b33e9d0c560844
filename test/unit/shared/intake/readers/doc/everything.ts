import { PIXEL } from '../office';
import { type DocOf, para, type ParagraphOf, run, set, sprm } from './docFile';
import { joined, plc, short, word } from './numbers';
import { anchors, drawings, formField, group, inlinePicture, shape, stored } from './records';
import { cell, inner, rowEnd, rowShape } from './rows';
import { fontTable, lists, stylesheet } from './tables';

const SPECIAL = sprm(0x0855, 1);
const BOX = formField(1, 1);
const PLACE_OF_PICTURE = BOX.length;

const body: readonly ParagraphOf[] = [
  { ...para('（別添１）業務全体図', run('\x08', SPECIAL)), style: 1 },
  set(para('事務の名称'), sprm(0x460b, ...short(1))),
  para(run('\x13', SPECIAL), ' EQ \\o\\ac(○,3)', run('\x15', SPECIAL), { text: 'narrow', narrow: true }),
  para(
    run('\x13', SPECIAL),
    ' FORMCHECKBOX ',
    run('\x01', sprm(0x6a03, ...word(0)), sprm(0x0806, 1), SPECIAL),
    run('\x14', SPECIAL),
    run('\x15', SPECIAL),
    '有',
  ),
  para(run('旧', sprm(0x0800, 1)), run('新', sprm(0x0801, 1)), run('裏', sprm(0x083c, 1))),
  para(run('(', sprm(0x6a09, ...short(1), ...short(0xf0fe)), SPECIAL), '紙'),
  ...cell('①', '②'),
  ...cell(run('\x01', sprm(0x6a03, ...word(PLACE_OF_PICTURE)), SPECIAL)),
  rowEnd(rowShape([0, 2000, 9000], [{ down: 3 }, {}])),
  ...cell(''),
  { ...para('使用者数'), sprms: sprm(0x2416, 1) },
  inner('部署', sprm(0x244b, 1)),
  inner('', sprm(0x244b, 1), sprm(0x244c, 1), rowShape([0, 1000], [{}])),
  ...cell(''),
  rowEnd(rowShape([0, 2000, 9000], [{ down: 1 }, {}]), sprm(0xd612, 10, 0, 0, 0, 255, 9, 9, 9, 0, 0, 0)),
  para('結び'),
];

/** A document with everything that its reader knows. */
export const EVERYTHING: DocOf = {
  body,
  headers: [para('様式３'), para('1 / 25')],
  footnotes: [para('注')],
  comments: [para('要確認')],
  boxes: [para('住民'), para('窓口')],
  data: joined(BOX, inlinePicture(shape(1), stored(0xf01e, PIXEL))),
  over: [[...sprm(0x083c, 0)]],
  parts: {
    headers: plc([0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 11]),
    styles: stylesheet({ id: 0, kind: 1, name: '標準' }, { id: 1, kind: 1, name: '見出し 1', basedOn: 0 }),
    fonts: fontTable('ＭＳ 明朝', 'Wingdings'),
    ...lists([{ format: 18, text: '\0' }]),
    drawings: drawings(
      [stored(0xf01e, PIXEL)],
      [group(shape(2000), shape(2001), shape(2002, { store: 1, alt: '図' }))],
    ),
    shapes: anchors([10], [2000]),
    boxes: joined(
      ...[0, 3, 6].map(word),
      ...[2001, 2009].map((number) => joined(new Uint8Array(14), word(number), new Uint8Array(4))),
    ),
  },
};
