import { itemIdOf } from '../../assessment/path';
import { findItem } from '../../forms/lookup';
import type { Form } from '../../forms/types';
import type { RecognisedItem } from '../result';

/**
 * An empty box before 委託しない says "no" only where the part it speaks about is answered; in a part that is all
 * blank it is as blank as the rest.
 */
export function withoutIdleFlags(form: Form, items: readonly RecognisedItem[]): readonly RecognisedItem[] {
  const answered = items.filter(({ value }) => value !== undefined && value !== false);
  return items.map((item) => {
    if (item.value !== false || findItem(form, itemIdOf(item.path))?.item.type !== 'flag') return item;
    const part = item.path.slice(0, item.path.lastIndexOf('.') + 1);
    if (answered.some(({ path }) => path.startsWith(part))) return item;
    return { path: item.path, status: 'empty', ...(item.where ? { where: item.where } : {}) };
  });
}
