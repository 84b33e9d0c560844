import { assessmentFrom, type OrdinalItem } from '../../../../../shared/assessment/fromItems';
import type { Assessment, Value } from '../../../../../shared/assessment/types';
import { isLeaf } from '../../../../../shared/forms/lookup';
import type { Form, FormItem } from '../../../../../shared/forms/types';
import { counter } from '../../assessment/arbitrary';

/** Numbers in 0..1, the same for the same seed. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SENTENCES = [
  '届出を受け付け、台帳を更新する。',
  '申請者の本人確認を厳格に行う。',
  '・静脈認証とパスワードを併用する。',
  '＜みなも市における措置＞',
  '①入退室を記録する。',
  '委託契約に秘密保持を定める。',
  '（略）',
  '番号法第９条第１項　別表の30の項',
  '※窓口のほか、電子申請でも受け付ける。',
];

/** An assessment of みなも市 in which every item that applies is answered, each text a different one. */
export function filledAssessment(
  form: Form,
  seed: number,
  size: { files: number; entries: number; rows: number },
): Assessment {
  const roll = dice(seed);
  const items: OrdinalItem[] = [];
  for (const section of form.sections) {
    const files = section.repeat === 'file' ? size.files : 1;
    for (let file = 1; file <= files; file++) {
      const prefix = section.repeat === 'file' ? `${section.id}[${String(file)}]` : section.id;
      for (const item of section.items)
        fill(item, prefix + item.id.slice(section.id.length), { items, roll, size, file });
    }
  }
  return assessmentFrom(form, items, counter('f'));
}

interface Filling {
  readonly items: OrdinalItem[];
  readonly roll: () => number;
  readonly size: { readonly entries: number; readonly rows: number };
  readonly file: number;
}

function fill(item: FormItem, path: string, filling: Filling): void {
  if (item.type === 'table') return fillRows(path, filling);
  const entries = item.type === 'repeat' ? filling.size.entries : 0;
  for (let n = 1; n <= entries; n++) fillChildren(item, `${path}[${String(n)}]`, filling);
  if (item.type === 'repeat') return;
  if (isLeaf(item) && !item.fixed) filling.items.push({ path, value: valueOf(item, path, filling) });
  fillChildren(item, path, filling);
}

function fillChildren(item: FormItem, path: string, filling: Filling): void {
  for (const child of item.children ?? []) fill(child, path + child.id.slice(item.id.length), filling);
}

function fillRows(path: string, { items, roll, size }: Filling): void {
  for (let n = 1; n <= size.rows; n++) {
    const value = {
      date: `令和${String(n + 1)}年4月${String(1 + Math.floor(roll() * 28))}日`,
      item: `Ⅰ 基本情報　６．担当部署　②所属長の役職名（${String(n)}）`,
      before: roll() < 0.2 ? '－' : `課長補佐${String(n)}`,
      after: `課長${String(n)}`,
      timing: roll() < 0.5 ? '事前' : '事後',
      reason: '組織改正による変更であり、重要な変更に該当しない。',
    };
    items.push({ path: `${path}[${String(n)}]`, value });
  }
}

function valueOf(item: FormItem, path: string, { roll, file }: Filling): Value {
  const options = item.options ?? [];
  if (item.type === 'choice') return options[Math.floor(roll() * options.length)]?.label ?? '';
  if (item.type === 'checks') return checksOf(item, roll);
  if (item.type === 'flag') return roll() < 0.3;
  if (item.type === 'count') return 1 + Math.floor(roll() * 40);
  if (item.type === 'image') return { images: [] };
  if (item.type === 'date')
    return `令和${String(1 + Math.floor(roll() * 7))}年${String(1 + Math.floor(roll() * 12))}月1日`;
  if (item.label === '特定個人情報ファイル名' && item.type === 'text')
    return `（${String(file)}）水辺台帳${'甲乙丙丁'[file - 1] ?? ''}ファイル`;
  return textOf(item, path, roll);
}

function textOf(item: FormItem, path: string, roll: () => number): string {
  if (roll() < 0.06) return '－';
  const own = `みなも市${path.replace(/\W/g, '')}の記載`;
  if (item.type === 'text') return own;
  const lines = Array.from(
    { length: 1 + Math.floor(roll() * 4) },
    () => SENTENCES[Math.floor(roll() * SENTENCES.length)] ?? '',
  );
  return [own, ...lines].join('\n');
}

/** Options of one slot are wordings of one place: only the first can be printed. */
function checksOf(item: FormItem, roll: () => number): Value {
  const slots = new Set<string>();
  const free = (item.options ?? []).filter((option) => {
    const taken = option.slot !== undefined && slots.has(option.slot);
    if (option.slot !== undefined) slots.add(option.slot);
    return !taken;
  });
  const chosen = free.filter(
    (option) => !option.exclusive && (option.countItem !== undefined || roll() < 0.5),
  );
  const selected = chosen.length > 0 ? chosen : free.slice(0, 1);
  const texts = selected
    .filter((option) => option.withText)
    .map((option) => [option.label, 'みなも広域組合（水辺）'] as const);
  return { selected: selected.map(({ label }) => label), texts: Object.fromEntries(texts) };
}
