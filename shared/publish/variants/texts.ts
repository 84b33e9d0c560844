import type { Value } from '../../assessment/types';

/** Every text of a value that a person wrote; chosen options are the form's words. */
export function textsOf(value: Value | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object') return [];
  if ('texts' in value) return Object.values(value.texts);
  if ('rows' in value) return value.rows.flat();
  return value.images.flatMap(({ alt, name }) => [alt, name]);
}

/** The value with each of its texts changed; the same value where none of them changes. */
export function withTexts(value: Value, change: (text: string) => string): Value {
  if (!textsOf(value).some((text) => change(text) !== text)) return value;
  if (typeof value === 'string') return change(value);
  if (typeof value !== 'object') return value;
  if ('rows' in value) return { rows: value.rows.map((row) => row.map(change)) };
  if ('images' in value)
    return {
      images: value.images.map((image) => ({ ...image, alt: change(image.alt), name: change(image.name) })),
    };
  const texts = Object.entries(value.texts).map(([option, text]) => [option, change(text)] as const);
  return { ...value, texts: Object.fromEntries(texts) };
}
