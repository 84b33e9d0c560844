import type { FormItem } from '../../../forms/types';
import { keyOf } from '../fold';

/** The brackets of paper again, where the reader of text recognition wrote signs for its boxes. */
export function ticksAsText(text: string): string {
  return text
    .replace(/[[［]\s*[☑◉]\s*[\]］]/g, '[○]')
    .replace(/[[［]\s*[☐◎]\s*[\]］]/g, '[]')
    .replace(/[☑◉](?=[^\s\]])/g, '[○]')
    .replace(/[☐◎](?=[^\s\]])/g, '[]');
}

/** A text without what the form prints around it: `（手数料額、納付方法：…）`, `…時点`. */
export function withoutFrame(item: FormItem, text: string): string {
  const inner = item.prefix === undefined ? text : withoutStart(text, item.prefix);
  return item.suffix === undefined ? inner : withoutEnd(inner, item.suffix);
}

function withoutStart(text: string, print: string): string {
  for (let end = 1; end <= text.length && end <= print.length * 2; end++)
    if (keyOf(text.slice(0, end)) === keyOf(print)) return text.slice(end).trim();
  return text;
}

function withoutEnd(text: string, print: string): string {
  for (let from = text.length - 1; from >= 0 && text.length - from <= print.length * 2; from--)
    if (keyOf(text.slice(from)) === keyOf(print)) return text.slice(0, from).trim();
  return text;
}
