/**
 * A text as the print of a form is compared: width, white space, look-alikes of text recognition and marks
 * folded, with the way back to every character. Values are never replaced by it.
 */
export interface Folded {
  readonly key: string;
  /** For every character of `key` its position in the original text; one more at the end. */
  readonly at: readonly number[];
}

/** Circled numbers stay as they are: `①` is a heading's number, `1` is not. */
const CIRCLED = /[\u2460-\u2473\u3251-\u325f]/;

const SKIPPED = /\s|\u200b|\u200c|\u200d|\ufeff|\u00ad/;

/** Characters that readers of paper take for one another, and marks that differ only in style. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  (
    [
      ['ー', '一-‐‑‒–—―−─━ｰ'],
      ['~', '〜～'],
      ['○', '〇◯'],
      ['口', 'ロ'],
      ['力', 'カ'],
      ['二', 'ニ'],
      ['ヘ', 'へ'],
      ['夕', 'タ'],
      ['工', 'エ'],
      ['卜', 'ト'],
      ['八', 'ハ'],
      ['才', 'オ'],
      ['千', 'チ'],
      ['未', '末'],
      ['庁', '府'],
      ['(', '（〔［[{'],
      [')', '）〕］]}'],
      ['<', '＜〈《'],
      ['>', '＞〉》'],
      ['、', '，,､'],
      ['・', '･·•∙'],
      [':', '：∶'],
    ] as const
  ).flatMap(([to, from]) => Array.from(from).map((character) => [character, to] as const)),
);

export function fold(text: string): Folded {
  let key = '';
  const at: number[] = [];
  for (let position = 0; position < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(position) ?? 0);
    const folded = foldCharacter(character);
    at.push(...Array.from({ length: folded.length }, () => position));
    key += folded;
    position += character.length;
  }
  at.push(text.length);
  return { key, at };
}

/** Only the key of `fold`. */
export function keyOf(text: string): string {
  return fold(text).key;
}

const known = new Map<string, string>();

function foldCharacter(character: string): string {
  const seen = known.get(character);
  if (seen !== undefined) return seen;
  const folded = CIRCLED.test(character)
    ? character
    : Array.from(character.normalize('NFKC')).map(foldPlain).join('');
  if (known.size < 20_000) known.set(character, folded);
  return folded;
}

function foldPlain(character: string): string {
  return SKIPPED.test(character) ? '' : (LOOK_ALIKES.get(character) ?? character);
}
