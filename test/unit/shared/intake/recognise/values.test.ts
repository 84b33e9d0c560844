import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../../../../shared/intake/blocks';
import { readText } from '../../../../../shared/intake/readers/text';
import { recognise } from '../../../../../shared/intake/recognise/recognise';
import type { RecognisedItem } from '../../../../../shared/intake/result';

const COVER = '特定個人情報保護評価書（重点項目評価書）\n[令和6年10月　様式３]\n';

function textOf(rows: string): SourceDocument {
  return readText(strToU8(COVER + rows), 'みなも市.txt');
}

/** What becomes of the item in rows that text recognition wrote. */
function itemIn(rows: string, path: string, trusted = false): RecognisedItem | undefined {
  const document = textOf(rows);
  const source = trusted
    ? { ...document, source: { ...document.source, format: 'docx' as const } }
    : document;
  return recognise(source).items.find((item) => item.path === path);
}

describe('a choice', () => {
  const people = (cell: string): RecognisedItem | undefined =>
    itemIn(`Ⅰ 基本情報\n③対象人数\t${cell}`, 'I.1.m3');
  const list = '＜選択肢＞ 1) 1,000人未満 2) 1,000人以上1万人未満 3) 1万人以上10万人未満';

  it.each([
    ['in brackets', `[1,000人未満] ${list}`],
    ['wide, with spaces', `［　１，０００人未満　］ ${list}`],
    ['behind the options', `${list} [1,000人未満]`],
    ['without brackets', `1,000人未満 1) 1,000人未満 2) 1,000人以上1万人未満`],
    ['in the remains of brackets', `[<input type="checkbox"/> 1,000人未満] ${list}`],
    ['said twice', `[1,000人未満] ${list}\n\t[1,000人未満]`],
    ['ticked among the options', `☑ 1,000人未満 ☐ 1,000人以上1万人未満 ■ 30万人以上`.replace('■', '☐')],
  ])('%s', (_, cell) => {
    expect(people(cell)).toMatchObject({ status: 'filled', value: '1,000人未満' });
  });

  it('is blank where the bracket is', () => {
    expect(people(`[　　] ${list}`)).toMatchObject({ status: 'empty' });
  });

  it('is for review where only the options are left', () => {
    const item = people(list);
    expect(item).toMatchObject({ status: 'review', reason: { code: 'choiceLost' } });
    expect(item?.value).toBeUndefined();
  });

  it('is never nearly an option', () => {
    const item = people(`[1,000入未満] ${list}`);
    expect(item).toMatchObject({ status: 'review', reason: { code: 'choiceUnread' } });
    expect(item?.value).toBeUndefined();
    expect(item?.candidates).toContain('1,000人未満');
  });

  it('of two values is none', () => {
    expect(people('[1,000人未満] [30万人以上]')).toMatchObject({
      status: 'review',
      reason: { code: 'choiceUnclear' },
    });
  });
});

describe('boxes', () => {
  const audits = (cell: string, trusted = false): RecognisedItem | undefined =>
    itemIn(`Ⅲ リスク対策\n8. 監査\n実施の有無\t${cell}`, 'III[1].8.has', trusted);
  const three = (mark: string): string => `${mark} 自己点検 [ ] 内部監査 [ ] 外部監査`;

  it.each(['[○]', '[ 〇 ]', '［◯］', '[O]', '[●]', '[<input checked type="radio"/>]'])(
    '%s is ticked',
    (mark) => {
      expect(audits(three(mark))).toMatchObject({
        status: 'filled',
        value: { selected: ['自己点検'], texts: {} },
      });
    },
  );

  it('that are all blank are blank', () => {
    expect(audits(three('[ ]'))).toMatchObject({ status: 'empty' });
  });

  const lost =
    '<input type="checkbox"/> 自己点検 <input type="checkbox"/> 内部監査 <input type="checkbox"/> 外部監査';

  it('of text recognition that are all alike say nothing', () => {
    expect(audits(lost)).toMatchObject({ status: 'review', reason: { code: 'ticksLost' } });
  });

  it('of Word that are all empty are blank', () => {
    expect(audits(lost, true)).toMatchObject({ status: 'empty' });
  });

  it('of two kinds are for review', () => {
    const mixed =
      '<input checked type="radio"/> 自己点検 <input type="radio"/> 内部監査 <input type="checkbox"/> 外部監査';
    expect(audits(mixed)).toMatchObject({ status: 'review', reason: { code: 'ticksUnclear' } });
  });

  it('with a misread label are for review', () => {
    const item = audits('[○] 自己占検 [ ] 内部監査 [ ] 外部監査');
    expect(item).toMatchObject({
      status: 'review',
      value: { selected: ['自己点検'] },
      reason: { code: 'optionAlike' },
    });
  });

  it('keep the text in the brackets of an option, also of one that is not ticked', () => {
    const ways = '[○] 紙 [ ] 専用線 [ ] その他 (窓口)';
    const item = itemIn(
      `Ⅱ 特定個人情報ファイルの概要\n3. 特定個人情報の入手・使用\n②入手方法\t${ways}`,
      'II[1].3.m2',
    );
    expect(item).toMatchObject({
      status: 'review',
      reason: { code: 'textWithoutTick' },
      value: { texts: { その他: '窓口' } },
    });
  });
});

describe('what surrounds a value', () => {
  it('a heading that is not of this form keeps its text out of other items', () => {
    const { items, leftover } = recognise(
      textOf('Ⅰ 基本情報\n①事務の名称\t水辺の事務\n様式にない見出し\t様式にない値'),
    );
    expect(items.find(({ path }) => path === 'I.1.m1')).toMatchObject({ value: '水辺の事務' });
    expect(leftover.map(({ text }) => text)).toEqual(['様式にない見出し', '様式にない値']);
  });

  it('a row without a heading is joined under review', () => {
    const item = itemIn('Ⅰ 基本情報\n②事務の内容\t届出を受け付ける。\n\t台帳に記録する。', 'I.1.m2');
    expect(item).toMatchObject({ status: 'review', reason: { code: 'rowsJoined' } });
  });

  it('a text printed twice word for word is meant once', () => {
    const rows = 'Ⅰ 基本情報\n①事務の名称\t水辺の事務\n①事務の名称\t水辺の事務';
    expect(itemIn(rows, 'I.1.m1')).toMatchObject({ status: 'filled', value: '水辺の事務' });
  });

  it('entries keep the numbers they have; empty groups are none', () => {
    const rows =
      'Ⅰ 基本情報\nシステム1\n①システムの名称\t甲\nシステム3\n①システムの名称\t乙\nシステム6～10\t\n3. 特定個人情報ファイル名\n台帳ファイル';
    const names = recognise(textOf(rows)).items.filter(({ path }) => /systems.*m1$/.test(path));
    expect(names.map(({ path, value }) => [path, value])).toEqual([
      ['I.2.systems[1].m1', '甲'],
      ['I.2.systems[3].m1', '乙'],
    ]);
  });

  it('a place that two items could have is for review with the reason', () => {
    const rows =
      '3. 特定個人情報の使用\nリスクに対する措置の内容\t権限を分ける。\nリスクへの対策は十分か\t[十分である]\nリスク２：不正な提供が行われるリスク\nリスクに対する措置の内容\t記録を残す。';
    const reasons = recognise(textOf(`Ⅲ リスク対策\n${rows}`))
      .items.filter(({ status }) => status === 'review')
      .map(({ reason }) => reason?.code);
    expect(reasons).toContain('placeUnclear');
  });
});
