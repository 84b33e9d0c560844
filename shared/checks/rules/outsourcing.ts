import { entriesOf, setValue } from '../../assessment/edit';
import { attachmentOf, attachmentsOf } from '../../assessment/items';
import { ATTACHMENTS } from '../../assessment/path';
import { leavesOf } from '../../assessment/walk';
import { blank, blankInEntry, blankWhen, eachPlace, writtenThough } from '../kinds/answers';
import { answered, beside } from '../kinds/conditions';
import type { Role } from '../../forms/roleNames';
import type { Hit, Rule, Severity, Subject, View } from '../types';
import { hasContent, isBlank, listsOf, placesOf, textAt, valueAt } from '../view';
import { tickWhereEmpty } from './linkage';

export const BIG = ['form3', 'form4'] as const;

export interface CountRule {
  readonly count: Role;
  readonly list: Role;
  /** Fewer written than counted, without a 別紙 to hold the rest. */
  readonly fewer: Severity;
}

/** （ ）件 and the entries below it; the rest may be on a 別紙. */
export function countAgrees({ count, list, fewer }: CountRule): Rule['probe'] {
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

export function listBeside(subject: Subject, list: Role, path: string) {
  const wanted = beside(subject, path, list);
  return listsOf(subject, list).find(({ key }) => key === wanted)?.entries ?? [];
}

/** The rows of one 別紙 make up what the entries lack; the row of headings and the entry that points there may count. */
export function fitsAttachment({ assessment }: Subject, count: number, written: number): boolean {
  return attachmentsOf(assessment).some((id) => {
    const rows = attachmentOf(assessment, id).rows.filter((row) => row.some((cell) => !isBlank(cell))).length;
    return [rows, rows - 1].some((all) => [0, written, written - 1].includes(count - all));
  });
}

export type Entries = readonly { readonly children: Parameters<typeof leavesOf>[0] }[];

/** An entry says that the rest is written on an annex. */
export function pointsToAnnex(subject: Subject, entries: Entries): boolean {
  const leaves = entries.flatMap(({ children }) => leavesOf(children));
  return leaves.some(({ path }) => /別紙|別添/u.test(textAt(subject, path)));
}

/** There is an annex, or an entry speaks of others, so that the rest may be written elsewhere. */
export function pointsElsewhere(subject: Subject, entries: Entries): boolean {
  const leaves = entries.flatMap(({ children }) => leavesOf(children));
  const speaksOfOthers = leaves.some(({ path }) => /別紙|別添|他|ほか/u.test(textAt(subject, path)));
  return entriesOf(subject.assessment, ATTACHMENTS).length > 0 || speaksOfOthers;
}

/** The fix is safe where no 別紙 can hold the rest. */
export const countWritten: NonNullable<Rule['fix']> = (subject, { path, params }) =>
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

/** Flags of Ⅲ that are not (or are) ticked. */
export function flags(subject: Subject, role: Role, ticked: boolean): readonly Hit[] {
  return placesOf(subject, role)
    .filter(({ path }) => (valueAt(subject, path) === true) === ticked)
    .map(({ path, item }) => ({ path, params: { flag: item.label } }));
}

const countProbe = {
  find: (subject: Subject): readonly Hit[] => {
    const probe = countAgrees({ count: 'outsourcedCount', list: 'outsourcedItems', fewer: 'error' });
    return probe.kind === 'items' ? probe.find(subject) : [];
  },
};

/** 委託 and 再委託. */
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
];
