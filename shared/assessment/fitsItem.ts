import type { FormItem } from '../forms/types';
import type { Checks, ImageRef, Value } from './types';
import { isChecks, isGrid, isImages } from './values';

/** Whether a value is of the kind that the item asks for. Which words are in a text is nobody's business. */
export function fitsItem(item: FormItem, value: Value): boolean {
  switch (item.type) {
    case 'text':
    case 'longtext':
    case 'date':
      return typeof value === 'string';
    case 'choice':
      return (item.options ?? []).some(({ label }) => label === value);
    case 'checks':
      return isChecks(value) && fitsOptions(item, value);
    case 'flag':
      return typeof value === 'boolean';
    case 'count':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
    case 'image':
      return isImages(value) && value.images.every(isImage);
    case 'group':
    case 'repeat':
    case 'table':
      return false;
  }
}

/** The two parts of a 別紙. */
export function fitsAttachment(part: 'title' | 'rows', value: Value): boolean {
  return part === 'title'
    ? typeof value === 'string'
    : isGrid(value) && value.rows.every((row) => Array.isArray(row));
}

function fitsOptions(item: FormItem, { selected, texts }: Checks): boolean {
  const options = item.options ?? [];
  const known = (label: string) => options.some((option) => option.label === label);
  const texted = (label: string) => options.some((option) => option.label === label && option.withText);
  const once = new Set(selected).size === selected.length;
  return once && selected.every(known) && Object.keys(texts).every(texted);
}

function isImage(image: ImageRef): boolean {
  return /^[0-9a-f]{64}$/.test(image.hash) && image.width > 0 && image.height > 0;
}
