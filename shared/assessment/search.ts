import { formOf } from '../forms/catalog';
import { foldWidth } from '../japanese/normalise';
import { setValue, type Edit } from './edit';
import { attachmentsOf } from './items';
import { ATTACHMENTS, type Path } from './path';
import type { Assessment, Value } from './types';
import { leavesOf, outline } from './walk';

export interface SearchOptions {
  /** Full and half width, and signs of one look, are the same: ｻｰﾊﾞ finds サーバ. */
  readonly ignoreWidth: boolean;
}

/** One piece of text inside a value: the value itself, the text of an option, a cell of a 別紙 … */
export interface TextSpot {
  readonly path: Path;
  /** Which text of the value: an option's label, `row:column` of a grid, the number of a picture; absent for a plain text. */
  readonly within?: string;
  readonly text: string;
}

/** A place where the searched words stand. */
export interface Hit extends TextSpot {
  /** UTF-16 units from the start of `text`. */
  readonly from: number;
  readonly to: number;
}

/** All places in official order, 別紙 last. An empty query finds nothing. */
export function search(assessment: Assessment, query: string, options: SearchOptions): readonly Hit[] {
  if (query === '') return [];
  return spotsOf(assessment).flatMap((spot) =>
    findIn(spot.text, query, options).map((found) => ({ ...spot, ...found })),
  );
}

/** One edit that puts `replacement` at every given place (places of one search; order does not matter). */
export function replaceAt(assessment: Assessment, hits: readonly Hit[], replacement: string): Edit {
  const byPath = grouped(hits);
  const edits = [...byPath].map(([path, own]) => {
    const value = own.reduceRight<Value | undefined>(
      (current, hit) => withReplaced(current, hit, replacement),
      assessment.values[path],
    );
    return setValue(assessment, path, value);
  });
  return { kind: 'batch', edits };
}

/** Every text that a person wrote, with where it stands. */
export function spotsOf(assessment: Assessment): readonly TextSpot[] {
  const form = formOf(assessment.form, assessment.edition);
  const leaves = leavesOf(outline(form, assessment)).filter((leaf) => !leaf.item.fixed);
  const attached = attachmentsOf(assessment).flatMap((id) => [
    `${ATTACHMENTS}[${id}].title`,
    `${ATTACHMENTS}[${id}].rows`,
  ]);
  return [...leaves.map((leaf) => leaf.path), ...attached].flatMap((path) =>
    spotsIn(path, assessment.values[path]),
  );
}

/** The texts of one value. */
export function spotsIn(path: Path, value: Value | undefined): readonly TextSpot[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object') return [];
  if ('selected' in value)
    return Object.entries(value.texts).map(([within, text]) => ({ path, within, text }));
  if ('images' in value)
    return value.images.map((image, at) => ({ path, within: String(at), text: image.alt }));
  return value.rows.flatMap((row, y) =>
    row.map((text, x) => ({ path, within: `${String(y)}:${String(x)}`, text })),
  );
}

/** Where `query` stands in `text`, left to right, without overlap. */
export function findIn(
  text: string,
  query: string,
  { ignoreWidth }: SearchOptions,
): readonly { readonly from: number; readonly to: number }[] {
  const source = ignoreWidth ? foldWithMap(text) : { folded: text, at: undefined };
  const wanted = ignoreWidth ? foldWidth(query) : query;
  const found: { from: number; to: number }[] = [];
  for (
    let at = wanted === '' ? -1 : source.folded.indexOf(wanted);
    at >= 0;
    at = source.folded.indexOf(wanted, at + wanted.length)
  ) {
    found.push(spanOf(source.at, at, at + wanted.length));
  }
  return found;
}

interface Folded {
  readonly folded: string;
  /** For each unit of `folded`, and one past its end: where its source begins in the text. */
  readonly at: readonly number[];
}

/** Signs that join the one before when width is folded: voiced marks, combining characters, variation selectors. */
const CLUSTER = /[\s\S](?:(?<=[\ud800-\udbff])[\udc00-\udfff])?[\p{M}\uff9e\uff9f]*/gu;

function foldWithMap(text: string): Folded {
  let folded = '';
  const at: number[] = [];
  for (const match of text.matchAll(CLUSTER)) {
    const piece = foldWidth(match[0]);
    at.push(...Array<number>(piece.length).fill(match.index));
    folded += piece;
  }
  return { folded, at: [...at, text.length] };
}

/** A hit inside one folded cluster (㍿ holds 株式会社) covers the whole of it: a sign is never cut. */
function spanOf(map: readonly number[] | undefined, from: number, to: number): { from: number; to: number } {
  if (!map) return { from, to };
  const start = map[from] ?? 0;
  let end = to;
  while (end < map.length - 1 && map[end] === map[end - 1]) end += 1;
  return { from: start, to: map[end] ?? start };
}

function withReplaced(value: Value | undefined, hit: Hit, replacement: string): Value | undefined {
  const put = (text: string) => text.slice(0, hit.from) + replacement + text.slice(hit.to);
  if (typeof value === 'string') return put(value);
  if (typeof value !== 'object' || hit.within === undefined) return value;
  if ('selected' in value)
    return { ...value, texts: { ...value.texts, [hit.within]: put(value.texts[hit.within] ?? '') } };
  if ('images' in value)
    return {
      images: value.images.map((image, at) =>
        String(at) === hit.within ? { ...image, alt: put(image.alt) } : image,
      ),
    };
  const [y, x] = hit.within.split(':').map(Number);
  return {
    rows: value.rows.map((row, at) =>
      at === y ? row.map((cell, column) => (column === x ? put(cell) : cell)) : row,
    ),
  };
}

function grouped(hits: readonly Hit[]): Map<Path, readonly Hit[]> {
  const groups = new Map<Path, Hit[]>();
  for (const hit of hits) groups.set(hit.path, [...(groups.get(hit.path) ?? []), hit]);
  return groups;
}
