import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assessmentFrom, type OrdinalItem } from '../../../../shared/assessment/fromItems';
import type { Assessment } from '../../../../shared/assessment/types';
import { ticked } from '../../../../shared/checks/cases/types';
import { formOf } from '../../../../shared/forms/catalog';
import { counter } from '../assessment/arbitrary';
import { documentOf } from './caseInput';

/** 様式３ and 様式４ that the program brings along, and a 様式２ beside the 様式３: fictional, and without a mistake. */
export function cleanDocuments(): readonly { readonly name: string; readonly assessment: Assessment }[] {
  return [
    { name: '様式２', assessment: documentOf('form2', BASIC) },
    { name: '様式３', assessment: sample('minamo-form3.json') },
    { name: '様式４', assessment: sample('minamo-form4.json') },
  ];
}

/** The day the 点検 of these documents counts from. */
export const CLEAN_DAY = 20260701;

function sample(name: string): Assessment {
  const text = readFileSync(join(import.meta.dirname, '../../../../resources/samples', name), 'utf8');
  const { form, edition, items } = JSON.parse(text) as Sample;
  return assessmentFrom(formOf(form, edition), items, counter());
}

interface Sample {
  readonly form: 'form3' | 'form4';
  readonly edition: string;
  readonly items: readonly OrdinalItem[];
}

const BASIC = {
  'cover.number': '21',
  'cover.name': '予防接種に関する事務　基礎項目評価書',
  'cover.declaration':
    'みなも市は、予防接種に関する事務における特定個人情報ファイルの取扱いに当たり、個人のプライバシー等の権利利益の保護に取り組むことを宣言する。',
  'cover.remarks': 'なし',
  'cover.agency': 'みなも県みなも市長',
  'cover.publish_date': '令和8年6月30日',
  'I.1.m1': '予防接種に関する事務',
  'I.1.m2':
    '予防接種法に基づき、定期の予防接種の対象者を把握し、予診票の送付及び接種の記録の管理を行う。特定個人情報ファイルは、対象者の抽出、接種の記録の登録、並びに他の市区町村との間の記録の照会及び提供に使用する。',
  'I.1.m3': '健康管理システム、団体内統合宛名システム、中間サーバー',
  'I.2': '予防接種ファイル',
  'I.3.basis':
    '行政手続における特定の個人を識別するための番号の利用等に関する法律（以下「番号法」という。）第9条第1項 別表の14の項',
  'I.4.m1': '実施する',
  'I.4.m2':
    '番号法第19条第8号に基づく利用特定個人情報の提供に関する命令第2条の表\n（情報照会）25の項\n（情報提供）26の項',
  'I.5.m1': '健康福祉部保健予防課',
  'I.5.m2': '保健予防課長',
  'I.6': 'なし',
  'I.7.to': 'みなも市総務部総務課　みなも市中央１丁目１番１号　電話 0990-12-3456',
  'I.8.to': 'みなも市健康福祉部保健予防課　みなも市中央１丁目１番１号　電話 0990-12-3457',
  'II.1.number': '10万人以上30万人未満',
  'II.1.asof': '令和8年4月1日',
  'II.2.over500': '500人未満',
  'II.2.asof': '令和8年4月1日',
  'II.3.accident': '発生なし',
  'III.result': '基礎項目評価及び重点項目評価の実施が義務付けられる',
  'IV.1': '基礎項目評価書及び重点項目評価書',
  'IV.2.r': '十分である',
  'IV.3.r1': '十分である',
  'IV.3.r2': '十分である',
  'IV.4.r': '十分である',
  'IV.5.none': true,
  'IV.6.r1': '十分である',
  'IV.6.r2': '十分である',
  'IV.7.r': '十分である',
  'IV.8.r': '十分である',
  'IV.8.reason': '申請の内容を二人の職員で確かめ、登録の後に一覧で照合するため。',
  'IV.9.has': ticked(['自己点検', '内部監査']),
  'IV.10.edu': '十分に行っている',
  'IV.11.full': true,
};
