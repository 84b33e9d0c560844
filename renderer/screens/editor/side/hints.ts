import type { Namespaces } from '../../../i18n/namespaces';
import type { PlacedItem } from '../../../../shared/forms/lookup';
import type { Role } from '../../../../shared/forms/roleNames';

/** A hint in our own words: its key in `hints`, and the items it helps with. */
export interface Hint {
  readonly key: HintKey;
  readonly fits: (placed: PlacedItem) => boolean;
}

export type HintKey = keyof Namespaces['hints']['items'];

const labelled =
  (pattern: RegExp) =>
  ({ item, parents }: PlacedItem): boolean =>
    pattern.test([...parents, item].map(({ label }) => label).join(' '));

const ofType =
  (...types: readonly string[]) =>
  ({ item }: PlacedItem): boolean =>
    types.includes(item.type);

const hasRole =
  (role: Role) =>
  ({ item }: PlacedItem): boolean =>
    item.roles?.includes(role) === true;

/** Items on accidents of the last three years; しきい値判断 asks about one year. */
const isAccident = labelled(/重大事故|再発防止/);

/** All hints, the particular before the general. */
export const hints: readonly Hint[] = [
  { key: 'basis', fits: ({ item }) => item.label.includes('法令上の根拠') },
  { key: 'fileName', fits: ({ item }) => item.label.startsWith('特定個人情報ファイル名') },
  { key: 'position', fits: ({ item }) => /所属長|役職名/.test(item.label) },
  { key: 'contractor', fits: ({ item }) => item.label === '委託先名' },
  { key: 'subcontract', fits: labelled(/再委託/) },
  { key: 'purpose', fits: ({ item }) => /使用目的|用途/.test(item.label) },
  { key: 'range', fits: ({ item }) => /本人の範囲|必要性|妥当性/.test(item.label) },
  { key: 'storage', fits: ({ item }) => /保管場所|消去/.test(item.label) },
  { key: 'records', fits: ({ item }) => item.label.includes('記録項目') && item.type !== 'choice' },
  { key: 'sufficient', fits: ({ item }) => item.label.includes('リスクへの対策は十分か') },
  { key: 'measures', fits: ({ item }) => /措置の内容|具体的な/.test(item.label) },
  { key: 'thresholdPeople', fits: hasRole('thresholdPeople') },
  { key: 'thresholdHandlers', fits: hasRole('handlers') },
  { key: 'thresholdIncident', fits: hasRole('thresholdIncident') },
  { key: 'accident', fits: (placed) => isAccident(placed) && !hasRole('thresholdIncident')(placed) },
  { key: 'restated', fits: ({ item }) => item.restates !== undefined },
  { key: 'opinion', fits: labelled(/意見の聴取/) },
  { key: 'changes', fits: ({ parents }) => parents.at(-1)?.type === 'table' },
  { key: 'date', fits: ofType('date') },
  { key: 'count', fits: ofType('count') },
  { key: 'choice', fits: ofType('choice') },
  { key: 'checks', fits: ofType('checks') },
  { key: 'flag', fits: ofType('flag') },
  { key: 'image', fits: ofType('image') },
  { key: 'longtext', fits: ofType('longtext') },
  { key: 'text', fits: ofType('text') },
  { key: 'mark', fits: ({ item }) => item.reeval === true || item.mark === true },
  { key: 'required', fits: ({ item }) => item.required !== undefined },
];
