import { emptyAssessment, hasFiles } from './create';
import { toOrdinals } from './ordinals';
import { ATTACHMENTS, FILES, instancesOf, itemIdOf, mapInstances, type ListPath, type Path } from './path';
import type { Assessment, Entry, Value } from './types';
import { normaliseForComparison } from '../japanese/normalise';
import { formOf } from '../forms/catalog';
import { labelPath } from '../forms/label';
import { findItem, indexOf, isLeaf, isList, type PlacedItem } from '../forms/lookup';
import { mappingBetween, type Mapping } from '../forms/mapping';
import type { Form, FormItem, FormSection, ItemId } from '../forms/types';
import { idWithRole } from '../forms/roles';

/** A text for which the other form has no item. */
export interface UnconvertedText {
  /** The path in the assessment before the conversion. */
  readonly path: Path;
  /** Official wording of that path. */
  readonly label: string;
  readonly text: string;
}

export interface Conversion {
  readonly assessment: Assessment;
  readonly unconverted: readonly UnconvertedText[];
  /** The item or entry of the new form that asks the same; undefined where none does. */
  readonly targetOf: (path: Path) => Path | undefined;
}

/**
 * The id of an entry that the other form begins with: the list it is in, and its position from 0. A function
 * without parameters that makes a new id at each call will do; one that answers the same id for the same place makes
 * several assessments of one history begin with the same entries.
 */
export type FirstEntryId = (list: ListPath, at: number) => string;

/**
 * The assessment in another edition or form: every value is at the item that asks the same, or is
 * unconverted. Entries keep their ids; a list that the older form has too and that is empty remains empty. The stamp
 * of the cover is that of the new form.
 */
export function convertAssessment(assessment: Assessment, to: Form, firstEntryId: FirstEntryId): Conversion {
  if (assessment.form === to.id && assessment.edition === to.edition)
    return { assessment, unconverted: [], targetOf: (path) => path };
  const from = formOf(assessment.form, assessment.edition);
  const stamp = idWithRole(from, 'stamp');
  const converter = new Converter(from, to, mappingBetween(from.id, to.id));
  const lists = converter.lists(assessment.lists);
  const unconverted: UnconvertedText[] = [];
  const values: Record<Path, Value> = {};
  const gathered: Record<Path, string[]> = {};
  for (const [path, value] of inListOrder(assessment)) {
    if (itemIdOf(path) === stamp) continue;
    const converted = converter.value(path, value);
    if (converted.value !== undefined) values[converted.path] = converted.value;
    if (converted.gathered !== undefined) (gathered[converted.gathered] ??= []).push(asText(value));
    else if (converted.rest !== '')
      unconverted.push({ path, label: wordingOf(from, assessment, path), text: converted.rest });
  }
  for (const [path, texts] of Object.entries(gathered)) values[path] ??= texts.join('\n');
  return {
    assessment: {
      form: to.id,
      edition: to.edition,
      slots: assessment.slots,
      values,
      lists: { ...firstEntriesOf(to, lists, converter.commonLists(), firstEntryId), ...lists },
    },
    unconverted,
    targetOf: (path) => (path.endsWith(']') ? converter.entry(path) : converter.place(path)),
  };
}

/**
 * The values with those of earlier entries first, in whatever order they were written, so that texts gathered from a
 * list are in the order of the list.
 */
function inListOrder({ values, lists }: Assessment): readonly (readonly [Path, Value])[] {
  const positions = new Map(
    Object.values(lists).flatMap((entries) => entries.map(({ id }, at) => [id, at] as const)),
  );
  const positioned = Object.entries(values).map(([path, value]) => {
    const place = instancesOf(path).map((id) => positions.get(id) ?? 0);
    return { pair: [path, value] as const, place };
  });
  return positioned.sort((a, b) => comparePositions(a.place, b.place)).map(({ pair }) => pair);
}

function comparePositions(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((position, index) => position !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

interface ConvertedValue {
  readonly path: Path;
  /** What is in the new form. */
  readonly value?: Value;
  /** The item that gathers it with others. */
  readonly gathered?: Path;
  /** What of it did not fit, in words. */
  readonly rest: string;
}

class Converter {
  constructor(
    private readonly from: Form,
    private readonly to: Form,
    private readonly mapping: Mapping,
  ) {}

  value(path: Path, value: Value): ConvertedValue {
    if (path.startsWith(`${ATTACHMENTS}[`)) return { path, value, rest: '' };
    const id = itemIdOf(path);
    const target = findItem(this.to, this.mapping.target(id) ?? '');
    const converted = this.place(path);
    const fitted = target && converted !== undefined ? fit(value, target.item) : undefined;
    if (converted !== undefined && fitted) return { path: converted, ...fitted };
    const gathered = this.mapping.gathered(id);
    return gathered === undefined ? { path, rest: asText(value) } : { path, gathered, rest: '' };
  }

  /** The item that asks the same, at the same entries. */
  place(path: Path): Path | undefined {
    if (path.startsWith(`${ATTACHMENTS}[`)) return path;
    const id = itemIdOf(path);
    const source = findItem(this.from, id);
    const target = findItem(this.to, this.mapping.target(id) ?? '');
    return source && target && isLeaf(target.item) ? this.path(path, source, target) : undefined;
  }

  /** The entry of the list that asks the same. */
  entry(path: Path): Path | undefined {
    const at = path.lastIndexOf('[');
    const list = path.slice(0, at);
    const place = list === ATTACHMENTS || (list === FILES && hasFiles(this.to)) ? list : this.list(list);
    return place === undefined ? undefined : place + path.slice(at);
  }

  /** Lists of the new form that the old one has too, by the ids of their items. */
  commonLists(): ReadonlySet<ItemId> {
    const lists = indexOf(this.from).all.filter(({ item }) => isList(item));
    const targets = lists.flatMap(({ item }) => this.mapping.target(item.id) ?? []);
    return new Set(hasFiles(this.from) ? [FILES, ...targets] : targets);
  }

  /** Lists whose entries have a place in the new form, under their new paths. */
  lists(lists: Assessment['lists']): Record<ListPath, readonly Entry[]> {
    const converted = Object.entries(lists).flatMap(([path, entries]): [ListPath, readonly Entry[]][] => {
      if (path === ATTACHMENTS) return [[path, entries]];
      if (path === FILES) return hasFiles(this.to) ? [[path, entries]] : [];
      const list = this.list(path);
      return list === undefined ? [] : [[list, entries]];
    });
    return Object.fromEntries(converted);
  }

  private list(path: ListPath): ListPath | undefined {
    const source = findItem(this.from, itemIdOf(path));
    const target = findItem(this.to, this.mapping.target(itemIdOf(path)) ?? '');
    return source && target && isList(target.item) ? this.path(path, source, target) : undefined;
  }

  /** The same instances around the other item; undefined where the lists around them differ. */
  private path(path: Path, source: PlacedItem, target: PlacedItem): Path | undefined {
    const [sourceLists, targetLists] = [repetitionsOf(source), repetitionsOf(target)];
    const instances = instancesOf(path);
    const fits =
      sourceLists.length === targetLists.length && sourceLists.every((kind, at) => kind === targetLists[at]);
    return fits ? withInstances(target, instances) : undefined;
  }
}

/** What an item is repeated by, outermost first. */
function repetitionsOf({ section, parents }: PlacedItem): readonly string[] {
  return [...(section.repeat === 'file' ? ['file'] : []), ...parents.filter(isList).map(() => 'list')];
}

/** `II.4.items.m3` with the ids of a file and an entry: `II[k3f9].4.items[x81a].m3`. */
function withInstances({ item, section, parents }: PlacedItem, instances: readonly string[]): Path {
  const ends = [...fileEnd(section), ...parents.filter(isList).map(({ id }) => id.length)];
  let path = '';
  let done = 0;
  ends.forEach((end, at) => {
    path += `${item.id.slice(done, end)}[${instances[at] ?? ''}]`;
    done = end;
  });
  return path + item.id.slice(done);
}

function fileEnd(section: FormSection): readonly number[] {
  return section.repeat === 'file' ? [section.id.length] : [];
}

const TEXTS = ['text', 'longtext', 'date'];

/** The value as the item takes it, and what of it the item has no place for. Undefined where nothing fits. */
function fit(value: Value, item: FormItem): { value: Value; rest: string } | undefined {
  if (typeof value === 'boolean') return item.type === 'flag' ? { value, rest: '' } : undefined;
  if (typeof value === 'number') return item.type === 'count' ? { value, rest: '' } : undefined;
  if (typeof value === 'string') return fitText(value, item);
  if ('images' in value) return item.type === 'image' ? { value, rest: '' } : undefined;
  return 'selected' in value && item.type === 'checks' ? fitChecks(value, item) : undefined;
}

function fitText(value: string, item: FormItem): { value: Value; rest: string } | undefined {
  if (TEXTS.includes(item.type)) return { value, rest: '' };
  const label = item.type === 'choice' ? optionLabel(item, value) : undefined;
  return label === undefined ? undefined : { value: label, rest: '' };
}

/** An option is the same where its wording is, apart from width and white space. */
function optionLabel(item: FormItem, label: string): string | undefined {
  const targetLists = normaliseForComparison(label);
  return item.options?.find((option) => normaliseForComparison(option.label) === targetLists)?.label;
}

function fitChecks(
  value: Extract<Value, { selected: readonly string[] }>,
  item: FormItem,
): { value: Value; rest: string } {
  const labels = [...new Set([...value.selected, ...Object.keys(value.texts)])];
  const known = labels.flatMap((label) => {
    const official = optionLabel(item, label);
    const takesText = item.options?.some((option) => option.label === official && option.withText);
    const fits = official !== undefined && (takesText === true || (value.texts[label] ?? '') === '');
    return fits ? [{ label, own: official }] : [];
  });
  const selected = known
    .filter(({ label }) => value.selected.includes(label))
    .map(({ own: official }) => official);
  const texts = Object.fromEntries(
    known.flatMap(({ label, own: official }) =>
      label in value.texts ? [[official, value.texts[label] ?? '']] : [],
    ),
  );
  const rest = labels.filter((label) => !known.some((each) => each.label === label));
  return { value: { selected, texts }, rest: rest.map((label) => checkText(label, value)).join('\n') };
}

function checkText(label: string, value: Extract<Value, { selected: readonly string[] }>): string {
  const text = value.texts[label];
  return `[${value.selected.includes(label) ? '○' : '　'}] ${label}${text === undefined ? '' : `（${text}）`}`;
}

/** A value in words, for a list of what has no place. */
function asText(value: Value): string {
  if (typeof value === 'boolean') return value ? '[○]' : '[　]';
  if (typeof value !== 'object') return String(value);
  if ('images' in value) return value.images.map(({ name }) => name).join('\n');
  if ('rows' in value) return value.rows.map((row) => row.join('\t')).join('\n');
  const labels = [...new Set([...value.selected, ...Object.keys(value.texts)])];
  return labels.map((label) => checkText(label, value)).join('\n');
}

function wordingOf(form: Form, assessment: Assessment, path: Path): string {
  return labelPath(form, toOrdinals(assessment, path)) ?? path;
}

/** The first entries of the official sheet for lists that the old form does not have. */
function firstEntriesOf(
  to: Form,
  lists: Assessment['lists'],
  common: ReadonlySet<ItemId>,
  firstEntryId: FirstEntryId,
): Record<ListPath, readonly Entry[]> {
  const first = (list: ListPath): readonly Entry[] => [{ id: firstEntryId(list, 0) }];
  const sheet = emptyAssessment(to, () => '').lists;
  const newFiles = FILES in sheet && !common.has(FILES) ? { [FILES]: first(FILES) } : {};
  const files = lists[FILES] ?? newFiles[FILES] ?? [];
  const newLists = Object.keys(sheet).filter((list) => list !== FILES && !common.has(itemIdOf(list)));
  const paths = newLists.flatMap((list) =>
    list.includes('[') ? files.map(({ id }) => mapInstances(list, () => id)) : [list],
  );
  return { ...newFiles, ...Object.fromEntries(paths.map((list) => [list, first(list)])) };
}
