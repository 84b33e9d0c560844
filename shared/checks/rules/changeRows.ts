import type { Rule, ChangeRow, Hit, Probe, Subject } from '../types';
import { removeAt, setValue } from '../../assessment/edit';
import { normaliseForComparison } from '../../japanese/normalise';
import { dayOf } from '../kinds/dates';
import { idWithRole } from '../../forms/roles';
import { type ChangeColumn, timingOf } from '../../forms/changeTable';
import { isBlank, placesOf, isBlankWording, textOf } from '../view';

export function rowProbe(
  find: (row: ChangeRow, subject: Subject) => readonly Omit<Hit, 'path'>[] | readonly Hit[],
  ...more: Reads
): Probe {
  return {
    kind: 'items',
    reads: ['changes', ...more],
    find: (subject) =>
      subject.rows.flatMap((row) => find(row, subject).map((hit): Hit => ({ path: row.path, ...hit }))),
  };
}

export type Reads = Extract<Probe, { kind: 'items' }>['reads'];

export function cell(row: ChangeRow, column: ChangeColumn): string {
  return row.paths[column];
}

const ELISION = /[（(][\s　]*(?:略|中略|省略)[\s　]*[)）]/gu;

/** The row says that the whole is a 重要な変更, or that it is none. */
export const SAYS_MATERIAL = /重要な変更に(?:該当する|当たる|該当し(?!な)|当たり(?!ま))/u;

export const SAYS_NOT =
  /重要な変更に?(?:は)?(?:該当し(?:ない|ません)|当たら(?:ない|ず)|あたらない|該当しません)|重要な変更ではない|対象(?:外|ではない|でない)/u;

/** Rows below with blank cells take their date or item from this one. */
function hasNoContinuation(subject: Subject, row: ChangeRow | undefined): boolean {
  const at = row ? subject.rows.indexOf(row) : -1;
  const next = subject.rows[at + 1];
  return !next || (!isBlank(next.cells.date) && !isBlank(next.cells.item));
}

/** Cells of the rows of 変更箇所. */
export const changeRowsRules: readonly Rule[] = [
  {
    id: 'change-cols',
    severity: 'error',
    ground: 'form',
    probe: rowProbe((row, subject) =>
      (['date', 'item', 'after'] as const).flatMap((column) => {
        const isMissing = column === 'date' ? isBlank(row.date) : isBlank(row.cells[column]);
        // A removed entry has nothing afterwards; a merged cell of the item continues the row above.
        const isFree = column === 'after' && isBlank(row.cells.item);
        const label = subject.leafAt.get(cell(row, column))?.item.label ?? '';
        return isMissing && !isFree ? [{ path: cell(row, column), params: { column: label } }] : [];
      }),
    ),
  },
  {
    id: 'change-before',
    severity: 'notice',
    ground: 'form',
    probe: rowProbe((row) =>
      isBlank(row.cells.before) && !isBlank(row.cells.after) && !isBlank(row.cells.item)
        ? [{ path: cell(row, 'before') }]
        : [],
    ),
    fix: ({ assessment }, { path }) => setValue(assessment, path, '－'),
  },
  {
    id: 'change-timing',
    severity: 'error',
    ground: 'form',
    probe: rowProbe((row, { form }) =>
      timingOf(form, row.cells.timing) !== undefined || isBlank(row.cells.item)
        ? []
        : [{ path: cell(row, 'timing') }],
    ),
  },
  {
    id: 'change-order',
    severity: 'notice',
    ground: 'practice',
    probe: {
      kind: 'items',
      reads: ['changes'],
      find: ({ rows }) =>
        rows.flatMap((row, at): readonly Hit[] => {
          const before = rows[at - 1];
          const [own, last] = [dayOf(row.date), before && dayOf(before.date)];
          return own !== undefined && last !== undefined && own < last
            ? [{ path: cell(row, 'date'), params: { date: row.date.trim() } }]
            : [];
        }),
    },
  },
  {
    id: 'change-date-publish',
    severity: 'warning',
    ground: 'practice',
    probe: rowProbe((row, subject) => {
      const [day, published] = [dayOf(row.date), dayOf(textOf(subject, 'publishDate'))];
      const before = subject.input.previous?.publishedOn;
      const isLate = day !== undefined && published !== undefined && day > published;
      const isEarly = day !== undefined && before !== undefined && day < before;
      return isLate || isEarly
        ? [
            {
              path: cell(row, 'date'),
              params: { date: row.date.trim(), published: textOf(subject, 'publishDate').trim() },
            },
          ]
        : [];
    }, 'publishDate'),
  },
  {
    id: 'change-major-contradict',
    severity: 'error',
    ground: 'rule11',
    aliases: ['emergency-timing'],
    probe: rowProbe((row, subject) => {
      const path = placesOf(subject, 'emergency')[0]?.path;
      const isEmergency =
        (path !== undefined && subject.assessment.values[path] === true) ||
        /第?(?:9|９|九)条第?(?:2|２|二)項|災害/u.test(row.cells.reason);
      return timingOf(subject.form, row.cells.timing) === 'after' &&
        SAYS_MATERIAL.test(row.cells.reason) &&
        !SAYS_NOT.test(row.cells.reason) &&
        !isEmergency
        ? [{ path: cell(row, 'timing') }]
        : [];
    }, 'emergency'),
  },
  {
    id: 'change-elision-only',
    severity: 'error',
    ground: 'practice',
    probe: rowProbe((row) => {
      const onlyElision = (text: string) => !isBlank(text) && isBlank(text.replace(ELISION, ''));
      return onlyElision(row.cells.before) && onlyElision(row.cells.after)
        ? [{ path: cell(row, 'after') }]
        : [];
    }),
  },
  {
    id: 'change-same',
    severity: 'error',
    ground: 'practice',
    probe: rowProbe((row) => {
      const { before, after } = row.cells;
      // 「表のとおり」 and the like point to an annex, where the change is.
      if (
        isBlankWording(before) ||
        normaliseForComparison(before) !== normaliseForComparison(after) ||
        /のとおり[。\s]*$/u.test(after)
      )
        return [];
      return [{ path: cell(row, 'after'), severity: before === after ? 'error' : 'notice', params: {} }];
    }),
    fix: (subject, { path, severity }) => {
      const row = subject.rows.find(({ path: own }) => path.startsWith(own));
      const table = idWithRole(subject.form, 'changes');
      const at = (table === undefined ? [] : (subject.assessment.lists[table] ?? [])).findIndex(({ id }) =>
        row?.path.endsWith(`[${id}]`),
      );
      return table !== undefined && at >= 0 && severity === 'error' && hasNoContinuation(subject, row)
        ? removeAt(subject.assessment, table, at)
        : undefined;
    },
  },
];
