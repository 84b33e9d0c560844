export interface Match {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** All matches of a global pattern. The words are those of `shown`, which has the same length as `text`. */
export function matchesIn(text: string, pattern: RegExp, shown = text): readonly Match[] {
  const found: Match[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [from, to] = [match.index, match.index + match[0].length];
    if (to > from) found.push({ from, to, words: shown.slice(from, to) });
    else pattern.lastIndex += 1;
  }
  return found;
}

/** A sentence of a text: up to a full stop or the end of a line. */
export function sentenceAround(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf('。', at - 1), text.lastIndexOf('\n', at - 1)) + 1;
  const ends = [text.indexOf('。', at), text.indexOf('\n', at)].filter((end) => end >= 0);
  return text.slice(start, ends.length === 0 ? text.length : Math.min(...ends));
}

const BLOCK_HEADING = /[＜<][^＜＞<>\n]{1,40}[＞>]/gu;

/** The heading in ＜＞ above a place of the text; '' where there is none. */
export function blockHeading(text: string, at: number): string {
  return matchesIn(text.slice(0, at), BLOCK_HEADING).at(-1)?.words ?? '';
}

const KANJI = '〇一二三四五六七八九';

/** 九十四 → 94, 百二十七 → 127; undefined for anything that is no number below 1,000. */
export function kanjiNumber(word: string): number | undefined {
  if (/^[0-9]+$/.test(word)) return Number(word);
  const match = /^(?:([二三四五六七八九])?(百))?(?:([二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(
    word,
  );
  if (!match || word === '') return undefined;
  const [, hundreds, hundred, tens, ten, ones] = match;
  const digit = (sign: string | undefined, otherwise: number) =>
    sign === undefined ? otherwise : KANJI.indexOf(sign);
  return (hundred ? digit(hundreds, 1) * 100 : 0) + (ten ? digit(tens, 1) * 10 : 0) + digit(ones, 0);
}

/** Text cut to what fits into a sentence. */
export function shortened(text: string, length = 30): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  const characters = Array.from(plain);
  return characters.length <= length ? plain : `${characters.slice(0, length).join('')}…`;
}
