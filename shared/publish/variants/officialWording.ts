import { itemIdOf, type Path } from '../../assessment/path';
import type { Assessment } from '../../assessment/types';
import { formOf } from '../../forms/catalog';
import { findItem } from '../../forms/lookup';

/** Whether the value at a path is a label of the form, which everybody may read there, and no words of the office. */
export function officialWordingIn({ form, edition }: Assessment): (path: Path) => boolean {
  const known = formOf(form, edition);
  return (path) => findItem(known, itemIdOf(path))?.item.type === 'choice';
}
