import { entriesOf, setValue } from '../../assessment/edit';
import { ATTACHMENTS } from '../../assessment/path';
import { attachmentOf, attachmentsOf } from '../../assessment/items';
import { leavesOf } from '../../assessment/walk';
import { bare } from '../../japanese/normalise';
import { ownNames } from '../agency';
import { tickWhereEmpty } from './duty';
import { answered, beside } from '../kinds/conditions';
import { blank, blankInEntry, blankWhen, eachPlace, writtenThough, nameOf } from '../kinds/answers';
import type { Role } from '../roles';
import type { Hit, Rule, Severity, Subject, View } from '../types';
import { checksAt, hasContent, isBlank, isBlankValue, listsOf, placesOf, textAt, valueAt } from '../view';

const BIG = ['form3', 'form4'] as const;

interface CountRule {
  readonly count: Role;
  readonly list: Role;
  /** Fewer written than counted, without a 別紙 to hold the rest. */
  readonly fewer: Severity;
}

/** （ ）件 and the entries below it; the rest may stand on a 別紙. */
function countAgrees({ count, list, fewer }: CountRule): Rule['probe'] {
  return {
    kind: 'items',
    reads: [count, list],
    find: (subject) =>
      placesOf(subject, count).flatMap(({ path }): readonly Hit[] => {
        const value = valueAt(subject, path);
        const entries = listBeside(subject, list, path);
        const written = entries.filter((entry) => hasContent(subject, entry)).length;
        if (
          typeof value !== 'number' ||
          value === written ||
          (pointsToAnnex(subject, entries) && fitsAttachment(subject, value, written))
        )
          return [];
        const isElsewhere = pointsElsewhere(subject, entries);
        const severity: Severity = written > value ? 'error' : isElsewhere ? 'warning' : fewer;
        return [{ path, severity, params: { count: value, written } }];
      }),
  };
}

function listBeside(subject: Subject, list: Role, path: string) {
  const wanted = beside(subject, path, list);
  return listsOf(subject, list).find(({ key }) => key === wanted)?.entries ?? [];
}

/** The rows of one 別紙 make up what the entries lack; the row of headings and the entry that points there may count. */
function fitsAttachment({ assessment }: Subject, count: number, written: number): boolean {
  return attachmentsOf(assessment).some((id) => {
    const rows = attachmentOf(assessment, id).rows.filter((row) => row.some((cell) => !isBlank(cell))).length;
    return [rows, rows - 1].some((all) => [0, written, written - 1].includes(count - all));
  });
}

type Entries = readonly { readonly children: Parameters<typeof leavesOf>[0] }[];

/** An entry says that the rest is written on an annex. */
function pointsToAnnex(subject: Subject, entries: Entries): boolean {
  const leaves = entries.flatMap(({ children }) => leavesOf(children));
  return leaves.some(({ path }) => /別紙|別添/u.test(textAt(subject, path)));
}

/** There is an annex, or an entry speaks of others, so that the rest may be written elsewhere. */
function pointsElsewhere(subject: Subject, entries: Entries): boolean {
  const leaves = entries.flatMap(({ children }) => leavesOf(children));
  const speaksOfOthers = leaves.some(({ path }) => /別紙|別添|他|ほか/u.test(textAt(subject, path)));
  return entriesOf(subject.assessment, ATTACHMENTS).length > 0 || speaksOfOthers;
}

/** The fix is safe where no 別紙 can hold the rest. */
const countWritten: NonNullable<Rule['fix']> = (subject, { path, params }) =>
  entriesOf(subject.assessment, ATTACHMENTS).length === 0 && Number(params.written) > 0
    ? setValue(subject.assessment, path, Number(params.written))
    : undefined;

/** Whether every file that answers gives this answer. */
function allFiles(view: View, role: Role, label: string): boolean {
  const answers = placesOf(view, role)
    .map(({ path }) => textAt(view, path))
    .filter((text) => text !== '');
  return answers.length > 0 && answers.every((answer) => answer === label);
}

function someFile(view: View, role: Role, label: string): boolean {
  return placesOf(view, role).some(({ path }) => textAt(view, path) === label);
}

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

/** Flags of Ⅲ that are not (or are) ticked. */
function flags(subject: Subject, role: Role, ticked: boolean): readonly Hit[] {
  return placesOf(subject, role)
    .filter(({ path }) => (valueAt(subject, path) === true) === ticked)
    .map(({ path, item }) => ({ path, params: { flag: item.label } }));
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
    const name = bare(textAt(subject, path));
    const isOwnPart = new RegExp(
      `^${own.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:長)?[^市区町村都道府県]{0,12}(?:課|部|室|係|センター|事務所)$`,
      'u',
    ).test(name);
    return isOwnPart ? [{ path, params: { name, right: '移転' } }] : [];
  });
  const moved = placesOf(subject, 'transferName').flatMap(({ path }): readonly Hit[] => {
    const name = bare(textAt(subject, path));
    const isOther = OTHER_ORGAN.test(name) && !name.includes(own.name);
    return isOther ? [{ path, params: { name, right: '提供' } }] : [];
  });
  return [...provided, ...moved];
}

const OTHER_ORGAN =
  /^(?:厚生労働大臣|内閣総理大臣|都道府県知事|他の?市区?町村長?|市町村長|日本年金機構|全国健康保険協会|国民健康保険団体連合会|税務署長?|後期高齢者医療広域連合)$/u;

export const outsourcingRules: readonly Rule[] = [
  { id: 'outsourcing-has', severity: 'error', ground: 'form', forms: BIG, probe: blank('outsourced') },
  {
    id: 'outsourcing-count',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    aliases: ['count'],
    probe: {
      kind: 'items',
      reads: ['outsourced', 'outsourcedCount', 'outsourcedItems'],
      find: (subject) => [
        ...placesOf(subject, 'outsourcedCount').flatMap(({ path }) => {
          const has = beside(subject, path, 'outsourced');
          const entries = listBeside(subject, 'outsourcedItems', path);
          const written = entries.filter((entry) => hasContent(subject, entry)).length;
          return has !== undefined &&
            textAt(subject, has) === '委託する' &&
            valueAt(subject, path) === undefined &&
            written > 0
            ? [{ path, params: { count: '　', written } }]
            : [];
        }),
        ...countProbe.find(subject),
      ],
    },
    fix: countWritten,
  },
  {
    id: 'outsourcing-none-iii',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['outsourced', 'noOutsourcing'],
      find: (subject) =>
        allFiles(subject, 'outsourced', '委託しない') ? flags(subject, 'noOutsourcing', false) : [],
    },
    fix: tickWhereEmpty,
  },
  {
    id: 'outsourcing-iii',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['outsourced', 'noOutsourcing'],
      find: (subject) => {
        const ticked = flags(subject, 'noOutsourcing', true);
        const all = placesOf(subject, 'noOutsourcing').length;
        const answers = placesOf(subject, 'outsourced');
        return ticked.filter(({ path }) => {
          const own = beside(subject, path, 'outsourced');
          const isOwn = own !== undefined && textAt(subject, own) === '委託する';
          return (
            isOwn ||
            (ticked.length === all && answers.some((answer) => textAt(subject, answer.path) === '委託する'))
          );
        });
      },
    },
  },
  {
    id: 'outsourcing-item-body',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    probe: blankInEntry('outsourcedItems', 'outsourcedName', 'outsourcedBody'),
  },
  {
    id: 'outsourcing-handlers',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    probe: blankInEntry('outsourcedItems', 'vendorHandlers'),
  },
  {
    id: 'outsourcing-vendor',
    severity: 'warning',
    ground: 'form',
    forms: BIG,
    probe: blankInEntry('outsourcedItems', 'vendor'),
  },
  {
    id: 'outsourcing-vendor-check',
    severity: 'warning',
    ground: 'form',
    forms: ['form4'],
    probe: blankInEntry('outsourcedItems', 'vendorCheck'),
  },
  {
    id: 'resub-need-consent',
    severity: 'error',
    ground: 'law10',
    forms: BIG,
    aliases: ['required'],
    probe: blankWhen('resubConsent', 'nothing', answered('resub', '再委託する')),
  },
  {
    id: 'resub-need-item',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    aliases: ['required'],
    probe: blankWhen('resubItem', 'nothing', answered('resub', '再委託する')),
  },
  {
    id: 'resub-not-entries',
    severity: 'warning',
    ground: 'form',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['resub', 'resubConsent', 'resubItem'],
      find: (subject) =>
        (['resubConsent', 'resubItem'] as const).flatMap((role) => {
          const probe = writtenThough(role, answered('resub', '再委託しない'));
          return probe.kind === 'items'
            ? probe
                .find(subject)
                .filter(({ path }) => !/原則|しない|行わない|禁止|認めない|該当/u.test(textAt(subject, path)))
            : [];
        }),
    },
  },
  {
    id: 'resub-iii',
    severity: 'warning',
    ground: 'form',
    forms: BIG,
    probe: eachPlace(
      'resubAssurance',
      (subject, { text }) =>
        text !== '' && text !== '再委託していない' && allFiles(subject, 'resub', '再委託しない')
          ? [{ params: { value: text } }]
          : [],
      'resub',
    ),
    fix: (subject, { path }) => {
      const how = beside(subject, path, 'resubAssuranceHow');
      return how !== undefined && !isBlank(textAt(subject, how))
        ? undefined
        : setValue(subject.assessment, path, '再委託していない');
    },
  },
  {
    id: 'resub-iii2',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    probe: eachPlace(
      'resubAssurance',
      (subject, { path, text }) => {
        if (text !== '再委託していない') return [];
        const file = /\[([^\]]*)\]/.exec(path)?.[1] ?? '';
        const own = placesOf(subject, 'resub').filter((place) => place.path.includes(`[${file}]`));
        const isOwn = own.some((place) => textAt(subject, place.path) === '再委託する');
        const shared =
          placesOf(subject, 'resubAssurance').filter((place) => textAt(subject, place.path) !== '').length ===
          1;
        return isOwn || (shared && someFile(subject, 'resub', '再委託する')) ? [{}] : [];
      },
      'resub',
    ),
  },
  {
    id: 'resub-how',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    aliases: ['required'],
    probe: blankWhen(
      'resubAssuranceHow',
      'nothing',
      answered('resubAssurance', '特に力を入れて行っている', '十分に行っている'),
    ),
  },
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

const countProbe = {
  find: (subject: Subject): readonly Hit[] => {
    const probe = countAgrees({ count: 'outsourcedCount', list: 'outsourcedItems', fewer: 'error' });
    return probe.kind === 'items' ? probe.find(subject) : [];
  },
};

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
