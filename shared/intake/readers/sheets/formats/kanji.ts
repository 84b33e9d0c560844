/** Digits of `[DBNum1]`, `[DBNum2]` and `[DBNum3]` of Japanese Excel. */
const DIGITS: Readonly<Record<number, string>> = {
  1: '〇一二三四五六七八九',
  2: '〇壱弐参四伍六七八九',
  3: '０１２３４５６７８９',
};

/** Each digit replaced, place by place: 2025 → 二〇二五. Undefined for a kind of digits that is not known. */
export function withKanjiDigits(text: string, kind: number): string | undefined {
  const digits = DIGITS[kind];
  return digits && text.replace(/[0-9]/g, (digit) => digits[Number(digit)] ?? digit);
}

const SMALL = ['', '十', '百', '千'];
const LARGE = ['', '万', '億', '兆'];

/**
 * The number as it is read: 123 → 百二十三. Undefined for what Excel shows in another way: fractions, negative
 * numbers, numbers of 17 digits and more, kinds of digits without such a reading.
 */
export function kanjiNumber(value: number, kind: number): string | undefined {
  if (!Number.isInteger(value) || value < 0 || value >= 1e16) return undefined;
  if (kind === 3) return withKanjiDigits(String(value), kind);
  if (kind === 2) return value < 1000 ? formalNumber(value) : undefined;
  return kind === 1 ? plainNumber(value) : undefined;
}

function plainNumber(value: number): string {
  if (value === 0) return '〇';
  const groups = LARGE.map((unit, at) => groupText(Math.floor(value / 10_000 ** at) % 10_000, unit));
  return groups.reverse().join('');
}

/** Four digits with the name of their group; a one before 十, 百 and 千 is not written. */
function groupText(value: number, unit: string): string {
  if (value === 0) return '';
  const places = SMALL.map((name, at) => {
    const digit = Math.floor(value / 10 ** at) % 10;
    if (digit === 0) return '';
    return (digit === 1 && at > 0 ? '' : (DIGITS[1]?.[digit] ?? '')) + name;
  });
  return places.reverse().join('') + unit;
}

/** 大字 below a thousand: 壱百弐拾参. Excel writes the larger units in more than one way. */
function formalNumber(value: number): string {
  if (value === 0) return '〇';
  const place = (size: number, unit: string) => {
    const digit = Math.floor(value / size) % 10;
    return digit === 0 ? '' : (DIGITS[2]?.[digit] ?? '') + unit;
  };
  return place(100, '百') + place(10, '拾') + place(1, '');
}
