import type { FormId, ItemId } from '../forms/types';
import type { GuidanceEntry, GuidanceFile, OwnEntry } from './schema';
import type { FormItemRef, Guidance } from './types';

/** Every file of the folders is taken in by the bundler: adding a part is adding a file. */
const files = import.meta.glob<GuidanceFile>('../../resources/guidance/*/*.json', {
  eager: true,
  import: 'default',
});

const entries = new Map<string, GuidanceEntry>(
  Object.values(files).flatMap(({ form, items }) =>
    Object.entries(items).map(([item, entry]) => [keyOf({ form, item }), entry] as const),
  ),
);

const resolved = new Map<string, Guidance>();

/** `form3:II.1` */
export function keyOf({ form, item }: FormItemRef): string {
  return `${form}:${item}`;
}

/**
 * 書き方 of an item, which is the same in all editions of a form. An item that is declared the same as another has the
 * text of that one. Undefined for headings, lists and unknown items.
 */
export function guidanceOf(form: FormId, item: ItemId): Guidance | undefined {
  const ref = { form, item };
  const key = keyOf(ref);
  const entry = entries.get(key);
  if (!entry) return undefined;
  const guidance = resolved.get(key) ?? resolve(ref, entry);
  resolved.set(key, guidance);
  return guidance;
}

/** All items with a text, in the order of the files. */
export function guidanceItems(): readonly FormItemRef[] {
  return [...entries.keys()].map(refOf);
}

/** The item whose own text an item has: itself, or the one that it is declared the same as. Throws for a reference to nothing. */
export function sourceOf(ref: FormItemRef): FormItemRef {
  const entry = entries.get(keyOf(ref));
  if (!entry) throw new Error(`no guidance for ${keyOf(ref)}`);
  return 'same' in entry ? sourceOf(refOf(entry.same)) : ref;
}

function resolve(ref: FormItemRef, entry: GuidanceEntry): Guidance {
  const source = sourceOf(ref);
  const own = entries.get(keyOf(source)) as OwnEntry;
  const { example, mistakes, agrees } = 'same' in entry ? entry : own;
  return {
    texts: { ja: own.ja, ...(own.en ? { en: own.en } : {}) },
    example: (example ?? own.example) as Guidance['example'],
    mistakes: mistakes ?? own.mistakes,
    agrees: (agrees ?? []).map((id) => refIn(ref.form, id)),
    grounds: own.grounds as Guidance['grounds'],
  };
}

/** An item of the same form stands without the name of the form. */
function refIn(form: FormId, id: string): FormItemRef {
  return id.includes(':') ? refOf(id) : { form, item: id };
}

function refOf(key: string): FormItemRef {
  const [form = '', item = ''] = key.split(':');
  return { form: form as FormId, item };
}
