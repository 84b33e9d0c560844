import { findItem } from '../../../../shared/forms/lookup';
import type { Form, FormItem } from '../../../../shared/forms/types';

/** A count is printed after the option or choice it belongs to, never in a row of its own. */
export function isPrintedElsewhere(form: Form, id: string): boolean {
  const { item, before, siblings } = around(form, id);
  if (item?.type !== 'count') return false;
  return (
    before?.label === item.label ||
    siblings.some((other) => other.options?.some(({ countItem }) => countItem === id))
  );
}

/** The count that is printed behind a choice: 委託する　（　）件. */
export function countBehind(form: Form, id: string): FormItem | undefined {
  const { item, after } = around(form, id);
  return item?.type === 'choice' && after?.type === 'count' && after.label === item.label ? after : undefined;
}

function around(form: Form, id: string) {
  const placed = findItem(form, id);
  const siblings = placed?.parents.at(-1)?.children ?? placed?.section.items ?? [];
  const at = siblings.findIndex((item) => item.id === id);
  return { item: placed?.item, before: siblings[at - 1], after: siblings[at + 1], siblings };
}
