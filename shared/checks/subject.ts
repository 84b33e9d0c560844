import { previousRowKeys, roundRows } from './changeRows';
import { builtInKnowledge } from './facts/knowledge';
import { idWithRole } from '../forms/roles';
import type { ChangeRow, CheckInput, Subject, View } from './types';
import { isBlankValue, sectionKeyOf, viewOf } from './view';
import { changeCell } from '../forms/changeTable';
import type { Form } from '../forms/types';

/** `rows`: those of the state before, where the table of 変更箇所 has not changed since. */
export function subjectOf(input: CheckInput, rows?: readonly ChangeRow[]): Subject {
  const view = viewOf(input.assessment);
  const changeTable = idWithRole(view.form, 'changes');
  const previous = input.previous && viewOf(input.previous.assessment);
  return {
    ...view,
    input,
    referenceDate: input.referenceDate,
    knowledge: input.knowledge ?? builtInKnowledge,
    ...(input.partner ? { partner: viewOf(input.partner) } : {}),
    ...(previous ? { previous } : {}),
    others: (input.others ?? []).map((other) => ({ ...other, view: viewOf(other.assessment) })),
    begun: begunSections(view, input.wholeDocument === true),
    ...changesOf(view.form, rows ?? roundRows(view, changeTable, previous && previousRowKeys(previous))),
    changeTable,
  };
}

function changesOf(form: Form, rows: readonly ChangeRow[]): Pick<Subject, 'rows' | 'currentCells'> {
  return { rows, currentCells: new Set(rows.map(({ path }) => changeCell(form, path, 'after'))) };
}

/** A section is asked for its blank items once this share of what it asks is written. */
const BEGUN_SHARE = 0.5;

/**
 * Sections that are written far enough to be asked for what is blank: a person who has typed the first words of a
 * part is not met with everything that the part still lacks.
 */
function begunSections(view: View, all: boolean): ReadonlySet<string> {
  const counts = new Map<string, { asked: number; written: number }>();
  for (const { path, item } of view.leaves) {
    if (item.fixed || item.type === 'flag' || item.visible || item.required) continue;
    const key = sectionKeyOf(path);
    const count = counts.get(key) ?? { asked: 0, written: 0 };
    count.asked += 1;
    if (!isBlankValue(view.assessment.values[path])) count.written += 1;
    counts.set(key, count);
  }
  return new Set(
    [...counts]
      .filter(([, { asked, written }]) => all || (written > 0 && written / asked >= BEGUN_SHARE))
      .map(([key]) => key),
  );
}
