import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import ja from '../../../../resources/locales/ja/checks.json';
import { assessmentFrom, type OrdinalItem } from '../../../../shared/assessment/fromItems';
import { toOrdinals } from '../../../../shared/assessment/ordinals';
import { check } from '../../../../shared/checks/check';
import { placeholderIn } from '../../../../shared/checks/placeholders';
import { staleWordings } from '../../../../shared/checks/staleWording';
import { formOf } from '../../../../shared/forms/catalog';
import { anyAssessment, counter } from '../assessment/arbitrary';

const TODAY = 20261121;

/** Findings as `rule path`, with ordinals. */
function found(
  form: 'form3' | 'form4',
  values: Readonly<Record<string, unknown>>,
  today = TODAY,
): readonly string[] {
  const items = Object.entries(values).map(([path, value]) => ({ path, value }) as OrdinalItem);
  const assessment = assessmentFrom(formOf(form), items, counter());
  return check(assessment, today).map(({ rule, path }) => `${rule} ${toOrdinals(assessment, path)}`);
}

const ticked = (...selected: string[]) => ({ selected, texts: {} });

describe('the rules', () => {
  test('an empty form has nothing to find', () => {
    expect(found('form4', {})).toEqual([]);
  });

  test('what an answer asks for must be written', () => {
    const path = 'II[1].4.items[1].re';
    const values = {
      'II[1].4.has': '委託する',
      'II[1].4.count': 1,
      [`${path}.m7`]: '再委託する',
      [`${path}.m9`]: '印刷',
    };
    expect(found('form4', values)).toEqual([`required ${path}.m8`]);
    expect(found('form4', { ...values, [`${path}.m8`]: '書面で承認する。' })).toEqual([]);
  });

  test('a number of entries that is not that of the entries', () => {
    const values = {
      'II[1].4.has': '委託する',
      'II[1].4.items[1].m1': '印刷',
      'II[1].4.items[2].m1': '発送',
    };
    const severity = (count: number) => {
      const items = Object.entries({ ...values, 'II[1].4.count': count }).map(([path, value]) => ({
        path,
        value,
      }));
      return check(assessmentFrom(formOf('form4'), items, counter()), TODAY).map((finding) => [
        finding.severity,
        finding.params.written,
      ]);
    };
    expect(severity(2)).toEqual([]);
    expect(severity(1)).toEqual([['error', 2]]);
    expect(severity(7)).toEqual([['warning', 2]]);
  });

  test('an exclusive option beside another', () => {
    expect(found('form4', { 'II[1].5.has': ticked('行っていない') })).toEqual([]);
    expect(found('form4', { 'II[1].5.has': ticked('提供を行っている', '行っていない') })).toEqual([
      'exclusive II[1].5.has',
    ]);
  });

  test('a risk answered although the connection is not made: once for each part', () => {
    const values = {
      'III[1].6.no_get': true,
      'III[1].6.r1.measures': '照合する。',
      'III[1].6.r1.sufficient': '十分である',
    };
    expect(found('form4', values)).toEqual(['answeredThoughNot III[1].6.r1.measures']);
  });

  test('brackets written, box not ticked', () => {
    expect(found('form4', { 'II[1].3.m2': { selected: ['紙'], texts: { その他: '窓口' } } })).toEqual([
      'textWithoutTick II[1].3.m2',
    ]);
  });

  test('no accident, yet one is told', () => {
    const values = (text: string) => ({ 'III[1].7.r1.m9': '発生なし', 'III[1].7.r1.m9.detail': text });
    expect(found('form4', values('書類を誤って送った。'))).toEqual(['accident III[1].7.r1.m9.detail']);
    expect(found('form4', values('－'))).toEqual([]);
  });

  test('one file, two names', () => {
    const values = {
      'I.3': '(1)国保ファイル',
      'II[1].1': '（１） 国保ファイル',
      'III[1].1': '(1)国保ファイル',
    };
    expect(found('form4', values)).toEqual([]);
    expect(found('form4', { ...values, 'III[1].1': '国民健康保険ファイル' })).toEqual(['fileName III[1].1']);
    expect(found('form4', { ...values, 'I.3': '介護ファイル' })).toEqual(['fileNameNotListed II[1].1']);
  });

  test('dates that cannot be read, and dates out of order', () => {
    expect(found('form4', { 'II[1].2.m5': '令和6年13月1日' })).toEqual(['date II[1].2.m5']);
    expect(found('form4', { 'II[1].2.m5': '令和7年4月1日から' })).toEqual([]);
    expect(found('form4', { 'II[1].2.m5': '未定' })).toEqual([]);
    const dates = { 'cover.publish_date': '令和7年3月1日', 'VI.1.m1': '令和7年4月1日' };
    expect(found('form4', dates)).toEqual(['publishedBefore cover.publish_date']);
  });

  test('signs of unfinished text; （略） is usual in 変更箇所', () => {
    expect(found('form4', { 'I.1.m2': '●●市が行う。' })).toEqual(['placeholder I.1.m2']);
    expect(found('form4', { 'annex3.rows[1]': { before: '（略）', after: '（略）改正後' } })).toEqual([]);
    expect(['〇〇市', '（略）', '△△課', '(中略)'].map(placeholderIn)).not.toContain(undefined);
    expect(placeholderIn('①○ ②○')).toBeUndefined();
  });

  test('private characters', () => {
    expect(found('form4', { 'I.1.m1': 'さい\ue000市' })).toEqual(['privateUse I.1.m1']);
  });
});

describe('stale wording', () => {
  const at = (text: string, today = TODAY) => found('form4', { 'I.5.basis': text }, today);

  test.each([
    '番号法第９条第１項 別表第一の30の項',
    '番号法第19条第8号、別表第二の42の項',
    '番号法第19条第7号',
    'みなも市個人情報保護条例に基づき開示する。',
    '特定個人情報保護委員会',
    '通知カードで確認する。',
    '国民健康保険の被保険者証を交付する。',
    '平成31年10月から開始する。',
    '平成３２年４月１日',
  ])('%s', (text) => {
    expect(at(text)).toEqual(['stale I.5.basis']);
  });

  test.each([
    '番号法第９条第１項 別表の44の項',
    '番号法第19条第8号',
    '介護保険の被保険者証を交付する。',
    '平成31年4月30日',
    'みなも市個人情報保護法施行条例',
    '別表第十一',
    '旧個人情報保護条例による。',
  ])('right as it is: %s', (text) => {
    expect(at(text)).toEqual([]);
  });

  test('not before the law took effect', () => {
    expect(at('別表第一の30の項', 20240526)).toEqual([]);
    expect(at('別表第一の30の項', 20240527)).toEqual(['stale I.5.basis']);
  });

  test('every entry names its source and its day', () => {
    for (const { id, source, since } of staleWordings) {
      expect(source, id).toMatch(/[年月日]|施行/);
      expect(String(since), id).toMatch(/^20\d{6}$/);
    }
  });
});

test('every finding stands in the document and has a sentence', () => {
  fc.assert(
    fc.property(anyAssessment, (assessment) => {
      for (const { rule, path } of check(assessment, TODAY)) {
        expect(Object.keys(ja.rules)).toContain(rule);
        expect(toOrdinals(assessment, path)).not.toMatch(/\[[^\d\]]/);
      }
    }),
    { numRuns: 20 },
  );
});
