import type { OrdinalItem } from '../../../../../shared/assessment/fromItems';
import type { Checks } from '../../../../../shared/assessment/types';
import type { RecognisedItem, Recognition } from '../../../../../shared/intake/result';
import { normaliseForComparison } from '../../../../../shared/japanese/normalise';

export interface Difference {
  readonly path: string;
  readonly want: string;
  readonly got: string | undefined;
  readonly status: RecognisedItem['status'] | 'absent';
}

/** Where the recognition says something else than the document, white space and width aside. */
export function differences(wanted: readonly OrdinalItem[], read: Recognition): readonly Difference[] {
  const want = new Map(
    wanted.map(({ path, value }) => [path, shown(value)]).filter(([, text]) => text !== '') as [
      string,
      string,
    ][],
  );
  const got = new Map(read.items.map((item) => [item.path, item]));
  const paths = [...new Set([...want.keys(), ...got.keys()])].filter((path) => !PRINTED.test(path));
  return paths.flatMap((path) => {
    const item = got.get(path);
    const [expected, found] = [want.get(path) ?? '', item?.value === undefined ? '' : shown(item.value)];
    return expected === found ? [] : [{ path, want: expected, got: found, status: item?.status ?? 'absent' }];
  });
}

/** Text that the form prints itself. */
const PRINTED = /\.(?:form_edition|all_items)$/;

function shown(value: RecognisedItem['value']): string {
  if (value === undefined || value === false) return '';
  if (typeof value !== 'object') return normaliseForComparison(String(value));
  if (isChecks(value)) return shownChecks(value);
  if ('images' in value) return '';
  const text = JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'string' ? normaliseForComparison(inner) : inner,
  );
  return /[^[\]{}":,a-z]/.test(text) ? text : '';
}

function isChecks(value: object): value is Checks {
  return 'selected' in value && Array.isArray(value.selected);
}

function shownChecks({ selected, texts }: Checks): string {
  const written = Object.entries(texts).filter(([, text]) => normaliseForComparison(text) !== '');
  const shownTexts = written.map(([label, text]) => `#${label}=${normaliseForComparison(text)}`).sort();
  return [...selected].sort().join('|') + shownTexts.join('');
}
