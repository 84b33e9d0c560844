import type { Checks, Value } from '../../../../../../shared/assessment/types';
import type { FormItem, FormOption } from '../../../../../../shared/forms/types';

export function siblingOf(path: string, id: string): string {
  return path.slice(0, path.lastIndexOf('.') + 1) + id.slice(id.lastIndexOf('.') + 1);
}

/** Of several wordings of one place the sheet prints one. */
export function isPrinted(option: FormOption, item: FormItem, value: Checks | undefined): boolean {
  if (option.slot === undefined) return true;
  const wordings = (item.options ?? []).filter((other) => other.slot === option.slot);
  const chosen = wordings.find((other) => value?.selected.includes(other.label)) ?? wordings[0];
  return chosen === option;
}

export function text(value: Value | undefined): string {
  return value === undefined || typeof value === 'object' ? '' : String(value);
}

export function wrapped(line: string, width: number): readonly string[] {
  const count = Math.max(1, Math.ceil(line.length / width));
  return Array.from({ length: count }, (_, at) => line.slice(at * width, (at + 1) * width));
}
