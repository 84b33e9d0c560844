const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/**
 * The words of a Japanese text, in order, for comparing: joined again they are the text to the character.
 * White space, punctuation and line breaks are words of their own.
 */
export function segmentWords(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Whether cutting the text before `at` would split a character (surrogates, variation selectors, dakuten). */
export function splitsGrapheme(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const code = text.codePointAt(at) ?? 0;
  return CONTINUING.some(([from, to]) => from <= code && code <= to);
}

/** Code points that belong to the character before them; a lone low surrogate is half of one. */
const CONTINUING = [
  [0xdc00, 0xdfff],
  [0x3099, 0x309a],
  [0xfe00, 0xfe0f],
  [0x200d, 0x200d],
  [0xe0100, 0xe01ef],
] as const;
