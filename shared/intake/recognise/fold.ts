import { appendAll } from '../lists';
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
      ['(', '（〔［[{【〖'],
      [')', '）〕］]}】〗'],
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
  for (let position = 0; position < text.length; position++) {
    const voiced = VOICED.has(text.charCodeAt(position + 1)) ? voicedKana(text, position) : '';
    const folded = voiced || foldUnit(text, position);
    // One place for every code unit of the key, of which a character outside the basic plane has two.
    if (folded.length === 1) at.push(position);
    else appendAll(at, Array<number>(folded.length).fill(position));
    key += folded;
    if (voiced !== '') position++;
  }
  at.push(text.length);
  return { key, at };
}

/** Marks of voice, which in half width follow their kana. */
const VOICED: ReadonlySet<number> = new Set([0xff9e, 0xff9f]);

/** `ﾌﾞ` as one character; blank where the two are none. */
function voicedKana(text: string, position: number): string {
  const both = text.slice(position, position + 2).normalize('NFKC');
  return both.length === 1 ? foldPlain(both) : '';
}

/** Only the key of `fold`. */
export function keyOf(text: string): string {
  return fold(text).key;
}

/** Folded characters by their code unit: texts are folded far too often to normalise them each time. */
const known: (string | undefined)[] = [];

/** The first half of a surrogate pair stands for both. */
function foldUnit(text: string, position: number): string {
  const unit = text.charCodeAt(position);
  if (unit >= 0xd800 && unit <= 0xdfff)
    return unit < 0xdc00 ? foldCharacter(text.slice(position, position + 2)) : '';
  return (known[unit] ??= foldCharacter(String.fromCharCode(unit)));
}

function foldCharacter(character: string): string {
  if (CIRCLED.test(character)) return character;
  return Array.from(character.normalize('NFKC')).map(foldPlain).join('');
}

function foldPlain(character: string): string {
  return SKIPPED.test(character) ? '' : (LOOK_ALIKES.get(character) ?? character);
}
