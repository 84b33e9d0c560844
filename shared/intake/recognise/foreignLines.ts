import type { Form } from '../../forms/types';
import { itemLabel } from '../../forms/label';
import { indexOf } from '../../forms/lookup';
import type { ReviewReason } from '../../assessment/source';
import { keyOf } from './fold';
import { textOf } from './pieces';
import type { Bucket } from './place';
import { OPTIONS_MARK, printOf } from './print';
import { pathBeside } from './read/item';

/**
 * Texts in the middle of which a line stands that heads something else: an annex, or an item of the same entry that
 * was read nowhere. By path.
 */
export function foreignLines(form: Form, buckets: readonly Bucket[]): ReadonlyMap<string, ReviewReason> {
  const shown = new Set(buckets.map(({ path }) => path));
  return new Map(
    buckets.flatMap((bucket) => {
      const reason = TEXTS.has(bucket.item.type) ? reasonOf(form, bucket, shown) : undefined;
      return reason ? [[bucket.path, reason] as const] : [];
    }),
  );
}

const TEXTS: ReadonlySet<string> = new Set(['text', 'longtext', 'date']);

/** `（別紙1）番号法第19条…`: the title of an annex, not a reference to one. */
const ANNEX = /^\s*[(（〔]\s*別[紙表]\s*[\d０-９]*\s*[)）〕]/;

const OPTIONS = keyOf(OPTIONS_MARK);

function reasonOf(form: Form, bucket: Bucket, shown: ReadonlySet<string>): ReviewReason | undefined {
  const all = bucket.spans.flatMap((span) => textOf(span).split('\n'));
  const lines = all.slice(1);
  if (lines.some((line) => ANNEX.test(line))) return { code: 'annexInside' };
  if (all.some((line) => keyOf(line).includes(OPTIONS))) return { code: 'printInside' };
  if (bucket.item.type === 'date' && lines.some((line) => line.trim() !== '')) return { code: 'dateUnclear' };
  const [label] = lines.flatMap((line) => missingItem(form, bucket, line, shown) ?? []);
  return label === undefined ? undefined : { code: 'nextMissing', params: { label } };
}

/** The item that the line is the heading of, where nothing was read for it. */
function missingItem(
  form: Form,
  bucket: Bucket,
  line: string,
  shown: ReadonlySet<string>,
): string | undefined {
  if (line.trim().length < SHORTEST) return undefined;
  const ids = printOf(form.id)
    .exact(line)
    .filter(({ kind }) => kind === 'heading')
    .flatMap((entry) => entry.ids);
  const missing = ids
    .flatMap((id) => indexOf(form).byId.get(id) ?? [])
    .find(
      ({ item, section }) =>
        TEXTS.has(item.type) &&
        section === indexOf(form).byId.get(bucket.item.id)?.section &&
        !shown.has(pathBeside(bucket, item.id)),
    );
  return missing && itemLabel(missing.item);
}

/** Fewest characters of such a heading: short words are everywhere. */
const SHORTEST = 4;
