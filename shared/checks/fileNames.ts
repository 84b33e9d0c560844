import { normaliseForComparison } from '../japanese/normalise';
import type { View } from './types';
import { isBlank, placesOf, textAt, textOf } from './view';

/** `(1) 住民基本台帳ファイル` → `住民基本台帳ファイル`, in the form for comparing. */
export function plainFileName(name: string): string {
  return normaliseForComparison(name)
    .replace(/^(?:[(]?[0-9①-⑳]+[).．、:]?|[・○\-*])/u, '')
    .replace(/[()「」『』]/gu, '');
}

export interface ListedNames {
  readonly names: readonly string[];
  /** Each line is one name, so that a name that is not among them is wrong and not only written otherwise. */
  readonly separate: boolean;
}

/** The names of 特定個人情報ファイル that Ⅰ lists. */
export function listedNames(view: View): ListedNames {
  const text = textOf(view, 'fileList');
  const names = splitNames(text);
  const separate =
    names.length > 0 && names.every((name) => Array.from(name).length <= 60 && !name.includes('。'));
  return { names, separate };
}

/** A name a line, or several in one line behind numbers. */
export function splitNames(text: string): readonly string[] {
  return text
    .split(/\n|(?<=[^\s　])[\s　、]*(?=[（(][0-9０-９]{1,2}[)）]|[①-⑳])/u)
    .map((name) => name.trim())
    .filter((name) => !isBlank(name));
}

/** Whether a name of Ⅱ or Ⅲ is among the listed ones. */
export function isListed(name: string, { names }: ListedNames): boolean {
  const plain = plainFileName(name);
  return names.some((listed) => plainFileName(listed) === plain);
}

/** Written names of Ⅱ in the order of the files. */
export function fileNamesOf(view: View): readonly string[] {
  return placesOf(view, 'fileName')
    .map(({ path }) => textAt(view, path))
    .filter((name) => !isBlank(name));
}
