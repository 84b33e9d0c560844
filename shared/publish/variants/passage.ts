import { bare } from '../../japanese/normalise';

/** Words looked for in texts; white space, line breaks and width aside, since quotes are typed anew. */
export type Passage = string;

export function found(text: string, passage: Passage): boolean {
  const words = bare(passage);
  return words !== '' && bare(text).includes(words);
}

/** The text with every occurrence of the passage replaced; around it every character stays as it is. */
export function replaced(text: string, passage: Passage, by: string): string {
  const words = bare(passage);
  if (words === '') return text;
  const folded = fold(text);
  const parts: string[] = [];
  let kept = 0;
  for (let at = folded.text.indexOf(words); at >= 0; at = folded.text.indexOf(words, at + words.length)) {
    parts.push(text.slice(kept, folded.starts[at]), by);
    kept = folded.ends[at + words.length - 1] ?? text.length;
  }
  return [...parts, text.slice(kept)].join('');
}

/** A text in the form for comparing, with the place in the original that each of its units came from. */
interface Folded {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** What is one character when compared: half-width kana with their marks, letters with combining marks. */
const CLUSTER = /[\uff66-\uff9f][\uff9e\uff9f]?|[\s\S]\p{M}*/gu;

function fold(text: string): Folded {
  const [units, starts, ends]: [string[], number[], number[]] = [[], [], []];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const piece = bare(cluster);
    units.push(piece);
    starts.push(...Array<number>(piece.length).fill(index));
    ends.push(...Array<number>(piece.length).fill(index + cluster.length));
  }
  return { text: units.join(''), starts, ends };
}
