import { indexOf } from './lookup';
import type { Role } from './roleNames';
import { idWithRole, itemWithRole, meaningOf, optionThatMeans, requiredId } from './roles';
import type { Form, FormOption, ItemId, SubmissionTime } from './types';

/** The columns of a row of 変更箇所, in order. A form may print other headings and give its columns other ids. */
export const CHANGE_COLUMNS = ['date', 'item', 'before', 'after', 'timing', 'reason'] as const;

export type ChangeColumn = (typeof CHANGE_COLUMNS)[number];

const ROLE_OF_COLUMN: Readonly<Record<ChangeColumn, Role>> = {
  date: 'changeDate',
  item: 'changeItem',
  before: 'changeBefore',
  after: 'changeAfter',
  timing: 'changeTiming',
  reason: 'changeReason',
};

/** The table of 変更箇所 of the form: its item id. */
export function changeTableOf(form: Form): ItemId {
  return requiredId(form, 'changes');
}

/** The path of a cell: that of its row with the name of the column in this form. */
export function changeCell(form: Form, row: string, column: ChangeColumn): string {
  return row + requiredId(form, ROLE_OF_COLUMN[column]).slice(changeTableOf(form).length);
}

/** The column that an item of the form is; undefined for every other item. */
export function changeColumnOf(form: Form, id: ItemId): ChangeColumn | undefined {
  return CHANGE_COLUMNS.find((column) => idWithRole(form, ROLE_OF_COLUMN[column]) === id);
}

/** The options of 提出時期. */
export function timingOptions(form: Form): readonly FormOption[] {
  return itemWithRole(form, 'changeTiming')?.options ?? [];
}

/** 事前 or 事後 in the words of the form. Throws where its data has no such option. */
export function timingLabel(form: Form, time: SubmissionTime): string {
  const item = itemWithRole(form, 'changeTiming');
  const option =
    item && optionThatMeans(item, (meaning) => 'submitted' in meaning && meaning.submitted === time);
  if (!option) throw new Error(`提出時期 of ${form.id} has no option for ${time}`);
  return option.label;
}

/** What a cell of 提出時期 says; undefined where it is blank or none of the options. */
export function timingOf(form: Form, written: string): SubmissionTime | undefined {
  const meaning = meaningOf(itemWithRole(form, 'changeTiming'), written.trim());
  return meaning && 'submitted' in meaning ? meaning.submitted : undefined;
}

/** The headings of its columns, in their order. */
export function changeHeadsOf(form: Form): readonly string[] {
  return (indexOf(form).byId.get(changeTableOf(form))?.item.children ?? []).map(({ label }) => label);
}
