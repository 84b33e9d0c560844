/**
 * A heading as people write it, made comparable: width folded, white space and dashes gone, circled numbers kept
 * apart from plain ones. `at[i]` is the position of character i in the original.
 */
export interface ComparableText {
  readonly text: string;
  readonly at: readonly number[];
}

export function comparableText(original: string): ComparableText {
  let text = '';
  const at: number[] = [];
  let position = 0;
  for (const character of original) {
    for (const folded of fold(character)) {
      text += folded;
      at.push(position);
    }
    position += character.length;
  }
  return { text, at };
}

/** The comparable form alone. */
export function comparable(original: string): string {
  return comparableText(original).text;
}

const CIRCLED = /[①-⑳]/;
const IGNORED = /[\s\u200b\-‐‑–—―−－※]/;

function fold(character: string): string {
  if (CIRCLED.test(character)) return character;
  if (IGNORED.test(character)) return '';
  return character
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[〜～~]/g, '~')
    .replace(/[<〈]/g, '<');
}

/** The text with a part made unreadable, so that nothing matches across or inside it. */
export function blanked({ text, at }: ComparableText, from: number, to: number): ComparableText {
  return { text: text.slice(0, from) + BLANK.repeat(to - from) + text.slice(to), at };
}

const BLANK = '\u0000';
