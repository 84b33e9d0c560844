import type { Checks, Grid, Images, Value } from './types';
import { normaliseForComparison } from '../japanese/normalise';

export function isChecks(value: Value | undefined): value is Checks {
  return typeof value === 'object' && 'selected' in value;
}

export function isGrid(value: Value | undefined): value is Grid {
  return typeof value === 'object' && 'rows' in value;
}

export function isImages(value: Value | undefined): value is Images {
  return typeof value === 'object' && 'images' in value;
}

/**
 * Whether two values are equal to the character and in every part, in whatever order their keys were written. Texts are
 * compared as they are: only objects can be equal without being identical, and serialising long texts would be slow.
 */
export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  return typeof a === 'object' && typeof b === 'object' && canonical(a) === canonical(b);
}

/** Equal to a reader: only width, white space, line breaks or the way a blank is kept differ. */
export function readsAlike(a: Value | undefined, b: Value | undefined): boolean {
  return comparable(a) === comparable(b);
}

/** JSON with the keys of every object sorted, so that equal values have equal JSON. */
function canonical(value: Checks | Images | Grid): string {
  return JSON.stringify(value, (_, part: unknown) => (isRecord(part) ? sortedByKey(part) : part));
}

function isRecord(part: unknown): part is Readonly<Record<string, unknown>> {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}

/** Entries, not an object: an object would put keys that look like numbers first by itself. */
function sortedByKey(record: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  return Object.entries(record).sort(byKey);
}

function comparable(value: Value | undefined): string {
  if (isChecks(value)) return comparableChecks(value);
  if (isGrid(value)) return value.rows.map((row) => row.map(normaliseForComparison).join('\t')).join('\n');
  if (isImages(value))
    return value.images.map(({ hash, alt }) => `${hash} ${normaliseForComparison(alt)}`).join('\n');
  if (value === false || value === undefined) return '';
  return value === true ? 'true' : normaliseForComparison(String(value));
}

/** The order in which options were ticked does not show on paper. */
function comparableChecks({ selected, texts }: Checks): string {
  const written = Object.entries(texts).map(
    ([label, text]) => [label, normaliseForComparison(text)] as const,
  );
  const shown = written.filter(([, text]) => text !== '').sort(byKey);
  return selected.length + shown.length === 0 ? '' : JSON.stringify([[...selected].sort(), shown]);
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The words of a value in one text, for telling how alike two values are. */
export function plainText(value: Value | undefined): string {
  if (isChecks(value)) return [...value.selected, ...Object.values(value.texts)].join('\n');
  if (isGrid(value)) return value.rows.map((row) => row.join('\t')).join('\n');
  if (isImages(value)) return value.images.map(({ name }) => name).join('\n');
  return value === undefined ? '' : String(value);
}
