import { describe, expect, test } from 'vitest';
import { appliesTo, ruleOf } from '../../../../shared/checks/rules';
import { editionsOf, FORM_IDS, formOf } from '../../../../shared/forms/catalog';
import { findItem, indexOf, isLeaf, type PlacedItem } from '../../../../shared/forms/lookup';
import type { FormId } from '../../../../shared/forms/types';
import { guidanceItems, guidanceOf, keyOf, sourceOf } from '../../../../shared/guidance/catalog';
import { guidanceSchema, type GuidanceFile } from '../../../../shared/guidance/schema';
import type { Example, FormItemRef, Guidance } from '../../../../shared/guidance/types';

/** Parts in which every item has its 書き方; a part that is not listed is still being written. */
const COMPLETE: Readonly<Record<FormId, readonly string[]>> = {
  form2: ['cover', 'I', 'II', 'III', 'IV', 'changes'],
  form3: ['cover', 'I', 'II', 'annex1', 'III', 'IV', 'V', 'annex2'],
  form4: ['cover', 'I', 'annex1', 'II', 'annex2', 'III', 'IV', 'V', 'VI', 'annex3'],
};

/** Parts that are also in English. */
const IN_ENGLISH: Readonly<Record<FormId, readonly string[]>> = {
  form2: ['cover', 'I', 'II'],
  form3: ['cover', 'I', 'II'],
  form4: ['cover', 'I', 'II'],
};

const files = import.meta.glob<GuidanceFile>('../../../../resources/guidance/*/*.json', {
  eager: true,
  import: 'default',
});

const leavesOf = (form: FormId): readonly PlacedItem[] =>
  indexOf(formOf(form)).all.filter(({ item }) => isLeaf(item));

const all: readonly {
  readonly ref: FormItemRef;
  readonly guidance: Guidance;
  readonly placed: PlacedItem;
}[] = guidanceItems().map((ref) => {
  const guidance = guidanceOf(ref.form, ref.item);
  const placed = findItem(formOf(ref.form), ref.item);
  if (!guidance || !placed) throw new Error(`guidance for an unknown item: ${keyOf(ref)}`);
  return { ref, guidance, placed };
});

const ownTexts = all.filter(({ ref }) => sourceOf(ref) === ref);

describe.each(Object.entries(files))('%s', (path, file) => {
  test('has the shape of the schema and the name of its part', () => {
    expect(guidanceSchema.safeParse(file).error?.issues ?? []).toEqual([]);
    expect(path).toContain(`/${file.form}/${file.part}.json`);
  });

  test('holds items of its part only, all of which take an answer', () => {
    const leaves = leavesOf(file.form).filter(({ section }) => section.id === file.part);
    const known = new Set(leaves.map(({ item }) => item.id));
    expect(Object.keys(file.items).filter((item) => !known.has(item))).toEqual([]);
  });
});

test.each(FORM_IDS)('%s: no item of a complete part is missing', (form) => {
  const expected = leavesOf(form).filter(({ section }) => COMPLETE[form].includes(section.id));
  expect(expected.filter(({ item }) => !guidanceOf(form, item.id)).map(({ item }) => item.id)).toEqual([]);
});

test.each(FORM_IDS)('%s: the parts that are said to be in English are', (form) => {
  const expected = leavesOf(form).filter(({ section }) => IN_ENGLISH[form].includes(section.id));
  const missing = expected.filter(({ item }) => !guidanceOf(form, item.id)?.texts.en);
  expect(missing.map(({ item }) => item.id)).toEqual([]);
});

test.each(FORM_IDS)('%s: every edition shows the text of the same item', (form) => {
  for (const edition of editionsOf(form)) {
    const leaves = indexOf(formOf(form, edition)).all.filter(({ item }) => isLeaf(item));
    const expected = leaves.filter(({ section }) => COMPLETE[form].includes(section.id));
    expect(expected.filter(({ item }) => !guidanceOf(form, item.id))).toEqual([]);
  }
});

test('no two items have the same question unless the data declares them the same', () => {
  expect(repeated(ownTexts.map(({ guidance }) => guidance.texts.ja.asks))).toEqual([]);
});

test('no two items have the same advice or, where it is long, the same example', () => {
  const advice = ownTexts.map(({ guidance: { texts } }) => [...texts.ja.write, ...texts.ja.avoid].join('\n'));
  expect(repeated(advice)).toEqual([]);
  const examples = ownTexts.flatMap(({ guidance: { example } }) =>
    example.kind === 'text' && !example.asIs ? [example.short] : [],
  );
  expect(repeated(examples.filter((text) => text.length >= 20))).toEqual([]);
});

test('every rule named exists and speaks of the form', () => {
  const wrong = all.flatMap(({ ref, guidance }) =>
    guidance.mistakes
      .filter((id) => {
        const rule = ruleOf(id);
        return !rule || !appliesTo(rule, formOf(ref.form));
      })
      .map((id) => `${keyOf(ref)} ${id}`),
  );
  expect(wrong).toEqual([]);
});

test('every item that must agree exists, and no item agrees with itself', () => {
  const wrong = all.flatMap(({ ref, guidance }) =>
    guidance.agrees
      .filter((other) => !findItem(formOf(other.form), other.item) || keyOf(other) === keyOf(ref))
      .map((other) => `${keyOf(ref)} → ${keyOf(other)}`),
  );
  expect(wrong).toEqual([]);
});

test('every example answers its item', () => {
  const wrong = all.filter(({ placed, guidance }) => !answers(guidance.example, placed));
  expect(wrong.map(({ ref }) => keyOf(ref))).toEqual([]);
});

test.each(FORM_IDS.filter((form) => COMPLETE[form].length > 3))(
  '%s: its examples come from all four duties',
  (form) => {
    const duties = new Set(
      all.filter(({ ref }) => ref.form === form).map((one) => one.guidance.example.duty),
    );
    expect([...duties]).toEqual(
      expect.arrayContaining(['resident', 'localTax', 'healthInsurance', 'immunization']),
    );
  },
);

/** Whether an example has the type of its item and only options that the form has. */
function answers(example: Example, { item }: PlacedItem): boolean {
  switch (item.type) {
    case 'text':
    case 'longtext':
      return item.fixed ? example.kind === 'description' : example.kind === 'text';
    case 'date':
      return example.kind === 'text';
    case 'count':
    case 'flag':
      return example.kind === item.type;
    case 'choice':
    case 'checks':
      return example.kind === 'options' && example.chosen.every(isOptionOf(item));
    default:
      return example.kind === 'description';
  }
}

function isOptionOf({ options }: PlacedItem['item']): (label: string) => boolean {
  return (label) => options?.some((option) => option.label === label) ?? false;
}

function repeated(texts: readonly string[]): readonly string[] {
  return texts.filter((text, at) => texts.indexOf(text) !== at);
}
