import type { Plc } from './bytes';
import { type Fib, STORIES, type StoryName } from './fib';
import type { DocContext } from './story';

/** Characters of the whole text, `to` behind the last one. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The texts of the document, which follow one another; what is missing of them is noticed. */
export function rangesOf(
  { lengths }: Fib,
  { text: { text, cut }, notices }: DocContext,
): Readonly<Record<StoryName, Range>> {
  let at = 0;
  const ranges = STORIES.map((name) => {
    const from = Math.min(at, text.length);
    at += lengths[name];
    return [name, { from, to: Math.min(at, text.length) }] as const;
  });
  // One more paragraph ends the last of several texts.
  if (cut || at > text.length || text.slice(at).trim() !== '') notices.add('textDamaged');
  return Object.fromEntries(ranges) as Record<StoryName, Range>;
}

/** The stretches of a text that are not empty. One that goes back over another is damaged, and left out. */
export function rangesWithin(
  table: Plc,
  { from, to }: Range,
): readonly (Range & { readonly index: number })[] {
  const ranges: (Range & { readonly index: number })[] = [];
  for (let index = 0; index < table.count; index++) {
    const start = from + table.position(index);
    const end = Math.min(to, from + table.position(index + 1));
    if (start < end && start >= (ranges.at(-1)?.to ?? from)) ranges.push({ index, from: start, to: end });
  }
  return ranges;
}
