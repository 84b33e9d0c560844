import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../../../shared/intake/readers/read';
import type { Block } from '../../../../../shared/intake/blocks';
import { CONTEXT } from './office';

/** Small files of other programs beside the repository, each of which stands for its kind. */
const FOLDER = join('..', 'shared', 'cases', 'foreign');
const isThere = existsSync(FOLDER);

interface Expected {
  /** Lines of text and rows of cells, in order. */
  readonly texts?: readonly string[];
  readonly notices?: readonly string[];
  readonly error?: string;
}

const CASES: Readonly<Record<string, Expected>> = {
  '01': { texts: ['☑ 同意甲', '☐ 不同意乙'] },
  '03': { texts: ['✔ 同意甲', '❏ 不同意乙', '•αβχ'] },
  '04': { texts: ['前甲', '表１　委託先の一覧乙', '升丙'] },
  '06': { texts: ['中甲', '式乙', '字丙', '区丁'] },
  '08': { texts: ['☐男性 ☑女性 ☐回答しない'] },
  '09': { texts: ['状態甲 選択弐', '記入値丙', '隠欄丁'], notices: ['hiddenText'] },
  '10': { texts: ['本文甲', '注釈文丙'] },
  '13': { texts: ['市長民西青食黄歯亀竜斉麦鬼角虎辶母⺀小辶'] },
  '14': { texts: ['在庫甲'], notices: ['cellsUnread'] },
  '17': { texts: ['装飾文字甲', '本文乙'] },
  '19': { texts: ['表紙だけ甲'], notices: ['embeddedObject'] },
  '20': { texts: ['Please wait...'], notices: ['xfaForm'] },
  '21': { texts: ['縦書きの一行目甲である。', '二行目乙（括弧）ー長音'] },
  '23': {
    texts: ['特定個人情報保護評価書の取扱いについて、①㈱髙﨑～－∥∑ソ能表予ｶﾀｶﾅ甲乙丙', '第２行：申十構貼'],
  },
  '24': { texts: ['日本甲乙'], notices: ['xmlEncoding'] },
  '26': { texts: ['数式甲', '数式乙', '後丙'], notices: ['equation'] },
  '27': { texts: ['本文甲', '代替だけ乙'] },
  '29': { texts: ['本文甲'], notices: ['subDocument'] },
  '30': { error: 'damaged' },
  '31': { error: 'noText' },
  '32': { texts: ['別処甲'] },
  '33': { texts: ['断片甲'] },
  '34': { texts: ['前甲', '頁乙後[31m色丙[0m'] },
  '35': { notices: ['encodingDoubtful'] },
  '36': { error: 'embeddedOnly' },
  '37': { texts: ['先甲\n後乙\n再丙'], notices: ['repeatedCells'] },
  '39': { texts: ['本文甲', '総務課情報係乙'], notices: ['placeholder'] },
  '40': { texts: ['本文甲', 'P1', '本文乙', 'P3', '12', '- 3 -', '本文丙'] },
  '41': { error: 'unknownFormat' },
  '42': {
    texts: [
      'つなぐ・・・・・・成功甲',
      '氏名・・・・・・・・丙……丁＊＊＊＊戊****己----庚~~~~辛====壬____癸....子',
    ],
  },
};

function textsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'image') return [];
    if (block.kind === 'paragraph') return [block.text];
    return block.rows.map(({ cells }) => cells.map(({ text }) => text).join(' '));
  });
}

async function read(number: string) {
  const file = readdirSync(FOLDER).find((name) => name.startsWith(`${number}-`)) ?? '';
  return readSource(new Uint8Array(await readFile(join(FOLDER, file))), file, CONTEXT);
}

describe.runIf(isThere)('files of other programs', () => {
  it.each(Object.entries(CASES))('%s', async (number, { texts, notices = [], error }) => {
    const reading = await read(number);
    if (!reading.ok) return expect(reading.error.code).toBe(error);
    const { blocks, notices: noticed } = reading.document;
    if (texts) expect(textsOf(blocks).map((text) => text.trim())).toEqual(texts);
    expect(noticed.map(({ code }) => code)).toEqual(notices);
  });

  it('shows numbers in 35 formats as Excel does', async () => {
    const reading = await read('16');
    const shown = reading.ok
      ? textsOf(reading.document.blocks).map((row) => row.split(' ').slice(1).join(' '))
      : [];
    expect(shown).toEqual([
      '令和6年4月1日',
      '令和1年5月1日',
      'H31.4.30',
      '令和元年5月1日',
      '昭64年',
      '昭和64年1月7日',
      '2024年4月1日(月)',
      '2024年4月1日月曜日',
      '12件',
      '第3号',
      '123,456人',
      '百二十三',
      '１２３',
      '36:00',
      '12.5%',
      '¥1,500',
      '¥1,500',
      '約12.5万件',
      '5件',
      '7様',
      '123-4567',
      '100-0001',
      'R06年',
      '06',
      '令和6年04月01日 12時00分',
      '1.23457E+12',
      '0.1',
      '1E+21',
      '1/2',
      '2024/4/1 6:00 PM',
      'Apr-24',
      '2月29日',
      '(5)',
      '○',
      '×',
    ]);
  });
});

it.skipIf(isThere)('files of other programs are not beside the repository: skipped', () => undefined);
