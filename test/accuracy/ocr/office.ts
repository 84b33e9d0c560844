import type { Assessment, Value } from '../../../shared/assessment/types';
import { leavesOf, outline } from '../../../shared/assessment/walk';
import { formOf } from '../../../shared/forms/catalog';
import type { Form, FormItem } from '../../../shared/forms/types';
import { dice, filledAssessment } from '../../unit/shared/intake/recognise/filled';
import { type Dice, pick } from './dice';

export interface Size {
  readonly files: number;
  readonly entries: number;
  readonly rows: number;
}

/** An assessment of みなも市 as an office words it: numbered paragraphs, quoted headings, short and long answers. */
export function officeAssessment(form: Form, seed: number, size: Size): Assessment {
  const base = filledAssessment(form, seed, size);
  const roll = dice(seed * 7919);
  const leaves = leavesOf(outline(formOf(base.form, base.edition), base));
  const values: Record<string, Value> = { ...base.values };
  for (const { item, path } of leaves) {
    const known = values[path];
    if (known === undefined || item.fixed) continue;
    const value = wording(item, typeof known === 'string' ? known : '', roll);
    if (value !== undefined) values[path] = value;
  }
  return { ...base, values };
}

/** Undefined: the value stays. */
function wording(item: FormItem, known: string, roll: Dice): string | undefined {
  if (item.id === 'cover.declaration')
    return `みなも市は、水辺の事務における特定個人情報ファイルの取扱いにあたり、住民の権利利益の保護に取り組んでいることを宣言する。`;
  if (item.id === 'cover.number') return String(1 + Math.floor(roll() * 60));
  if (item.id === 'cover.agency') return 'みなも市長';
  if (item.id === 'cover.name') return '水辺の事務に関する事務　評価書';
  if (item.id.endsWith('.rows.item')) return pick(roll, PATHS);
  if (item.id.endsWith('.rows.before') || item.id.endsWith('.rows.after'))
    return pick(roll, [known, '－', `${known}\n${prose(roll, 3)}`, '[ ] その他', '[○] その他（水辺）']);
  if (item.type !== 'longtext' || !known.startsWith('みなも市')) return undefined;
  if (/(?:^annex\d\.items|\.diagram)$/.test(item.id)) return records(known, roll);
  if (roll() < 0.2) return `${known}。`;
  return `${known}について\n${prose(roll, 1 + Math.floor(roll() * 9))}`;
}

const PATHS = [
  'Ⅰ 基本情報　６．評価実施機関における担当部署　②所属長の役職名',
  'Ⅱ－４委託－委託事項1－③委託先名',
  'Ⅲリスク対策ー７特定個人情報の保管・消去ーその内容',
  'Ⅱ ファイルの概要\n（２）水辺台帳乙ファイル\n３．入手・使用\n④使用の主体\n使用部署',
  '公表日',
];

const OPENINGS = ['', '', '・', '・', '①', '②', '1. ', '2. ', '(1) ', '※', '　', ':', '◆'];

const SENTENCES = [
  '窓口で受け付けた届出の内容を台帳に記録し、係長が確認する。',
  '住民からの届出・申請等の情報の入手にあたっては、本人確認書類の提示を求める。',
  '操作者ごとに権限を割り当て、異動の都度見直す。',
  'サーバー室への入退室はＩＣカードと静脈認証で管理している。',
  '「２．③対象となる本人の範囲」と同上。',
  '「Ⅱ．４．委託事項1」の委託先に同じ。',
  '番号法第９条第１項　別表の30の項、135の項',
  '番号法第19条第８号に基づく主務省令第２条の表　２、３、７、11の項',
  '住民票関係情報：住所等の確認のため',
  '紙の申請書は鍵のかかる書庫に保管し、５年を経過したものを溶解処理する。',
  '委託契約書に次の事項を定める。',
  '秘密保持に関する事項',
  '再委託の禁止又は制限に関する事項',
  'みなも市総務部行政管理課　みなも市水辺町１－２－３　012-345-6789',
  '情報照会機能(※1)により照会を行う。',
  '十分に確認した上で承認する。',
  '年１回以上、全職員に研修を実施している。',
  '特定個人情報の使用の記録は７年間保存する。',
];

const TITLES = [
  '＜みなも市における措置＞',
  '＜中間サーバー・プラットフォームにおける措置＞',
  '【情報提供】',
  '◆物理的対策',
  '1. 住民からの入手',
  '2. 他部署からの入手',
  '(別添のとおり)',
  '特定個人情報の入手',
  'システム1の措置',
  '物理的対策',
  '委託先名',
  '2. 連絡先等情報',
  '監査',
];

function prose(roll: Dice, lines: number): string {
  return Array.from({ length: lines }, () =>
    roll() < 0.15 ? pick(roll, TITLES) : pick(roll, OPENINGS) + pick(roll, SENTENCES),
  ).join('\n');
}

const FIELDS = [
  '住民番号',
  '氏名（漢字）',
  '氏名（カナ）',
  '生年月日',
  '住所コード',
  '異動事由',
  '世帯番号',
  '更新年月日',
];

/** 記録項目: names of tables and long lists. */
function records(known: string, roll: Dice): string {
  const table = (n: number): string =>
    `水辺テーブル${String(n)}\n${Array.from({ length: 30 }, (_, at) => `${String(at + 1)}.${pick(roll, FIELDS)}`).join('、')}`;
  return [known, ...Array.from({ length: 1 + Math.floor(roll() * 4) }, (_, n) => table(n + 1))].join('\n');
}
