import { itemIdOf } from '../../assessment/path';
import { findItem } from '../../forms/lookup';
import type { Form } from '../../forms/types';
import type { RecognisedItem } from '../result';

/**
 * An empty box before 委託しない says "no" only where the part it speaks about is answered; in a part that is all
 * blank it is as blank as the rest. Where nothing in the part is certain, neither is the "no".
 */
export function withoutIdleFlags(form: Form, items: readonly RecognisedItem[]): readonly RecognisedItem[] {
  const answered = items.filter(({ value }) => value !== undefined && value !== false);
  return items.map((item) => {
    if (item.value !== false || findItem(form, itemIdOf(item.path))?.item.type !== 'flag') return item;
    const part = item.path.slice(0, item.path.lastIndexOf('.') + 1);
    const own = answered.filter(({ path }) => path.startsWith(part));
    const [first] = own;
    if (first?.reason && item.status === 'filled' && own.every(({ status }) => status === 'review'))
      return { ...item, status: 'review', reason: first.reason };
    if (first) return item;
    return { path: item.path, status: 'empty', ...(item.where ? { where: item.where } : {}) };
  });
}
