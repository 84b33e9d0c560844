import type { Form, FormItem } from '../../forms/types';
import { guidanceOf } from '../../guidance/catalog';
import { normaliseForComparison } from '../../japanese/normalise';
import type { Hit, Rule, Subject, TextUnit } from '../types';

/** Examples of the 書き方 by `form:item`, normalised; empty where there is none, or where its wording may stay as it is. */
const examples = new Map<string, readonly string[]>();

function examplesOf(form: Form, item: FormItem): readonly string[] {
  const key = `${form.id}:${item.id}`;
  const texts = examples.get(key) ?? readExamples(form, item);
  examples.set(key, texts);
  return texts;
}

function readExamples(form: Form, item: FormItem): readonly string[] {
  const example = guidanceOf(form.id, item.id)?.example;
  // A date cannot be told from the right answer.
  if (item.type === 'date' || example?.kind !== 'text' || example.asIs) return [];
  return [example.short, ...(example.full === undefined ? [] : [example.full])].map(normaliseForComparison);
}

/** A text that is, or still contains, the whole example of its item. */
function exampleHits({ path, item, text, zone }: TextUnit, { form }: Subject): readonly Hit[] {
  if (item === undefined || zone === 'row') return [];
  const texts = examplesOf(form, item);
  if (texts.length === 0) return [];
  const written = normaliseForComparison(text);
  return texts.some((example) => written.includes(example)) ? [{ path }] : [];
}

/** What was inserted from the 書き方 and not adapted yet. */
export const examplesRules: readonly Rule[] = [
  { id: 'example-left', severity: 'warning', ground: 'copy', probe: { kind: 'text', find: exampleHits } },
];
