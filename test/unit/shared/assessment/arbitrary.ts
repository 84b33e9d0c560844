import fc from 'fast-check';
import { FORM_IDS, formOf } from '../../../../shared/forms/catalog';
import type { Form, FormItem } from '../../../../shared/forms/types';
import { emptyAssessment } from '../../../../shared/assessment/create';
import {
  applyEdit,
  entriesOf,
  insertInto,
  removeAt,
  setValue,
  type Edit,
} from '../../../../shared/assessment/edit';
import { FILES } from '../../../../shared/assessment/path';
import type { Assessment, Value } from '../../../../shared/assessment/types';
import { leavesOf, outline } from '../../../../shared/assessment/walk';

/** Ids in order, for tests that must be repeatable. */
export function counter(prefix = 'e'): () => string {
  let next = 0;
  return () => `${prefix}${String(next++)}`;
}

const words = [
  '住民票',
  '番号法第９条',
  '（略）',
  '①②',
  '𠮷野家',
  '葛󠄀城市',
  '\n',
  '　',
  'ｱｲｳ',
  'ABC',
  '=1+1',
  '<b>',
  '&',
  '"',
  '○',
  '－',
  '別紙１参照',
  ' ',
];
export const japaneseText = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(''));

/** A value that fits the item. */
export function valueFor(item: FormItem): fc.Arbitrary<Value> {
  switch (item.type) {
    case 'flag':
      return fc.boolean();
    case 'count':
      return fc.integer({ min: 0, max: 99_999 });
    case 'choice':
      return fc.constantFrom(...(item.options ?? []).map((option) => option.label));
    case 'checks':
      return checksFor(item);
    case 'image':
      return fc.constant({ images: [] });
    default:
      return japaneseText;
  }
}

function checksFor(item: FormItem): fc.Arbitrary<Value> {
  const options = item.options ?? [];
  const texted = options.filter((option) => option.withText).map((option) => option.label);
  return fc
    .tuple(
      fc.subarray(options.map((option) => option.label)),
      fc.array(japaneseText, { minLength: texted.length, maxLength: texted.length }),
    )
    .map(([selected, texts]) => ({
      selected,
      texts: Object.fromEntries(
        texted.flatMap((label, at) => (selected.includes(label) ? [[label, texts[at] ?? '']] : [])),
      ),
    }));
}

export const anyForm: fc.Arbitrary<Form> = fc.constantFrom(...FORM_IDS).map((id) => formOf(id));

/** One edit that can be made in this assessment; `newId` gives ids of new entries. */
export function anyEdit(assessment: Assessment, newId: () => string): fc.Arbitrary<Edit> {
  const form = formOf(assessment.form, assessment.edition);
  const leaves = leavesOf(outline(form, assessment));
  const set = fc
    .constantFrom(...leaves)
    .chain((leaf) =>
      fc
        .option(valueFor(leaf.item), { nil: undefined })
        .map((value) => setValue(assessment, leaf.path, value)),
    );
  const lists = [...new Set([...Object.keys(assessment.lists), ...(assessment.lists[FILES] ? [FILES] : [])])];
  const filled = lists.filter((list) => entriesOf(assessment, list).length > 0);
  if (filled.length === 0) return set;
  const within = fc.constantFrom(...filled).chain((list) => {
    const length = entriesOf(assessment, list).length;
    const at = fc.nat({ max: length - 1 });
    return fc.oneof(
      at.map((position) => insertInto(list, position, { id: newId() })),
      at.map((position) => removeAt(assessment, list, position)),
      fc.tuple(at, at).map(([from, to]): Edit => ({ kind: 'move', list, from, to })),
    );
  });
  return fc.oneof({ weight: 4, arbitrary: set }, { weight: 1, arbitrary: within });
}

/**
 * An assessment grown by random edits from an empty one. A seed drives all of them: drawing each edit from
 * fast-check itself takes ten times as long, and laws over whole documents shrink poorly anyway.
 */
export const anyAssessment: fc.Arbitrary<Assessment> = fc
  .tuple(anyForm, fc.integer(), fc.nat({ max: 40 }))
  .map(([form, seed, steps]) => grow(form, seed, steps));

function grow(form: Form, seed: number, steps: number): Assessment {
  return edited(emptyAssessment(form, counter('e')), seed, steps, counter('n'));
}

/** The assessment after some random edits, the same for the same seed. */
export function edited(from: Assessment, seed: number, steps: number, newId: () => string): Assessment {
  let assessment = from;
  for (let step = 0; step < steps; step++) {
    const [edit] = fc.sample(anyEdit(assessment, newId), { seed: seed + step, numRuns: 1 });
    if (edit) assessment = applyEdit(assessment, edit);
  }
  return assessment;
}
