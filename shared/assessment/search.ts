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
export interface TextLocation {
  readonly path: Path;
  /** Which text of the value: an option's label, `row:column` of a grid, the number of a picture; absent for a plain text. */
  readonly within?: string;
  readonly text: string;
}

/** A place where the searched words are. */
export interface Hit extends TextLocation {
  /** UTF-16 units from the start of `text`. */
  readonly from: number;
  readonly to: number;
}

/** All places in official order, 別紙 last. An empty query finds nothing. */
export function search(assessment: Assessment, query: string, options: SearchOptions): readonly Hit[] {
  if (query === '') return [];
  return textLocations(assessment).flatMap((location) =>
    findIn(location.text, query, options).map((found) => ({ ...location, ...found })),
  );
}

/** One edit that puts `replacement` at every given place (places of one search; order does not matter). */
export function replaceAt(assessment: Assessment, hits: readonly Hit[], replacement: string): Edit {
  const byPath = grouped(hits);
  const edits = [...byPath].map(([path, pathHits]) => {
    const value = pathHits.reduceRight<Value | undefined>(
      (current, hit) => withReplaced(current, hit, replacement),
      assessment.values[path],
    );
    return setValue(assessment, path, value);
  });
  return { kind: 'batch', edits };
}

/** Every text that a person wrote, with where it is. */
export function textLocations(assessment: Assessment): readonly TextLocation[] {
  const form = formOf(assessment.form, assessment.edition);
  const leaves = leavesOf(outline(form, assessment)).filter((leaf) => !leaf.item.fixed);
  const attached = attachmentsOf(assessment).flatMap((id) => [
    `${ATTACHMENTS}[${id}].title`,
    `${ATTACHMENTS}[${id}].rows`,
  ]);
  return [...leaves.map((leaf) => leaf.path), ...attached].flatMap((path) =>
    textLocationsIn(path, assessment.values[path]),
  );
}

/** The texts of one value. */
export function textLocationsIn(path: Path, value: Value | undefined): readonly TextLocation[] {
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

/** Where `query` is in `text`, left to right, without overlap. */
export function findIn(
  text: string,
  query: string,
  { ignoreWidth }: SearchOptions,
): readonly { readonly from: number; readonly to: number }[] {
  const source = ignoreWidth ? foldWithMap(text) : { folded: text, at: undefined };
  const foldedQuery = ignoreWidth ? foldWidth(query) : query;
  const found: { from: number; to: number }[] = [];
  for (
    let at = foldedQuery === '' ? -1 : source.folded.indexOf(foldedQuery);
    at >= 0;
    at = source.folded.indexOf(foldedQuery, at + foldedQuery.length)
  ) {
    found.push(spanOf(source.at, at, at + foldedQuery.length));
  }
  return found;
}

interface FoldedText {
  readonly folded: string;
  /** For each unit of `folded`, and one past its end: where its source begins in the text. */
  readonly at: readonly number[];
}

/** Signs that join the one before when width is folded: voiced marks, combining characters, variation selectors. */
const CLUSTER = /[\s\S](?:(?<=[\ud800-\udbff])[\udc00-\udfff])?[\p{M}\uff9e\uff9f]*/gu;

function foldWithMap(text: string): FoldedText {
  let folded = '';
  const at: number[] = [];
  for (const match of text.matchAll(CLUSTER)) {
    const foldedCluster = foldWidth(match[0]);
    at.push(...Array<number>(foldedCluster.length).fill(match.index));
    folded += foldedCluster;
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
  const replaceIn = (text: string) => text.slice(0, hit.from) + replacement + text.slice(hit.to);
  if (typeof value === 'string') return replaceIn(value);
  if (typeof value !== 'object' || hit.within === undefined) return value;
  if ('selected' in value)
    return { ...value, texts: { ...value.texts, [hit.within]: replaceIn(value.texts[hit.within] ?? '') } };
  if ('images' in value)
    return {
      images: value.images.map((image, at) =>
        String(at) === hit.within ? { ...image, alt: replaceIn(image.alt) } : image,
      ),
    };
  const [y, x] = hit.within.split(':').map(Number);
  return {
    rows: value.rows.map((row, at) =>
      at === y ? row.map((cell, column) => (column === x ? replaceIn(cell) : cell)) : row,
    ),
  };
}

function grouped(hits: readonly Hit[]): Map<Path, readonly Hit[]> {
  const groups = new Map<Path, Hit[]>();
  for (const hit of hits) groups.set(hit.path, [...(groups.get(hit.path) ?? []), hit]);
  return groups;
}
