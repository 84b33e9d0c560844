import type { Rule, ChangeRow, Hit, Subject } from '../types';
import { sameValue } from '../../assessment/values';
import { itemIdOf } from '../../assessment/path';
import { findItem } from '../../forms/lookup';
import { normaliseForComparison } from '../../japanese/normalise';
import { dateNumber, parseDate } from '../../japanese/wareki';
import { rowsOf } from '../changeRows';
import { nameOf } from '../kinds/answers';
import { idWithRole } from '../../forms/roles';
import { shortened } from '../textTools';
import { isBlank } from '../view';
import { SAYS_MATERIAL, SAYS_NOT, cell, rowProbe } from './changeRows';
import { timingOf } from '../../forms/changeTable';

/** Both ends of a cut text: what is between elisions. */
function clauses(text: string): readonly string[] {
  return text
    .split(/[（(][\s　]*(?:略|中略|省略)[\s　]*[)）]|[\n。]/u)
    .map((part) => normaliseForComparison(part))
    .filter((part) => part.length >= 8);
}

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

/** Paths whose values differ from the edition published last; entries are identified by their item. */
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
const ALWAYS_CHANGE = ['publishDate', 'stamp'] as const;

/** Reasons that a formal change gives: corrections of wording, a law, a reorganisation. */
const FORMAL =
  /誤字|脱字|誤記|形式的|字句|表記|号ずれ|号ズレ|法令|法改正|組織改正|機構改革|人事異動|名称変更|記載例|様式|リスクを?(?:明らかに)?(?:軽減|低減)|時点修正|文言/u;

function rowKey({ date, cells }: ChangeRow): string {
  const read = parseDate(date);
  return [read ? dateNumber(read) : date, cells.item, cells.before, cells.after]
    .map((one) => normaliseForComparison(String(one)))
    .join('\n');
}

/** What the rows of 変更箇所 name, against the text and the edition before. */
export const changeItemsRules: readonly Rule[] = [
  {
    id: 'change-reason',
    severity: 'warning',
    ground: 'guideline',
    needs: ['readHeading'],
    probe: rowProbe((row, subject) =>
      timingOf(subject.form, row.cells.timing) === 'after' &&
      isBlank(row.cells.reason) &&
      isMarked(row, subject) === true
        ? [{ path: cell(row, 'reason') }]
        : [],
    ),
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
          idWithRole(subject.form, 'changes'),
          previous && idWithRole(previous.form, 'changes'),
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
        const table = idWithRole(subject.form, 'changes') ?? '';
        const alwaysChange = new Set(ALWAYS_CHANGE.map((role) => idWithRole(subject.form, role)));
        return changedItems(subject)
          .filter((id) => !alwaysChange.has(id) && !id.startsWith(table) && !isNamed(id))
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
      collect: ({ text, zone }) => (zone === 'row' ? undefined : normaliseForComparison(text)),
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
    id: 'change-major-after',
    severity: 'warning',
    ground: 'rule11',
    needs: ['readHeading'],
    probe: rowProbe((row, subject) =>
      timingOf(subject.form, row.cells.timing) === 'after' &&
      isMarked(row, subject) === true &&
      !isBlank(row.cells.reason) &&
      !SAYS_NOT.test(row.cells.reason) &&
      !FORMAL.test(row.cells.reason)
        ? [{ path: cell(row, 'timing') }]
        : [],
    ),
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
];
