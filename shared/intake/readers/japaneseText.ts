/** Kanji that any Japanese text of an office holds some of. */
const FREQUENT = new Set(
  Array.from(
    '人情報個特定保護評価書事務名取扱年月日市町村県都道府区長課部係番号住所氏法令対象者用内容方提供利システム上下中大小本一二三四五六七八九十百千万円件有無会社員入出力記録管理期間場合同時計第条項目的機関行実施明平成令和昭国民地方公共団体委託先移転添付資料文字表東京西南北山川田',
  ),
);

/** So many characters are looked at, and fewer than the second number say nothing. */
const SAMPLE = 4000;
const FEWEST = 8;

/** Shares of the wide characters. */
const FEWEST_KANA = 0.04;
const FEWEST_FREQUENT = 0.12;
const MOST_HALF_WIDTH = 0.5;
const MOST_AMONG_LETTERS = 0.5;

/**
 * Whether a text decoded as Japanese is likely to be it. Text of another language in an encoding of its own comes out as
 * kanji without kana and seldom as the frequent ones, as half-width katakana, or as kanji among small letters.
 */
export function looksJapanese(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const wide = sample.match(/[\u3041-\u30ff\u3400-\u9fff\uff61-\uff9f\ufffd]/gu) ?? [];
  if (wide.length < FEWEST) return !isAmongLetters(sample, wide.length);
  const share = (isSome: (character: string) => boolean) => wide.filter(isSome).length / wide.length;
  const kana = share((character) => /[\u3041-\u30ff]/.test(character));
  const half = share((character) => /[\uff61-\uff9f]/.test(character));
  if (half > MOST_HALF_WIDTH && kana < FEWEST_KANA) return false;
  if (isAmongLetters(sample, wide.length)) return false;
  return kana >= FEWEST_KANA || share((character) => FREQUENT.has(character)) >= FEWEST_FREQUENT;
}

/** Letters with accents, read as Japanese, take the letter behind them along. */
function isAmongLetters(sample: string, wide: number): boolean {
  const among =
    sample.match(/(?<=[a-z])[\u3041-\u30ff\u3400-\u9fff\uff61-\uff9f\ufffd](?=[a-z\s.,])/gu) ?? [];
  return wide > 0 && among.length > wide * MOST_AMONG_LETTERS;
}
