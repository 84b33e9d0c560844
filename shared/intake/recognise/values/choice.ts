import type { FormItem } from '../../../forms/types';
import { likeness } from '../alike';
import { type Content, inText } from '../content';
import { keyOf } from '../fold';
import { listedOptionAt, optionsMarkAt } from '../marks';
import type { Print } from '../print';

/** How the value of one choice was read. */
export interface ChoiceReading {
  /** The official wording of the option. */
  readonly value?: string;
  /** Options that the text resembles. */
  readonly alike: readonly string[];
  /** An empty bracket is printed. */
  readonly blank: boolean;
  /** Options are printed. */
  readonly listed: boolean;
  /** Text that is neither value nor print, as stretches of the content. */
  readonly rest: readonly (readonly [number, number])[];
}

/**
 * A choice: the printed options are told apart from what stands in the bracket. A value is taken only where it is
 * an option of the item, white space and width aside.
 */
export function readChoice(
  print: Print,
  item: FormItem,
  content: Content,
  skip: readonly (readonly [number, number])[],
): ChoiceReading {
  const { pieces, listed } = withoutOptions(print, content, skip);
  const options = (item.options ?? []).map(({ label }) => ({ label, key: keyOf(label) }));
  const said = pieces.flatMap(([from, to]) => phrasesIn(content.folded.key, from, to));
  const matches = said.filter(([from, to]) =>
    options.some(({ key }) => key === content.folded.key.slice(from, to)),
  );
  const labels = new Set(
    matches.map(([from, to]) => options.find(({ key }) => key === content.folded.key.slice(from, to))?.label),
  );
  const other = said.filter((phrase) => !matches.includes(phrase));
  const [only] = labels;
  return {
    ...(labels.size === 1 && only !== undefined ? { value: only } : {}),
    alike:
      labels.size > 1
        ? [...labels].filter((label) => label !== undefined)
        : other.flatMap(([from, to]) => resembling(options, content.folded.key.slice(from, to))),
    blank: content.folded.key.includes('()'),
    listed,
    rest: other.map(([from, to]) => inText(content.folded, from, to)),
  };
}

type Stretch = readonly [number, number];

/** Stretches of the key outside ＜選択肢＞ and the numbered options. */
function withoutOptions(
  print: Print,
  { folded: { key } }: Content,
  skip: readonly Stretch[],
): { pieces: readonly Stretch[]; listed: boolean } {
  const pieces: Stretch[] = [];
  const boxes = emptyBoxes(print, key);
  let listed = false;
  let from = 0;
  const end = (at: number, next: number): void => {
    if (at > from) pieces.push([from, at]);
    from = next;
  };
  for (let at = 0; at < key.length; at++) {
    const skipped = skip.find(([low]) => low === at);
    const behind =
      skipped?.[1] ??
      optionsMarkAt(key, at) ??
      listedOptionAt(print, key, at)?.to ??
      (boxes.length > 1 ? boxes.find(([low]) => low === at)?.[1] : undefined) ??
      noteAt(print, key, at);
    if (behind === undefined) continue;
    if (!skipped) listed = true;
    end(at, behind);
    at = behind - 1;
  }
  end(key.length, key.length);
  return { pieces, listed };
}

/** `☐ 十分である` outside brackets: text recognition took the numbers of the options for boxes. One alone is a value. */
function emptyBoxes(print: Print, key: string): readonly Stretch[] {
  return Array.from(key.matchAll(/(?<!\()[☐◎]/g)).flatMap(({ index }) => {
    const option = print.optionAt(key, index + 1);
    return option ? [[index, option.to] as const] : [];
  });
}

function noteAt(print: Print, key: string, at: number): number | undefined {
  const notes = print.at(key, at).filter(({ values }) => values.some(({ kind }) => kind === 'note'));
  return notes.at(-1)?.to;
}

const CRUMB = /[()☐☑◉◎※]/;

/** Phrases between brackets and what text recognition makes of brackets. An option's own brackets hold it together. */
function phrasesIn(key: string, from: number, to: number): readonly Stretch[] {
  const phrases: Stretch[] = [];
  let start = from;
  let depth = 0;
  for (let at = from; at < to; at++) {
    const inside = key[at] === '(' && at > start;
    if (inside) depth++;
    const closes = key[at] === ')' && depth > 0;
    if (closes) depth--;
    if (inside || closes || depth > 0 || !CRUMB.test(key[at] ?? '')) continue;
    if (at > start) phrases.push([start, at]);
    start = at + 1;
  }
  if (to > start) phrases.push([start, to]);
  return phrases;
}

function resembling(options: readonly { label: string; key: string }[], key: string): readonly string[] {
  return options.filter((option) => likeness(option.key, key) >= 0.6).map(({ label }) => label);
}
