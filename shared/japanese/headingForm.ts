/**
 * A heading as people write it, made comparable: width folded, white space and dashes gone, circled numbers kept
 * apart from plain ones. `at[i]` is the place of character i in the original.
 */
export interface Plain {
  readonly text: string;
  readonly at: readonly number[];
}

export function plain(original: string): Plain {
  let text = '';
  const at: number[] = [];
  let place = 0;
  for (const character of original) {
    for (const folded of fold(character)) {
      text += folded;
      at.push(place);
    }
    place += character.length;
  }
  return { text, at };
}

/** The comparable form alone. */
export function plainText(original: string): string {
  return plain(original).text;
}

const CIRCLED = /[①-⑳]/;
const LEFT_OUT = /[\s\u200b\-‐‑–—―−－※]/;

function fold(character: string): string {
  if (CIRCLED.test(character)) return character;
  if (LEFT_OUT.test(character)) return '';
  return character
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[〜～~]/g, '~')
    .replace(/[<〈]/g, '<');
}

/** The text with the stretch made unreadable, so that nothing matches across or inside it. */
export function blanked({ text, at }: Plain, from: number, to: number): Plain {
  return { text: text.slice(0, from) + TAKEN.repeat(to - from) + text.slice(to), at };
}

const TAKEN = '\u0000';
