import { bare } from '../../japanese/normalise';
import { dateNumber, parseDate } from '../../japanese/wareki';
import { findItem } from '../../forms/lookup';
import { removeAt, setValue } from '../../assessment/edit';
import { itemIdOf } from '../../assessment/path';
import { sameValue } from '../../assessment/history';
import { rowsOf } from '../changeRows';
import { itemOf } from '../roles';
import { dayOf } from '../kinds/dates';
import { shortened } from '../textTools';
import type { ChangeRow, ColumnName, Hit, Probe, Rule, Subject } from '../types';
import { isBlank, placesOf, saysNothing, textOf } from '../view';
import { nameOf } from '../kinds/answers';

function rowProbe(
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

type Reads = Extract<Probe, { kind: 'items' }>['reads'];

function cell(row: ChangeRow, column: ColumnName): string {
  return `${row.path}.${column}`;
}

const ELISION = /[（(][\s　]*(?:略|中略|省略)[\s　]*[)）]/gu;
/** Both ends of a cut text: what stands between elisions. */
function clauses(text: string): readonly string[] {
  return text
    .split(/[（(][\s　]*(?:略|中略|省略)[\s　]*[)）]|[\n。]/u)
    .map((part) => bare(part))
    .filter((part) => part.length >= 8);
}

/** The row says that the whole is a 重要な変更, or that it is none. */
const SAYS_MATERIAL = /重要な変更に(?:該当する|当たる|該当し(?!な)|当たり(?!ま))/u;
const SAYS_NOT =
  /重要な変更に?(?:は)?(?:該当し(?:ない|ません)|当たら(?:ない|ず)|あたらない|該当しません)|重要な変更ではない|対象(?:外|ではない|でない)/u;

/** The item of the row above. */
const SAME_ITEM = /^[\s　]*(?:同上|〃|″|同左|上記と同じ)/u;

function reading(row: ChangeRow, { input, assessment }: Subject) {
  return input.readHeading?.(assessment, row.cells.item);
}

function itemsNamed(row: ChangeRow, subject: Subject) {
  return reading(row, subject)?.items ?? [];
}

/** None of what a row says now is found: not where it should be, and nowhere else. */
function isLost(row: ChangeRow, subject: Subject, texts: ReadonlyMap<string, string>): boolean {
  const items = itemsNamed(row, subject);
  const isText = items.every((id) =>
    ['text', 'longtext'].includes(findItem(subject.form, id)?.item.type ?? ''),
  );
  const all = items.length === 0 || !isText ? [] : clauses(row.cells.after);
  if (all.length === 0) return false;
  const own = items.flatMap((id) => subject.byItem.get(id) ?? []).map(({ path }) => texts.get(path) ?? '');
  const isIn = (places: readonly string[]) =>
    all.some((clause) => places.some((text) => text.includes(clause)));
  return !isIn(own) && !isIn([...texts.values()]);
}

/** Whether a change of what the row names can be a 重要な変更; undefined where the 項目 is not recognised. */
function isMarked(row: ChangeRow, subject: Subject): boolean | undefined {
  if (reading(row, subject)?.isSure !== true) return undefined;
  const items = itemsNamed(row, subject).flatMap((id) => findItem(subject.form, id) ?? []);
  return items.length === 0
    ? undefined
    : items.some(
        ({ item, section }) =>
          item.reeval === true || (section.mark === true && !(section.markExcept ?? []).includes(item.id)),
      );
}

/** Paths whose values differ from the edition published last; entries are told by their place in the form. */
function changedItems(subject: Subject): readonly string[] {
  const { previous } = subject;
  if (!previous) return [];
  const paths = new Set([
    ...Object.keys(previous.assessment.values),
    ...Object.keys(subject.assessment.values),
  ]);
  const ids = [...paths]
    .filter((path) => !sameValue(previous.assessment.values[path], subject.assessment.values[path]))
    .map(itemIdOf);
  return [...new Set(ids)];
}

/** Items that every new edition changes. */
const ALWAYS_CHANGE = new Set(['cover.publish_date', 'cover.form_edition']);

export const changeRules: readonly Rule[] = [
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
    probe: rowProbe((row) =>
      /^(?:事前|事後)$/u.test(row.cells.timing.trim()) || isBlank(row.cells.item)
        ? []
        : [{ path: cell(row, 'timing') }],
    ),
  },
  {
    id: 'change-reason',
    severity: 'warning',
    ground: 'guideline',
    needs: ['readHeading'],
    probe: rowProbe((row, subject) =>
      row.cells.timing.trim() === '事後' && isBlank(row.cells.reason) && isMarked(row, subject) === true
        ? [{ path: cell(row, 'reason') }]
        : [],
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
    id: 'change-old-row',
    severity: 'warning',
    ground: 'practice',
    needs: ['previous'],
    probe: {
      kind: 'items',
      reads: ['changes'],
      find: (subject) => {
        const { previous } = subject;
        const [table, oldTable] = [
          itemOf(subject.form, 'changes'),
          previous && itemOf(previous.form, 'changes'),
        ];
        if (!previous || table === undefined || oldTable === undefined) return [];
        const keys = new Set(rowsOf(subject, table).map(rowKey));
        const gone = rowsOf(previous, oldTable).filter((row) => !keys.has(rowKey(row)));
        const [first] = gone;
        return first
          ? [{ path: table, params: { count: gone.length, item: shortened(first.cells.item) } }]
          : [];
      },
    },
  },
  {
    id: 'change-missing',
    severity: 'warning',
    ground: 'form',
    needs: ['previous', 'readHeading'],
    probe: {
      kind: 'items',
      reads: ['*'],
      find: (subject) => {
        const named = new Set(subject.rows.flatMap((row) => itemsNamed(row, subject)));
        const isNamed = (id: string) => [...named].some((one) => id === one || id.startsWith(`${one}.`));
        const table = itemOf(subject.form, 'changes') ?? '';
        return changedItems(subject)
          .filter((id) => !ALWAYS_CHANGE.has(id) && !id.startsWith(table) && !isNamed(id))
          .flatMap((id) => {
            const [leaf] = subject.byItem.get(id) ?? [];
            return leaf && !leaf.item.fixed ? [{ path: leaf.path, params: { item: nameOf(leaf.item) } }] : [];
          });
      },
    },
  },
  {
    id: 'change-phantom',
    severity: 'warning',
    ground: 'practice',
    needs: ['previous', 'readHeading'],
    probe: {
      kind: 'items',
      reads: ['*'],
      find: (subject) => {
        const changed = changedItems(subject);
        return subject.rows.flatMap((row): readonly Hit[] => {
          const items = itemsNamed(row, subject);
          const isChanged = items.some((id) => changed.some((one) => one === id || one.startsWith(`${id}.`)));
          return items.length === 0 || isChanged
            ? []
            : [{ path: cell(row, 'item'), params: { item: shortened(row.cells.item) } }];
        });
      },
    },
  },
  {
    id: 'change-path',
    severity: 'warning',
    ground: 'practice',
    needs: ['readHeading'],
    probe: rowProbe((row, subject) =>
      !isBlank(row.cells.item) && !SAME_ITEM.test(row.cells.item) && itemsNamed(row, subject).length === 0
        ? [{ path: cell(row, 'item'), params: { item: shortened(row.cells.item) } }]
        : [],
    ),
  },
  {
    id: 'change-typo-head',
    severity: 'warning',
    ground: 'form',
    replaces: true,
    needs: ['readHeading'],
    probe: rowProbe((row, subject) => {
      if (isBlank(row.cells.item)) return [];
      const { mistakes } = reading(row, subject) ?? { mistakes: [] };
      return mistakes.map(({ written, official }) => {
        const from = row.cells.item.indexOf(written);
        return {
          path: cell(row, 'item'),
          params: { written, official },
          ...(from < 0 ? {} : { span: { from, to: from + written.length }, replacement: official }),
        };
      });
    }),
  },
  {
    id: 'change-after-body',
    severity: 'warning',
    ground: 'practice',
    needs: ['readHeading'],
    probe: {
      kind: 'survey',
      reads: ['changes'],
      collect: ({ text, zone }) => (zone === 'row' ? undefined : bare(text)),
      conclude: (contributions, subject) => {
        const texts = new Map(contributions.map(({ unit, value }) => [unit.path, value as string]));
        return subject.rows.flatMap((row, at): readonly Hit[] => {
          const isLater = subject.rows
            .slice(at + 1)
            .some((other) => other.cells.item.trim() === row.cells.item.trim());
          return !isLater && isLost(row, subject, texts)
            ? [{ path: cell(row, 'after'), params: { item: shortened(row.cells.item) } }]
            : [];
        });
      },
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
    id: 'change-major-after',
    severity: 'warning',
    ground: 'rule11',
    needs: ['readHeading'],
    probe: rowProbe((row, subject) =>
      row.cells.timing.trim() === '事後' &&
      isMarked(row, subject) === true &&
      !isBlank(row.cells.reason) &&
      !SAYS_NOT.test(row.cells.reason) &&
      !FORMAL.test(row.cells.reason)
        ? [{ path: cell(row, 'timing') }]
        : [],
    ),
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
      return row.cells.timing.trim() === '事後' &&
        SAYS_MATERIAL.test(row.cells.reason) &&
        !SAYS_NOT.test(row.cells.reason) &&
        !isEmergency
        ? [{ path: cell(row, 'timing') }]
        : [];
    }, 'emergency'),
  },
  {
    id: 'change-reason-nonmark',
    severity: 'warning',
    ground: 'guideline',
    needs: ['readHeading'],
    probe: rowProbe((row, subject) =>
      isMarked(row, subject) === false &&
      SAYS_MATERIAL.test(row.cells.reason) &&
      !SAYS_NOT.test(row.cells.reason)
        ? [{ path: cell(row, 'reason') }]
        : [],
    ),
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
      if (saysNothing(before) || bare(before) !== bare(after) || /のとおり[。\s]*$/u.test(after)) return [];
      return [{ path: cell(row, 'after'), severity: before === after ? 'error' : 'notice', params: {} }];
    }),
    fix: (subject, { path, severity }) => {
      const row = subject.rows.find(({ path: own }) => path.startsWith(own));
      const table = itemOf(subject.form, 'changes');
      const at = (table === undefined ? [] : (subject.assessment.lists[table] ?? [])).findIndex(({ id }) =>
        row?.path.endsWith(`[${id}]`),
      );
      return table !== undefined && at >= 0 && severity === 'error' && hasNoContinuation(subject, row)
        ? removeAt(subject.assessment, table, at)
        : undefined;
    },
  },
];

/** Reasons that a formal change gives: corrections of wording, a law, a reorganisation. */
const FORMAL =
  /誤字|脱字|誤記|形式的|字句|表記|号ずれ|号ズレ|法令|法改正|組織改正|機構改革|人事異動|名称変更|記載例|様式|リスクを?(?:明らかに)?(?:軽減|低減)|時点修正|文言/u;

/** Rows below with blank cells take their date or item from this one. */
function hasNoContinuation(subject: Subject, row: ChangeRow | undefined): boolean {
  const at = row ? subject.rows.indexOf(row) : -1;
  const next = subject.rows[at + 1];
  return !next || (!isBlank(next.cells.date) && !isBlank(next.cells.item));
}

function rowKey({ date, cells }: ChangeRow): string {
  const read = parseDate(date);
  return [read ? dateNumber(read) : date, cells.item, cells.before, cells.after]
    .map((one) => bare(String(one)))
    .join('\n');
}
