import type { FormItem } from '../../../../shared/forms/types';

/** `委託事項3` */
export function entryLabel(item: FormItem, ordinal: number): string {
  return item.itemLabel?.replace('{n}', String(ordinal)) ?? `${item.label}${String(ordinal)}`;
}
