import { normaliseIgnoringCase } from '../japanese/normalise';
import type { Guidance } from './types';

/** Whether the heading and the 書き方 of an item have all the words, whatever their width, case and spaces. */
export function matches(query: string, label: string, guidance: Guidance): boolean {
  const text = normaliseIgnoringCase([label, ...textsOf(guidance)].join('\n'));
  const words = query.split(/\s+/u).map(normaliseIgnoringCase);
  return words.every((word) => text.includes(word));
}

/** Everything a person can read of it, examples included. */
function textsOf({ texts, example }: Guidance): readonly string[] {
  const written = [texts.ja, ...(texts.en ? [texts.en] : [])].flatMap(({ asks, write, avoid }) => [
    asks,
    ...write,
    ...avoid,
  ]);
  const answer = example.kind === 'text' ? [example.short, example.full ?? ''] : [example.why];
  return [...written, ...answer];
}
