import { entriesOf } from '../../assessment/edit';
import { siblingPath } from '../../assessment/conditions';
import { contentOf } from '../../assessment/edit';
import type { Condition, FormItem } from '../../forms/types';
import { indexOf } from '../../forms/lookup';
import type { Finding, Rule, Subject } from '../types';

/**
 * 件数 and the entries that are written do not agree. More than are written is often a 別紙, so it is a warning;
 * fewer is an error. The list that a count belongs to is the one that applies under the same condition.
 */
export const countsAgree: Rule = {
  id: 'count',
  find: (subject) =>
    subject.leaves.flatMap(({ path, item }) => {
      const count = subject.assessment.values[path];
      const list = item.type === 'count' ? listOfCount(subject, item) : undefined;
      return list && typeof count === 'number' ? compared(subject, path, count, list) : [];
    }),
};

function compared(subject: Subject, path: string, count: number, list: FormItem): readonly Finding[] {
  const written = writtenEntries(subject, siblingPath(path, list.id));
  if (written === count) return [];
  const severity = written > count ? 'error' : 'warning';
  return [{ rule: 'count', severity, path, params: { count, written, list: list.label } }];
}

/** Entries in which something is written; the empty first entry of the sheet does not count. */
function writtenEntries({ assessment }: Subject, list: string): number {
  return entriesOf(assessment, list).filter(
    (entry) => Object.keys(contentOf(assessment, entry.id).values).length > 0,
  ).length;
}

function listOfCount({ form }: Subject, count: FormItem): FormItem | undefined {
  const lists = indexOf(form).all.filter(({ item }) => item.type === 'repeat');
  return lists.find(({ item }) => sameCondition(item.visible, count.visible))?.item;
}

function sameCondition(a: Condition | undefined, b: Condition | undefined): boolean {
  return a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b);
}
