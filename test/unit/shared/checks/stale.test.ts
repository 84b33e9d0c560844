import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../../../shared/checks/check';
import { documentOf, TODAY } from './caseInput';

function staleIn(text: string, values: Readonly<Record<string, string>> = {}, on = TODAY) {
  const assessment = documentOf('form4', { 'I.6.m2': text, ...values });
  return checkDocument({ assessment, referenceDate: on }).findings.filter(({ rule }) => rule === 'stale-any');
}

const entries = (text: string, values = {}, on = TODAY) =>
  staleIn(text, values, on).map(({ params: { entry, instead } }) => `${String(entry)} ${String(instead)}`);

describe('numbers of the old first table', () => {
  test.each([
    ['番号法第９条第１項 別表第一の30の項', ['s034 別表の44の項']],
    ['番号法別表第１の三十の項', ['s034 別表の44の項']],
    ['番号法別表第一（8、94の項）', ['s022 別表の9、127の項']],
    ['番号法別表第一の36の2の項', ['s038 別表の55の項']],
    ['番号法別表第一の8の項及び94の項', ['s022 別表の9、127の項']],
  ])('%s', (text, expected) => {
    expect(entries(text)).toEqual(expected);
  });

  test('a list with an unknown number is pointed at and not rewritten', () => {
    const [finding] = staleIn('番号法別表第一の30、5の項');
    expect(finding?.severity).toBe('warning');
    expect(finding?.replacement).toBeUndefined();
  });

  test('a known list is rewritten as a whole', () => {
    const [finding] = staleIn('番号法別表第一の30の項');
    expect(finding).toMatchObject({
      severity: 'error',
      replacement: '別表の44の項',
      span: { from: 3, to: 12 },
    });
  });

  test('the second table leads to the items of the duty', () => {
    const duty = { 'I.1.m1': '介護保険に関する事務' };
    expect(entries('番号法別表第二の93の項', duty)).toEqual(['s063 命令第2条の表の131・132の項']);
    expect(entries('番号法別表第二の93の項')).toEqual(['s015 命令第2条の表']);
  });

  test.each(['住民基本台帳法別表第一の73の2の項', '条例別表第一の3の項', '番号法別表の44の項', '別表第十一'])(
    'right as it is: %s',
    (text) => {
      expect(entries(text)).toEqual([]);
    },
  );

  test('not before the law took effect', () => {
    expect(entries('番号法別表第一の30の項', {}, 20240526)).toEqual([]);
    expect(entries('番号法別表第一の30の項', {}, 20240527)).not.toEqual([]);
  });
});

describe('words that a law made old', () => {
  test.each([
    ['番号法第19条第7号 別表第二による情報連携', 's002'],
    ['番号法第十九条第七号（情報連携）', 's002'],
    ['みなも市個人情報保護条例に基づき開示する。', 's065'],
    ['行政機関の保有する個人情報の保護に関する法律', 's066'],
    ['独立行政法人等の保有する個人情報の保護に関する法律', 's067'],
    ['特定個人情報保護委員会', 's070'],
    ['総務大臣が設置・管理する情報提供ネットワークシステム', 's071'],
    ['総務大臣から符号を取得する。', 's072'],
    ['通知カードで確認する。', 's080'],
    ['国民健康保険の被保険者証を交付する。', 's081'],
    ['番号法の懲役', 's092'],
    ['番号法別表第二の主務省令で定める事務及び情報を定める命令', 's017'],
  ])('%s', (text, id) => {
    expect(staleIn(text).map(({ params }) => params.entry)).toContain(id);
  });

  test.each([
    '番号法第19条第8号に基づく情報連携',
    '住民基本台帳法第30条の9に基づき、番号法第19条第7号により提供する。',
    'みなも市個人情報の保護に関する法律施行条例',
    'みなも市個人情報保護法施行条例',
    'みなも市議会の個人情報保護条例',
    '平成26年特定個人情報保護委員会規則第1号',
    '介護保険被保険者証を交付する。',
    '旧個人情報保護条例による。',
    '総務大臣に届け出る。',
  ])('right as it is: %s', (text) => {
    expect(entries(text)).toEqual([]);
  });

  test('a wording of a duty that it does not concern', () => {
    expect(entries('国民健康保険の被保険者証', { 'I.1.m1': '介護保険に関する事務' })).toEqual([]);
  });

  test('one pass: the item that was moved is not moved again', () => {
    const found = staleIn('番号法第19条第7号 情報連携、番号法第19条第8号 独自利用事務');
    expect(found.map(({ replacement }) => replacement)).toEqual(['第19条第8号', '第19条第9号']);
  });

  test('the state’s wording only below its heading', () => {
    const old = '入館及びサーバー室への入室を厳重に管理する。';
    expect(entries(`＜中間サーバー・プラットフォームにおける措置＞\n${old}`)).toHaveLength(1);
    expect(entries(`＜みなも市における措置＞\n${old}`)).toEqual([]);
  });
});
