import { indexOf } from '../../forms/lookup';
import type { Form, FormSection } from '../../forms/types';
import type { ReviewReason } from '../../assessment/source';
import { likeness } from './alike';
import { contentOf } from './content';
import { keyOf } from './fold';
import { type Span, textOf } from './pieces';
import type { Bucket } from './place';
import { largest } from '../lists';

/**
 * Which 特定個人情報ファイル each instance of a repeated section belongs to. The part that names most files numbers
 * them (Ⅱ, else the list in Ⅰ, else Ⅲ); the others are matched by the file's name, else by their order.
 */
export interface FileParts {
  readonly buckets: readonly Bucket[];
  /** Lines that only name a file. */
  readonly print: readonly Span[];
  /** Paths whose file is not certain. */
  readonly doubts: ReadonlyMap<string, ReviewReason>;
}

export function matchFiles(form: Form, buckets: readonly Bucket[]): FileParts {
  const perFile = form.sections.filter(({ repeat }) => repeat === 'file');
  const names = fileNames(form, perFile, buckets);
  const print: Span[] = [];
  const doubts = new Map<string, ReviewReason>();
  const matched = perFile.flatMap((section) => {
    const own = buckets.filter(({ path }) => path.startsWith(`${section.id}[`));
    const single = section.items.length === 1;
    return single ? splitByName(section, own, names, print) : renumbered(section, own, names, doubts);
  });
  const rest = buckets.filter(({ path }) => !perFile.some(({ id }) => path.startsWith(`${id}[`)));
  return { buckets: [...rest, ...matched], print, doubts };
}

/** Ordinal → name, blank where none was read. */
type Names = ReadonlyMap<number, string>;

function fileNames(form: Form, perFile: readonly FormSection[], buckets: readonly Bucket[]): Names {
  const [first = new Map<number, string>(), ...others] = perFile
    .filter(({ items }) => items.length > 1)
    .map((section) => namesOf(section, buckets));
  const listed = listedNames(form, [first, ...others], buckets);
  return [first, listed, ...others].reduce((best, names) =>
    named(names) > named(best) || names.size > best.size ? names : best,
  );
}

function named(names: Names): number {
  return [...names.values()].filter((name) => name !== '').length;
}

/** The name of every instance of the section. */
function namesOf(section: FormSection, buckets: readonly Bucket[]): Names {
  const own = buckets.filter(({ path }) => path.startsWith(`${section.id}[`));
  const unnamed = own.map(({ path }) => [ordinalOf(path), ''] as const);
  const names = own
    .filter(({ item }) => item.id === section.items[0]?.id)
    .map((bucket) => [ordinalOf(bucket.path), nameKey(contentOf(bucket.spans).text)] as const);
  return new Map([...unnamed, ...names]);
}

/** The lines of Ⅰ 特定個人情報ファイル名, where they name files that the other parts know or no part names any. */
function listedNames(form: Form, parts: readonly Names[], buckets: readonly Bucket[]): Names {
  const known = new Set(parts.flatMap((names) => [...names.values()]).filter((name) => name !== ''));
  const label = form.sections.find(({ repeat }) => repeat === 'file')?.items[0]?.label;
  const list = indexOf(form).all.find(
    ({ item, section }) => item.label === label && section.repeat !== 'file',
  );
  const bucket = buckets.find(({ item }) => item.id === list?.item.id);
  const lines = bucket ? contentOf(bucket.spans).text.split('\n').map(nameKey) : [];
  const fits = lines.length > 0 && (known.size === 0 || lines.every((line) => known.has(line)));
  const more = lines.some((line) => known.has(line)) && lines.every((line) => line.endsWith(NAME_END));
  return new Map(fits || more ? lines.map((line, at) => [at + 1, line]) : []);
}

const NAME_END = keyOf('ファイル');

function ordinalOf(path: string): number {
  return Number(/\[(\d+)\]/.exec(path)?.[1] ?? 1);
}

/** `（１）住民基本台帳ファイル` → `住民基本台帳ファイル`, folded. */
function nameKey(text: string): string {
  return keyOf(text).replace(/^(?:\(?\d{1,2}[).、]|[①-⑳])/, '');
}

function renumbered(
  section: FormSection,
  buckets: readonly Bucket[],
  names: Names,
  doubts: Map<string, ReviewReason>,
): readonly Bucket[] {
  const own = namesOf(section, buckets);
  const ordinals = [...new Set(buckets.map(({ path }) => ordinalOf(path)))].sort((a, b) => a - b);
  const target = targetsOf(ordinals, own, names);
  const incomplete = ordinals.length < names.size;
  return buckets.map((bucket) => {
    const ordinal = ordinalOf(bucket.path);
    const path = bucket.path.replace(/\[\d+\]/, `[${String(target.get(ordinal) ?? ordinal)}]`);
    if (bucket.item.id === section.items[0]?.id)
      noteDoubt(path, own.get(ordinal), names.get(ordinalOf(path)), doubts);
    else if (incomplete && bucket.afterGap) doubts.set(path, { code: 'fileUnclear' });
    return { ...bucket, path };
  });
}

function noteDoubt(
  path: string,
  name: string | undefined,
  file: string | undefined,
  doubts: Map<string, ReviewReason>,
): void {
  if (file !== undefined && file !== '' && name !== undefined && name !== file)
    doubts.set(path, { code: 'fileNameDiffers' });
}

/** By the same name, then by a name nearly the same, then by order among those left. */
function targetsOf(ordinals: readonly number[], own: Names, names: Names): ReadonlyMap<number, number> {
  const target = new Map<number, number>();
  const free = new Set(names.keys());
  const take = (least: number): void => {
    for (const ordinal of ordinals.filter((candidate) => !target.has(candidate))) {
      const name = own.get(ordinal) ?? '';
      const match = [...free].find((file) => name !== '' && likeness(names.get(file) ?? '', name) >= least);
      if (match === undefined) continue;
      target.set(ordinal, match);
      free.delete(match);
    }
  };
  take(1);
  take(0.75);
  for (const ordinal of ordinals.filter((candidate) => !target.has(candidate))) {
    const next = free.has(ordinal) ? ordinal : [...free].sort((a, b) => a - b)[0];
    const taken = new Set(target.values());
    target.set(ordinal, next ?? largest([ordinal, ...[...taken].map((file) => file + 1)]));
    if (next !== undefined) free.delete(next);
  }
  return target;
}

/** One section for all files (（別添１） 特定個人情報ファイル記録項目): a line with a file's name begins its part. */
function splitByName(
  section: FormSection,
  buckets: readonly Bucket[],
  names: Names,
  print: Span[],
): readonly Bucket[] {
  const [item] = section.items;
  if (!item) return buckets;
  const parts = new Map<number, Bucket>();
  let printed = 0;
  for (const bucket of buckets) {
    let file = Math.max(ordinalOf(bucket.path), printed + 1);
    for (const span of bucket.spans.flatMap((whole) => linesIfNamed(whole, names))) {
      const named = fileNamed(span, names);
      if (named !== undefined) file = named;
      if (named !== undefined) print.push(span);
      else partOf(parts, file, section.id, bucket).spans.push(span);
    }
    if (bucket.spans.length === 0) partOf(parts, file, section.id, bucket);
    printed = file;
  }
  return [...parts.values()];
}

function partOf(parts: Map<number, Bucket>, file: number, section: string, bucket: Bucket): Bucket {
  const known = parts.get(file);
  if (known) return known;
  const made: Bucket = {
    ...bucket,
    path: bucket.item.id.replace(section, `${section}[${String(file)}]`),
    spans: [],
  };
  parts.set(file, made);
  return made;
}

function fileNamed(span: Span, names: Names): number | undefined {
  const name = nameKey(textOf(span));
  return [...names].find(([, known]) => known !== '' && known === name)?.[0];
}

function linesIfNamed(span: Span, names: Names): readonly Span[] {
  const lines: Span[] = [];
  let from = span.from;
  for (const line of textOf(span).split('\n')) {
    lines.push({ ...span, from, to: from + line.length });
    from += line.length + 1;
  }
  return lines.some((line) => fileNamed(line, names) !== undefined)
    ? lines.filter((line) => line.to > line.from)
    : [span];
}
