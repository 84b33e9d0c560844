/** A set of words for finding the longest one at a place of a text. */
export interface Trie<T> {
  readonly next: Map<string, Trie<T>>;
  values: readonly T[];
}

export interface Found<T> {
  readonly from: number;
  readonly to: number;
  readonly values: readonly T[];
}

export function trieOf<T>(words: Iterable<readonly [string, T]>): Trie<T> {
  const root: Trie<T> = { next: new Map(), values: [] };
  for (const [word, value] of words) insert(root, word, value);
  return root;
}

function insert<T>(root: Trie<T>, word: string, value: T): void {
  let node = root;
  for (const character of word) {
    const next: Trie<T> = node.next.get(character) ?? { next: new Map(), values: [] };
    node.next.set(character, next);
    node = next;
  }
  node.values = [...node.values, value];
}

/** All words that begin at `from`, shortest first. */
export function wordsAt<T>(root: Trie<T>, text: string, from: number): readonly Found<T>[] {
  const found: Found<T>[] = [];
  let node: Trie<T> | undefined = root;
  for (let at = from; node; at++) {
    if (node.values.length > 0) found.push({ from, to: at, values: node.values });
    node = at < text.length ? node.next.get(text[at] ?? '') : undefined;
  }
  return found;
}

/** The longest word that begins at `from`. */
export function longestAt<T>(root: Trie<T>, text: string, from: number): Found<T> | undefined {
  return wordsAt(root, text, from).at(-1);
}
