import { leavesOf } from '../../assessment/walk';
import { normaliseForComparison } from '../../japanese/normalise';
import { ownNames } from '../agency';
import { blank, nameOf } from '../kinds/answers';
import type { Hit, Rule, Subject, View } from '../types';
import { checksAt, hasContent, isBlankValue, listsOf, placesOf, textAt, valueAt } from '../view';
import { tickWhereEmpty } from './linkage';
import { BIG, countAgrees, countWritten, flags } from './outsourcing';

function noneProvided(view: View): boolean {
  const all = placesOf(view, 'provides').map(({ path }) => checksAt(view, path).selected);
  return (
    all.some((labels) => labels.length > 0) &&
    all.every((labels) => labels.length === 0 || labels.includes('行っていない'))
  );
}

function someProvided(view: View): boolean {
  return placesOf(view, 'provides').some(({ path }) =>
    checksAt(view, path).selected.some((label) => label !== '行っていない'),
  );
}

function entryBlanks(list: 'provideItems' | 'transferItems'): Rule['probe'] {
  return {
    kind: 'items',
    reads: [list],
    find: (subject) =>
      listsOf(subject, list).flatMap(({ entries, item: { label } }) =>
        entries
          .filter((entry) => hasContent(subject, entry))
          .flatMap((entry): readonly Hit[] => {
            const leaves = leavesOf(entry.children);
            const onSheet = leaves.some(({ path }) => /別紙|別添|同上|同左/u.test(textAt(subject, path)));
            return leaves
              .filter(
                ({ path, item }) =>
                  isBlankValue(valueAt(subject, path)) && !(item.number ?? '').startsWith('④'),
              )
              .map(({ path, item }) => ({
                path,
                severity: onSheet ? 'warning' : 'error',
                params: { list: label, n: entry.ordinal, item: nameOf(item) },
              }));
          }),
      ),
  };
}

/** A recipient within the agency is 移転, another agency is 提供. */
function wrongSide(subject: Subject): readonly Hit[] {
  const own = ownNames(subject);
  if (!own) return [];
  const provided = placesOf(subject, 'provideName').flatMap(({ path }): readonly Hit[] => {
    const name = normaliseForComparison(textAt(subject, path));
    const isOwnPart = new RegExp(
      `^${own.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:長)?[^市区町村都道府県]{0,12}(?:課|部|室|係|センター|事務所)$`,
      'u',
    ).test(name);
    return isOwnPart ? [{ path, params: { name, right: '移転' } }] : [];
  });
  const moved = placesOf(subject, 'transferName').flatMap(({ path }): readonly Hit[] => {
    const name = normaliseForComparison(textAt(subject, path));
    const isOther = OTHER_ORGAN.test(name) && !name.includes(own.name);
    return isOther ? [{ path, params: { name, right: '提供' } }] : [];
  });
  return [...provided, ...moved];
}

const OTHER_ORGAN =
  /^(?:厚生労働大臣|内閣総理大臣|都道府県知事|他の?市区?町村長?|市町村長|日本年金機構|全国健康保険協会|国民健康保険団体連合会|税務署長?|後期高齢者医療広域連合)$/u;

/** Something is provided or moved by another way than the 情報提供ネットワークシステム. */
function isBesideNetwork(subject: Subject): boolean {
  const ways = (['provideItems', 'transferItems'] as const).flatMap((role) =>
    listsOf(subject, role).flatMap(({ entries }) => entries.flatMap(({ children }) => leavesOf(children))),
  );
  const selected = ways.flatMap(({ path }) => checksAt(subject, path).selected);
  return selected.some((label) => label !== '情報提供ネットワークシステム');
}

function both(a: Rule['probe'], b: Rule['probe']): Rule['probe'] {
  if (a.kind !== 'items' || b.kind !== 'items') return a;
  return {
    kind: 'items',
    reads: [...a.reads, ...b.reads],
    find: (subject) => [...a.find(subject), ...b.find(subject)],
  };
}

/** 提供 and 移転. */
export const provisionRules: readonly Rule[] = [
  { id: 'provide-has', severity: 'error', ground: 'form', forms: BIG, probe: blank('provides') },
  {
    id: 'provide-count',
    severity: 'warning',
    ground: 'form',
    forms: BIG,
    aliases: ['count'],
    probe: countAgrees({ count: 'provideCount', list: 'provideItems', fewer: 'warning' }),
    fix: countWritten,
  },
  {
    id: 'transfer-count',
    severity: 'warning',
    ground: 'form',
    forms: BIG,
    aliases: ['count'],
    probe: countAgrees({ count: 'transferCount', list: 'transferItems', fewer: 'warning' }),
    fix: countWritten,
  },
  {
    id: 'provide-none-iii',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['provides', 'noProvision'],
      find: (subject) => (noneProvided(subject) ? flags(subject, 'noProvision', false) : []),
    },
    fix: tickWhereEmpty,
  },
  {
    id: 'provide-iii',
    severity: 'warning',
    ground: 'form',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['provides', 'noProvision', 'provideItems', 'transferItems'],
      find: (subject) => {
        if (!someProvided(subject) || !isBesideNetwork(subject)) return [];
        const ticked = flags(subject, 'noProvision', true);
        return ticked.length === placesOf(subject, 'noProvision').length ? ticked : [];
      },
    },
  },
  {
    id: 'provide-fields',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    probe: both(entryBlanks('provideItems'), entryBlanks('transferItems')),
  },
  {
    id: 'provide-self',
    severity: 'warning',
    ground: 'definition',
    forms: BIG,
    probe: { kind: 'items', reads: ['provideName', 'transferName', 'agency'], find: wrongSide },
  },
];
