import { guidanceOf } from '../../guidance/catalog';
import type { FormId } from '../../forms/types';
import { ticked, type Cases } from './types';

const AGENCY = 'みなも県みなも市長';
const SAME = '操作者ごとに権限を定め、職員番号と生体認証によって利用を開始し、離席するときは画面を閉じる。';

/** The short example of the 書き方 of an item. */
function exampleText(form: FormId, item: string): string {
  const example = guidanceOf(form, item)?.example;
  if (example?.kind !== 'text') throw new Error(`no text example: ${form} ${item}`);
  return example.short;
}

export const riskCases: Cases = {
  'risk-answer': {
    found: { 'III[1].1': 'ファイル', 'III[1].2.r2.measures': '確認する。' },
    clean: Object.fromEntries(
      [
        '2.r1',
        '2.r2',
        '2.r3',
        '2.r4',
        '3.r1',
        '3.r2',
        '3.r3',
        '3.r4',
        '4.r',
        '5.r1',
        '5.r2',
        '5.r3',
        '6.r1',
        '6.r2',
        '6.r3',
        '6.r4',
        '6.r5',
        '6.r6',
        '6.r7',
        '7.r1',
        '7.r2',
        '7.r3',
      ].map((risk) => [`III[1].${risk}.sufficient`, '十分である']),
    ),
  },
  'risk-text': {
    found: { 'III[1].2.r2.sufficient': '十分である', 'III[1].2.r2.measures': '－' },
    clean: { 'III[1].2.r2.measures': '確認する。' },
  },
  'risk-issue-plan': {
    found: { 'III[1].2.r2.sufficient': '課題が残されている', 'III[1].2.r2.measures': '人手による。' },
    clean: { 'III[1].2.r2.measures': '人手による。令和9年度に改善する。' },
  },
  'risk-extra': {
    found: {
      'III[1].3.r3.sufficient': '特に力を入れている',
      'III[1].3.r3.measures': SAME,
      'III[1].3.r4.measures': SAME,
    },
    clean: { 'III[1].3.r3.measures': `${SAME}毎月記録を調べる。` },
  },
  'risk-none-filled': {
    found: { 'III[1].6.no_get': true, 'III[1].6.r1.measures': '照合する。' },
    clean: { 'III[1].6.r1.measures': '－' },
  },
  'part-not-applicable': {
    found: { 'II[1].4.has': '委託しない', 'II[1].4.items[1].name': '印刷' },
    clean: { 'II[1].4.items[1].name': undefined },
  },
  'how-needed': {
    found: { 'III[1].3.r2.auth': '行っている' },
    clean: { 'III[1].3.r2.auth.how': '職員番号による。' },
  },
  'how-not': {
    found: { 'III[1].3.r2.auth': '行っていない', 'III[1].3.r2.auth.how': '職員番号による。' },
    clean: { 'III[1].3.r2.auth': '行っている' },
  },
  'log-period': {
    found: { 'III[1].3.r2.log': '記録を残している', 'III[1].3.r2.log.how': '操作を記録する。' },
    clean: { 'III[1].3.r2.log.how': '操作を記録し、5年間保管する。' },
  },
  'audit-some': {
    form: 'form3',
    found: { 'III[1].1': 'ファイル' },
    clean: { 'III[1].8.has': ticked(['自己点検']) },
  },
  'audit-text': { found: { 'IV.1.m1': '十分に行っている' }, clean: { 'IV.1.m1.how': '年1回点検する。' } },
  'edu-how': { found: { 'IV.2.edu': '十分に行っている' }, clean: { 'IV.2.edu.how': '年1回研修する。' } },
  'edu-frequency': {
    found: { 'IV.2.edu.how': '研修を行う。' },
    clean: { 'IV.2.edu.how': '年1回研修を行う。' },
  },
  'nisc-local': {
    found: { 'cover.agency': AGENCY, 'III[1].7.r1.m1': '十分に遵守している' },
    clean: { 'III[1].7.r1.m1': '政府機関ではない' },
  },
  'accident-detail': {
    found: { 'III[1].7.r1.m9': '発生あり', 'III[1].7.r1.m9.detail': '令和8年4月1日、書類を誤って送った。' },
    clean: { 'III[1].7.r1.m9.prevention': '二人で確かめる。' },
  },
  'accident-none-text': {
    found: { 'III[1].7.r1.m9': '発生なし', 'III[1].7.r1.m9.detail': '書類を誤って送った。' },
    clean: { 'III[1].7.r1.m9.detail': '－' },
  },
  'accident-old': {
    found: {
      'cover.publish_date': '令和8年4月1日',
      'III[1].7.r1.m9': '発生あり',
      'III[1].7.r1.m9.detail': '令和4年4月1日、書類を誤って送った。',
    },
    clean: { 'III[1].7.r1.m9.detail': '令和6年4月1日、書類を誤って送った。' },
  },
  'accident-soon-old': {
    found: {
      'cover.publish_date': '令和8年4月1日',
      'III[1].7.r1.m9': '発生あり',
      'III[1].7.r1.m9.detail': '令和5年8月1日、書類を誤って送った。',
    },
    clean: { 'III[1].7.r1.m9.detail': '令和8年1月10日、書類を誤って送った。' },
  },
  'accident-numbering': {
    found: {
      'III[1].7.r1.m9': '発生あり',
      'III[1].7.r1.m9.detail': 'ケース１\n令和8年1月1日に漏えいした。\nケース３\n令和8年2月1日に紛失した。',
    },
    clean: {
      'III[1].7.r1.m9.detail': 'ケース１\n令和8年1月1日に漏えいした。\nケース２\n令和8年2月1日に紛失した。',
    },
  },
  'dead-number': {
    found: { 'III[1].7.r1.m10': '保管している' },
    clean: { 'III[1].7.r1.m10.how': '生存者と同じ方法による。' },
  },
};

const PERIOD = '令和8年1月5日から令和8年2月3日まで';

export const procedureCases: Cases = {
  'disclose-articles': {
    found: { 'V.1.m2': '個人情報の保護に関する法律第76条により、開示、訂正及び利用停止の請求を受け付ける。' },
    clean: {
      'V.1.m2':
        '個人情報の保護に関する法律第76条、第90条及び第98条により、開示、訂正及び利用停止の請求を受け付ける。',
    },
  },
  'disclose-contact': {
    found: { 'V.1.m1': 'みなも市総務課' },
    clean: { 'V.1.m1': 'みなも市総務課　電話 0990-12-3456' },
  },
  'phone-form': { found: { 'V.1.m1': '総務課 099-12-345' }, clean: { 'V.1.m1': '総務課 0990-12-3456' } },
  'fee-contradict': {
    found: { 'V.1.m3': '無料', 'V.1.m3.fee': '手数料 300円' },
    clean: { 'V.1.m3.fee': '写しの交付に要する費用 10円' },
  },
  'filebook-name': {
    found: { 'V.1.m4': '行っている', 'V.1.m4.file': '国保ファイル' },
    clean: { 'V.1.m4.place': 'ウェブページ' },
  },
  'basic-date': {
    partner: { form: 'form2', values: { 'cover.publish_date': '令和8年3月1日' } },
    found: { 'VI.1.m2': '基礎項目評価及び全項目評価の実施が義務付けられる' },
    clean: { 'VI.1.m1': '令和8年4月1日' },
  },
  'basic-date-order': {
    found: { 'VI.1.m1': '令和8年5月1日', 'cover.publish_date': '令和8年4月1日' },
    clean: { 'VI.1.m1': '令和8年4月1日' },
  },
  'need-basic-result': {
    found: { 'VI.1.m1': '令和8年4月1日' },
    clean: { 'VI.1.m2': '基礎項目評価及び全項目評価の実施が義務付けられる' },
  },
  'opinion-30': { found: { 'VI.2.m2': '令和8年1月5日から2月2日まで' }, clean: { 'VI.2.m2': PERIOD } },
  'opinion-30-text': {
    found: { 'VI.2.m2': PERIOD, 'VI.2.m3': '急を要したため' },
    clean: { 'VI.2.m3': '－' },
  },
  'opinion-required': {
    found: { 'cover.agency': AGENCY, 'VI.2.m2': PERIOD },
    clean: { 'VI.2.m1': 'ウェブページで募集した。' },
  },
  'opinion-none': { form: 'form3', found: { 'V.2.m1': '実施していない' }, clean: { 'V.2.m1': '－' } },
  'third-required': {
    found: { 'cover.agency': AGENCY, 'VI.3.m1': '令和8年3月1日', 'VI.3.m2': '審議会' },
    clean: { 'VI.3.m3': '妥当である。' },
  },
  'third-after-opinion': {
    found: { 'VI.2.m2': PERIOD, 'VI.3.m1': '令和8年2月1日' },
    clean: { 'VI.3.m1': '令和8年3月1日' },
  },
  'publish-after-third': {
    found: { 'cover.publish_date': '令和8年3月1日', 'VI.3.m1': '令和8年3月20日' },
    clean: { 'cover.publish_date': '令和8年4月1日' },
  },
  'opinion-reflect': {
    found: { 'VI.2.m4': '読みにくいとの意見があった。' },
    clean: { 'VI.2.m5': '見出しを加えた。' },
  },
  'opinion-none-reflect': {
    found: { 'VI.2.m4': '意見はなかった。', 'VI.2.m5': '意見を反映した。' },
    clean: { 'VI.2.m5': '－' },
  },
  'f2-asof': {
    form: 'form2',
    found: {
      'II.1.asof': '令和8年5月1日',
      'II.2.asof': '令和8年3月1日',
      'cover.publish_date': '令和8年4月1日',
    },
    clean: { 'II.1.asof': '令和8年3月1日' },
  },
  'f2-asof-old': {
    form: 'form2',
    found: { 'II.1.asof': '令和6年3月1日', 'cover.publish_date': '令和8年4月1日' },
    clean: { 'II.1.asof': '令和8年3月1日' },
  },
  'f2-asof-both': {
    form: 'form2',
    found: { 'II.1.asof': '令和8年3月1日', 'II.2.asof': '令和8年2月1日' },
    clean: { 'II.2.asof': '令和8年3月1日' },
  },
  'date-unread': { found: { 'II[1].2.m5': '令和6年13月1日' }, clean: { 'II[1].2.m5': '令和6年12月1日から' } },
};

const THRESHOLD = {
  'II.1.number': '10万人以上30万人未満',
  'II.2.over500': '500人未満',
  'II.3.accident': '発生なし',
};

export const thresholdCases: Cases = {
  'need-threshold': {
    form: 'form2',
    found: {
      'II.1.number': '30万人以上',
      'II.2.over500': '500人未満',
      'III.result': '基礎項目評価及び全項目評価の実施が義務付けられる',
    },
    clean: { 'II.3.accident': '発生なし' },
  },
  'f2-kind': {
    form: 'form2',
    found: { ...THRESHOLD, 'IV.1': '基礎項目評価書' },
    clean: { 'IV.1': '基礎項目評価書及び全項目評価書' },
  },
  'f2-result': {
    form: 'form2',
    found: { ...THRESHOLD, 'III.result': '基礎項目評価の実施が義務付けられる' },
    clean: { 'III.result': '基礎項目評価及び重点項目評価の実施が義務付けられる' },
  },
  'f2-unperson': {
    form: 'form2',
    found: { 'IV.8.none': true, 'I.1.m2': '申請書を手作業で登録する。' },
    clean: { 'I.1.m2': '申請を電子で受け付ける。' },
  },
  'f2-human-reason': {
    form: 'form2',
    found: { 'IV.8.r': '十分である', 'IV.2.r': '十分である' },
    clean: { 'IV.8.reason': '二人で確かめるため' },
  },
  'f2-top-reason': {
    form: 'form2',
    found: { 'IV.11.which': '従業者に対する教育・啓発', 'IV.11.sufficient': '十分である' },
    clean: { 'IV.11.reason': '年2回研修するため' },
  },
  'f2-top-full': {
    form: 'form2',
    found: { 'IV.1': '基礎項目評価書及び全項目評価書' },
    clean: { 'IV.11.full': true },
  },
  'f2-top-same': {
    form: 'form2',
    found: {
      'IV.11.which': '特定個人情報の漏えい・滅失・毀損リスクへの対策',
      'IV.11.sufficient': '特に力を入れている',
      'IV.7.r': '十分である',
    },
    clean: { 'IV.11.sufficient': '十分である' },
  },
  'f2-nw-agree': {
    form: 'form2',
    found: { 'I.4.m1': '実施しない' },
    clean: { 'IV.6.no_get': true, 'IV.6.no_give': true },
  },
  'accident-known': {
    form: 'form2',
    found: { 'cover.publish_date': '令和8年4月1日', 'II.3.accident': '発生なし' },
    clean: { 'II.3.accident': '発生あり' },
    partner: {
      form: 'form4',
      values: {
        'III[1].7.r1.m9': '発生あり',
        'III[1].7.r1.m9.detail': '令和5年6月1日に紛失し、令和8年1月10日に判明した。',
      },
    },
  },
};

const RESULT2 = '基礎項目評価及び全項目評価の実施が義務付けられる';

export const pairCases: Cases = {
  'file-agree-f2': {
    found: { 'I.3': '国保ファイル' },
    clean: { 'I.3': '国民健康保険ファイル' },
    partner: { form: 'form2', values: { 'I.2': '国民健康保険ファイル' } },
  },
  'duty-agree-f2': {
    form: 'form2',
    found: { 'I.1.m1': '国保の事務' },
    clean: { 'I.1.m1': '国民健康保険に関する事務' },
    partner: { form: 'form4', values: { 'I.1.m1': '国民健康保険に関する事務' } },
  },
  'basis-agree-f2': {
    found: { 'I.5.basis': '番号法第9条第1項 別表の44の項' },
    clean: { 'I.5.basis': '番号法第９条第１項　別表の44、85の項' },
    partner: { form: 'form2', values: { 'I.3.basis': '番号法第9条第1項 別表の44、85の項' } },
  },
  'linkage-basis-agree-f2': {
    found: { 'I.6.m2': '番号法第19条第8号' },
    clean: { 'I.6.m2': '番号法第19条第8号及び第9号', 'I.6.m1': '実施する' },
    partner: {
      form: 'form2',
      values: { 'I.4.m2': '番号法第19条第9号' },
      clean: { 'I.4.m2': '番号法第19条第8号' },
    },
  },
  'linkage-agree-f2': {
    found: { 'I.6.m1': '実施する' },
    clean: { 'I.6.m1': '実施しない' },
    partner: { form: 'form2', values: { 'I.4.m1': '実施しない' } },
  },
  'dept-agree-f2': {
    found: { 'I.7.m1': '保険課' },
    clean: { 'I.7.m1': '保険 年金課' },
    partner: { form: 'form2', values: { 'I.5.m1': '保険年金課' } },
  },
  'user-many': {
    found: { 'II[1].3.m7.users': '500人以上1,000人未満' },
    clean: { 'II[1].3.m7.users': '10人未満' },
    partner: { form: 'form2', values: { 'II.2.over500': '500人未満' } },
  },
  'vendor-count-vs-threshold': {
    found: { 'II[1].3.m7.users': '100人以上500人未満', 'II[1].4.items[1].m3': '500人以上1,000人未満' },
    clean: { 'II[1].4.items[1].m3': '10人未満' },
    partner: { form: 'form2', values: { 'II.2.over500': '500人未満' } },
  },
  'accident-threshold': {
    found: { 'III[1].7.r1.m9': '発生あり', 'III[1].7.r1.m9.detail': '令和8年2月1日に紛失した。' },
    clean: { 'III[1].7.r1.m9.detail': '令和6年2月1日に紛失した。' },
    partner: {
      form: 'form2',
      values: { 'cover.publish_date': '令和8年4月1日', 'II.3.accident': '発生なし' },
    },
  },
  'f2-none-agree': {
    found: { 'III[1].4.none': true },
    clean: { 'III[1].4.none': undefined },
    partner: { form: 'form2', values: { 'cover.number': '1' } },
  },
  'f2-audit-agree': {
    form: 'form3',
    found: { 'III[1].8.has': ticked(['自己点検']) },
    clean: { 'III[1].8.has': ticked(['外部監査', '自己点検']) },
    partner: { form: 'form2', values: { 'IV.9.has': ticked(['自己点検', '外部監査']) } },
  },
  'basic-result-agree': {
    found: { 'VI.1.m2': '基礎項目評価の実施が義務付けられる（任意に全項目評価を実施）' },
    clean: { 'VI.1.m2': RESULT2 },
    partner: { form: 'form2', values: { 'III.result': RESULT2 } },
  },
  'pair-publish': {
    found: {
      'cover.publish_date': '令和8年4月1日',
      'annex3.rows[1]': {
        date: '令和8年4月1日',
        item: 'Ⅰ',
        before: '旧',
        after: '新',
        timing: '事前',
        reason: '重要な変更に該当するため',
      },
    },
    clean: { 'cover.publish_date': '令和7年4月1日' },
    partner: { form: 'form2', values: { 'cover.publish_date': '令和7年4月1日' } },
  },
  'f2-kind-pair': {
    form: 'form2',
    found: { 'cover.number': '1', 'cover.agency': AGENCY, 'IV.1': '基礎項目評価書及び全項目評価書' },
    clean: { 'IV.1': '基礎項目評価書' },
    partner: { form: 'form3', values: { 'cover.number': '2', 'cover.agency': AGENCY } },
  },
  'accident-all-docs': {
    found: { 'cover.agency': AGENCY, 'cover.publish_date': '令和8年4月1日', 'III[1].7.r1.m9': '発生なし' },
    clean: { 'III[1].7.r1.m9': '発生あり' },
    partner: {
      form: 'form4',
      values: {
        'cover.agency': AGENCY,
        'cover.publish_date': '令和8年4月1日',
        'III[1].7.r1.m9': '発生あり',
        'III[1].7.r1.m9.detail': '令和7年4月1日に紛失した。',
      },
    },
  },
  'same-vendor': {
    found: { 'II[1].4.items[1].m6': '株式会社みなも情報' },
    clean: { 'II[1].4.items[1].m6': '㈱みなも情報' },
    partner: { form: 'form4', values: { 'II[1].4.items[1].m6': '㈱みなも情報' } },
  },
  'state-older': {
    found: {
      'II[1].6.m1': '＜中間サーバー・プラットフォームにおける措置＞\n顔写真入りの身分証明書を照合する。',
    },
    clean: { 'II[1].6.m1': '書庫' },
    partner: {
      form: 'form4',
      values: {
        'II[1].6.m1':
          '＜中間サーバー・プラットフォームにおける措置＞\nISMAPに登録されたクラウドサービス事業者の環境に置く。',
      },
    },
  },
};

const ROW = {
  date: '令和8年4月1日',
  item: 'Ⅰ ５．個人番号の利用',
  before: '旧の記載',
  after: '新の記載',
  timing: '事後',
  reason: '重要な変更に当たらないため',
};
const MARKED = { 'Ⅰ ５．個人番号の利用': { items: ['I.5.basis'], isSure: true, mistakes: [] } };
const row = (changes: Partial<typeof ROW>) => ({ 'annex3.rows[1]': { ...ROW, ...changes } });
const cells = (changes: Partial<typeof ROW>) =>
  Object.fromEntries(Object.entries(changes).map(([column, text]) => [`annex3.rows[1].${column}`, text]));

export const changeCases: Cases = {
  'change-cols': { found: row({ date: '' }), clean: cells({ date: '令和8年4月1日' }) },
  'change-before': { found: row({ before: '' }), clean: cells({ before: '－' }) },
  'change-timing': { found: row({ timing: '' }), clean: cells({ timing: '事前' }) },
  'change-reason': { found: row({ reason: '' }), clean: cells({ reason: '誤字' }), headings: MARKED },
  'change-order': {
    found: {
      ...row({ date: '令和8年4月1日' }),
      'annex3.rows[2]': { ...ROW, item: '表紙', date: '令和8年3月1日' },
    },
    clean: { 'annex3.rows[2].date': '令和8年4月2日' },
    previous: {},
  },
  'change-old-row': {
    found: row({ after: '書き換えた記載' }),
    clean: cells({ after: '新の記載' }),
    previous: row({}),
  },
  'change-missing': {
    found: { 'I.1.m1': '新しい事務' },
    clean: { 'I.1.m1': '古い事務' },
    previous: { 'I.1.m1': '古い事務' },
    headings: MARKED,
  },
  'change-phantom': {
    found: { ...row({}), 'I.5.basis': '同じ' },
    clean: { 'I.5.basis': '違う' },
    previous: { 'I.5.basis': '同じ' },
    headings: MARKED,
  },
  'change-path': {
    found: row({ item: 'Ⅻ ９９．存在しない欄' }),
    clean: cells({ item: 'Ⅰ ５．個人番号の利用' }),
    headings: MARKED,
  },
  'change-typo-head': {
    found: row({ item: 'Ⅰ ５．個人情報の利用' }),
    clean: cells({ item: 'Ⅰ ５．個人番号の利用' }),
    headings: {
      ...MARKED,
      'Ⅰ ５．個人情報の利用': {
        items: ['I.5.basis'],
        isSure: true,
        mistakes: [{ written: '個人情報の利用', official: '個人番号の利用' }],
      },
    },
  },
  'change-after-body': {
    found: { ...row({ after: '本文にはどこにも見当たらない記載です。' }), 'I.5.basis': '番号法第9条' },
    clean: { 'I.5.basis': '本文にはどこにも見当たらない記載です。' },
    headings: MARKED,
  },
  'change-date-publish': {
    found: { ...row({ date: '令和8年5月1日' }), 'cover.publish_date': '令和8年4月1日' },
    clean: { 'cover.publish_date': '令和8年5月1日' },
  },
  'change-major-after': {
    found: row({ reason: '事務を変えたため' }),
    clean: cells({ reason: '重要な変更に当たらないため' }),
    headings: MARKED,
  },
  'change-major-contradict': {
    found: row({ reason: '重要な変更に該当するため' }),
    clean: cells({ timing: '事前' }),
  },
  'change-reason-nonmark': {
    found: row({ item: '表紙 特記事項', timing: '事前', reason: '重要な変更に該当するため' }),
    clean: cells({ reason: '重要な変更に当たらないため' }),
    headings: { '表紙 特記事項': { items: ['cover.remarks'], isSure: true, mistakes: [] } },
  },
  'change-elision-only': {
    found: row({ before: '（略）', after: '（略）' }),
    clean: cells({ after: '（略）新' }),
  },
  'change-same': {
    found: row({ before: '同じ記載', after: '同じ記載' }),
    clean: cells({ after: '違う記載' }),
  },
};

const HOME = { 'cover.agency': AGENCY };
const CLOUD = '＜ガバメントクラウドにおける措置＞\n国内のデータセンターに置く。';

export const copiedCases: Cases = {
  'other-city': {
    found: { ...HOME, 'I.1.m2': '川崎市の住民の情報を扱う。' },
    clean: { 'I.1.m2': 'みなも市の住民の情報を扱う。' },
  },
  'other-pref': {
    found: { 'cover.agency': '青森県みなも市長', 'I.1.m2': '岩手県の条例による。' },
    clean: { 'I.1.m2': '青森県の条例による。' },
  },
  'measure-head-agency': {
    found: { ...HOME, 'III[1].2.r2.measures': '＜かなた市における措置＞\n確認する。' },
    clean: { 'III[1].2.r2.measures': '＜みなも市における措置＞\n確認する。' },
  },
  'annex-ref-exists': {
    found: { 'I.6.m2': '別紙３のとおり' },
    clean: { 'attachments[1]': { title: '別紙３ 根拠', rows: [['a']] } },
  },
  'annex-unreferenced': {
    found: { 'attachments[1]': { title: '別紙１ 根拠', rows: [['a']] } },
    clean: { 'I.6.m2': '別紙１のとおり' },
  },
  'state-mixed': {
    found: {
      'II[1].6.m1': '＜中間サーバー・プラットフォームにおける措置＞\n顔写真入りの身分証明書を照合する。',
      'III[1].7.r1.m5.content':
        '＜中間サーバー・プラットフォームにおける措置＞\nISMAPに登録された環境に置く。',
    },
    clean: { 'III[1].7.r1.m5.content': '施錠する。' },
  },
  'gc-missing': {
    found: { 'I.2.systems[1].m2': 'ガバメントクラウドに置く。', 'II[1].6.m1': '書庫' },
    clean: { 'II[1].6.m1': CLOUD },
  },
  'gc-without-system': { found: { 'II[1].6.m1': CLOUD }, clean: { 'I.1.m2': '標準準拠システムを用いる。' } },
  'midserver-head': {
    found: { 'I.6.m1': '実施する', 'III[1].6.r1.measures': '照合する。' },
    clean: { 'III[1].6.r1.measures': '中間サーバーで照合する。' },
  },
};

export const wordCases: Cases = {
  'era-gannen': {
    found: { 'I.1.m2': '令和1年5月から行う。' },
    clean: { 'I.1.m2': '令和元年5月から行う。令和11年。' },
  },
  'era-impossible': {
    found: { 'I.1.m2': '平成32年4月1日から行う。' },
    clean: { 'I.1.m2': '平成31年4月1日から行う。' },
  },
  'date-last-year': {
    found: { 'I.1.m2': '令和6年4月1日から開始する予定である。' },
    clean: { 'I.1.m2': '令和9年4月1日から開始する予定である。' },
  },
  'date-mixed': {
    found: { 'I.1.m2': '令和6年4月1日に始め、R7.4.1に改めた。' },
    clean: { 'I.1.m2': '令和6年4月1日に始め、令和7年4月1日に改めた。' },
  },
  placeholder: { found: { 'I.1.m2': '〇〇市が行う。' }, clean: { 'I.1.m2': '①○ ②○' } },
  'elision-body': {
    found: { 'I.1.m2': '審査し、（略）通知する。' },
    clean: { 'I.1.m2': '審査し、略称を付して通知する。' },
  },
  'example-left': {
    found: { 'I.4.m2': exampleText('form4', 'I.4.m2') },
    clean: { 'I.4.m2': '転入した者が所得の証明書を添える必要がなくなる。' },
  },
  'midserver-mix': {
    found: { 'I.1.m2': 'サーバーに置く。サーバーを守る。サーバを止める。' },
    clean: { 'I.1.m2': 'サーバーに置く。' },
  },
  'bracket-width': {
    found: { 'I.1.m2': '申請（届出）を受け、通知(結果)を送る。' },
    clean: { 'I.1.m2': '申請（届出）を受け、通知（結果）を送る。' },
  },
  unclosed: {
    found: { 'I.1.m2': '申請（届出を受ける。' },
    clean: { 'I.1.m2': '申請（届出）を受ける。\n1) 審査\nア）通知' },
  },
  'list-skip': { found: { 'I.1.m2': '①受付\n②審査\n④通知' }, clean: { 'I.1.m2': '①受付\n②審査\n③通知' } },
  'dup-para': {
    found: {
      'I.1.m2': `${SAME}
別の段落には、操作の記録を毎月調べることを書く。
${SAME}`,
    },
    clean: { 'I.1.m2': SAME },
  },
  'dup-risk': {
    found: { 'III[1].3.r3.measures': SAME, 'III[1].3.r4.measures': SAME },
    clean: { 'III[1].3.r4.measures': `${SAME}複製を禁じる。` },
  },
  'ocr-lookalike': {
    found: { 'I.1.m2': 'ネットワ一クに接続する。' },
    clean: { 'I.1.m2': 'ネットワークに接続する。システム一覧' },
  },
  'foreign-script': { found: { 'I.1.m2': '審査ขする。' }, clean: { 'I.1.m2': '審査αする。' } },
  'simplified-form': { found: { 'I.7.m2': '保険课长' }, clean: { 'I.7.m2': '保険課長' } },
  pua: { found: { 'I.1.m1': 'さい\ue000事務' }, clean: { 'I.1.m1': 'さい事務' } },
  halfkana: { found: { 'I.1.m2': 'ﾏｲﾅﾝﾊﾞｰを用いる。' }, clean: { 'I.1.m2': 'マイナンバーを用いる。' } },
  invisible: {
    found: { 'I.1.m2': '審査\u200bする。' },
    clean: { 'I.1.m2': '葛\udb40\udd00城の審査をする。' },
  },
  comma: { found: { 'I.1.m2': '受付、審査，通知を行う。' }, clean: { 'I.1.m2': '受付，審査，通知を行う。' } },
  'person-name': {
    found: { 'I.1.m2': '決裁は課長　水元 太郎が行う。' },
    clean: { 'I.1.m2': '決裁は課長　又は係長が行う。' },
  },
  'number-12': {
    found: { 'I.1.m2': '番号は123456789018である。' },
    clean: { 'I.1.m2': '番号は123456789012である。' },
  },
  'secret-detail': {
    found: { 'I.1.m2': 'サーバーの192.168.0.10に接続する。' },
    clean: { 'I.1.m2': '庁内のサーバーに接続する。' },
  },
  'abbr-undefined': {
    found: { 'I.5.basis': '番号法第9条第1項' },
    clean: {
      'I.1.m2':
        '行政手続における特定の個人を識別するための番号の利用等に関する法律（以下「番号法」という。）による。',
    },
  },
  'abbr-twice': {
    found: { 'I.5.basis': '番号法第9条第1項、マイナンバー法' },
    clean: { 'I.5.basis': '番号法第9条第1項' },
  },
  'abbr-unused': {
    found: { 'I.1.m2': '健康管理装置（以下「本装置」という。）を用いる。' },
    clean: { 'I.1.m2': '健康管理装置（以下「本装置」という。）を用いる。本装置は庁内に置く。' },
  },
  'law-cite-form': {
    found: { 'I.5.basis': '番号法別表の44の項、別表の85項' },
    clean: { 'I.5.basis': '番号法別表の44の項、別表の85の項' },
  },
  'law-cite-article': { found: { 'I.6.m2': '番号法第19条8号' }, clean: { 'I.6.m2': '番号法第19条第8号' } },
  'order-table-name': { found: { 'I.6.m2': '命令第2条の別表' }, clean: { 'I.6.m2': '命令第2条の表' } },
  'order-table-joined': {
    found: { 'I.6.m2': '主務省令第2条別表' },
    clean: { 'I.6.m2': '主務省令第2条の表' },
  },
  'order-fullname': {
    found: { 'I.6.m2': '主務省令第2条の表' },
    clean: { 'I.6.m2': '利用特定個人情報の提供に関する命令（以下「主務省令」という。）第2条の表' },
  },
  'long-cell': {
    found: { 'I.1.m2': Array.from({ length: 130 }, (_, at) => `${String(at)}行`).join('\n') },
    clean: { 'I.1.m2': '短い。' },
  },
  'kinsoku-empty': { found: { 'I.8': '－', 'V.1.m5': '－', 'V.1.m6': '-' }, clean: { 'V.1.m6': '－' } },
  'stale-any': {
    found: { 'I.5.basis': '番号法第9条第1項 別表第一の30の項' },
    clean: { 'I.5.basis': '番号法第9条第1項 別表の44の項' },
  },
};
