import type { Rule } from '../types';
import { normaliseForComparison } from '../../japanese/normalise';
import { blank, blankInEntry, eachPlace } from '../kinds/answers';
import { hasContent, isBegun, isBlank, listsOf, placesOf, textAt } from '../view';

export const BIG = ['form3', 'form4'] as const;

/** Fewer characters than this tell nobody what a duty does. */
const SHORTEST_DUTY = 50;

const GENERAL_SYSTEMS =
  /^(?:他|当該|本|各|既存|庁内|業務|情報|関連|対象|個別|新|旧|標準準拠|統合|連携|端末|情報提供ネットワーク|住民基本台帳ネットワーク)?システム$|ネットワークシステム$|標準準拠システム$|情報システム$/u;

function firstNameOf(entries: readonly { readonly key: string }[], list: string): string {
  return entries[0] ? `${entries[0].key}.m1` : list;
}

/** Ⅰ: the duty and its systems. */
export const dutyRules: readonly Rule[] = [
  { id: 'need-duty-name', severity: 'error', ground: 'form', probe: blank('dutyName') },
  {
    id: 'need-duty-body',
    severity: 'warning',
    ground: 'form',
    probe: eachPlace('dutyBody', (subject, { text, item }) =>
      isBegun(subject, 'dutySection') &&
      Array.from(text.trim()).length < SHORTEST_DUTY &&
      !/別添|別紙/u.test(text)
        ? [{ params: { item: item.label, count: SHORTEST_DUTY } }]
        : [],
    ),
  },
  {
    id: 'duty-uses-number',
    severity: 'notice',
    ground: 'practice',
    probe: eachPlace('dutyBody', (_, { text }) =>
      isBlank(text) || /個人番号|特定個人情報|番号法|番号利用法|マイナンバー|別添|別紙/u.test(text)
        ? []
        : [{}],
    ),
  },
  { id: 'need-people-class', severity: 'error', ground: 'form', forms: BIG, probe: blank('people') },
  {
    id: 'need-system',
    severity: 'error',
    ground: 'form',
    probe: {
      kind: 'items',
      reads: ['systemText', 'systems'],
      find: (subject) => {
        if (!isBegun(subject, 'dutySection')) return [];
        const text = placesOf(subject, 'systemText').filter(({ path }) => isBlank(textAt(subject, path)));
        const lists = listsOf(subject, 'systems').filter(
          ({ entries }) => !entries.some((entry) => hasContent(subject, entry)),
        );
        return [
          ...text.map(({ path }) => ({ path })),
          ...lists.map(({ key, entries }) => ({ path: firstNameOf(entries, key) })),
        ];
      },
    },
  },
  {
    id: 'system-needs-function',
    severity: 'warning',
    ground: 'form',
    forms: BIG,
    probe: blankInEntry('systems', 'systemFunction'),
  },
  {
    id: 'system-needs-links',
    severity: 'notice',
    ground: 'form',
    forms: BIG,
    probe: blankInEntry('systems', 'systemLinks'),
  },
  {
    id: 'system-dup',
    severity: 'warning',
    ground: 'practice',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['systemName'],
      find: (subject) => {
        const seen = new Set<string>();
        return placesOf(subject, 'systemName').flatMap(({ path }) => {
          const name = normaliseForComparison(textAt(subject, path));
          if (name === '' || !seen.has(name)) {
            seen.add(name);
            return [];
          }
          return [{ path, params: { name: textAt(subject, path).trim() } }];
        });
      },
    },
  },
  {
    id: 'system-midserver',
    severity: 'warning',
    ground: 'practice',
    forms: BIG,
    probe: eachPlace(
      'linkage',
      (subject, { text }) => {
        const names = placesOf(subject, 'systemName').map(({ path }) => textAt(subject, path));
        if (text !== '実施する' || names.every(isBlank) || names.some((name) => name.includes('中間サーバ')))
          return [];
        return [{}];
      },
      'systemName',
    ),
  },
  {
    id: 'system-mention',
    severity: 'notice',
    ground: 'practice',
    forms: BIG,
    probe: {
      kind: 'survey',
      reads: ['systemName'],
      collect: ({ text, zone, item }) => {
        if (zone !== 'body' || !item || !/^I{2,3}\./.test(item.id)) return undefined;
        const names = [...text.matchAll(/[一-龠ァ-ヶーA-Za-z]{2,16}システム/gu)].map(([words]) => words);
        return names.length === 0 ? undefined : names;
      },
      conclude: (contributions, subject) => {
        const known = placesOf(subject, 'systemName').map(({ path }) =>
          normaliseForComparison(textAt(subject, path)),
        );
        if (known.every((name) => name === '')) return [];
        const uses = contributions.flatMap(({ unit, value }) =>
          (value as readonly string[]).map((name) => ({ name, unit })),
        );
        return [...new Set(uses.map(({ name }) => name))]
          .filter((name) => uses.filter((use) => use.name === name).length >= 3)
          .filter(
            (name) =>
              !GENERAL_SYSTEMS.test(name) &&
              !known.some(
                (one) =>
                  one.includes(normaliseForComparison(name)) || normaliseForComparison(name).includes(one),
              ),
          )
          .flatMap((name) => {
            const first = uses.find((use) => use.name === name)?.unit;
            const from = first?.text.indexOf(name) ?? 0;
            return first
              ? [
                  {
                    path: first.path,
                    params: { name },
                    span: {
                      from,
                      to: from + name.length,
                      ...(first.within === undefined ? {} : { within: first.within }),
                    },
                  },
                ]
              : [];
          });
      },
    },
  },
];
