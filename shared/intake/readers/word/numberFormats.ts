/** How Word prints the number of a list level (ECMA-376 17.18.59, ST_NumberFormat). */
type Format = (n: number) => string;

const AIUEO = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';
const AIUEO_HALF = 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ';
const IROHA =
  'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン';
const IROHA_HALF = 'ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const DIGITS = '〇一二三四五六七八九';
const LEGAL = '零壱弐参四伍六七八九';

const FORMATS: Readonly<Record<string, Format>> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (n) => within(n, 20, 0x2474) ?? `(${n})`,
  decimalEnclosedFullstop: (n) => within(n, 20, 0x2488) ?? `${n}.`,
  numberInDash: (n) => `- ${n} -`,
  upperRoman: (n) => roman(n),
  lowerRoman: (n) => roman(n).toLowerCase(),
  upperLetter: (n) => letter(n, 65),
  lowerLetter: (n) => letter(n, 97),
  aiueo: of(AIUEO_HALF),
  aiueoFullWidth: of(AIUEO),
  iroha: of(IROHA_HALF),
  irohaFullWidth: of(IROHA),
  ideographTraditional: of(STEMS),
  ideographZodiac: of(BRANCHES),
  japaneseCounting: (n) => counting(n, DIGITS, '十百千'),
  chineseCounting: (n) => counting(n, DIGITS, '十百千'),
  japaneseLegal: (n) => counting(n, LEGAL, '拾百阡'),
  ideographDigital: (n) => byDigit(n),
  japaneseDigitalTenThousand: (n) => byDigit(n),
  ideographEnclosedCircle: (n) => within(n, 10, 0x3280) ?? String(n),
  none: () => '',
};

/** The number in the format; plain digits in a format that is not known. */
export function formatNumber(n: number, format: string): string {
  return (FORMATS[format] ?? String)(n);
}

function of(characters: string): Format {
  const list = Array.from(characters);
  return (n) => list[(n - 1) % list.length] ?? String(n);
}

function fullWidth(n: number): string {
  return String(n).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function within(n: number, last: number, first: number): string | undefined {
  return n >= 1 && n <= last ? String.fromCodePoint(first + n - 1) : undefined;
}

function circled(n: number): string {
  return within(n, 20, 0x2460) ?? within(n - 20, 15, 0x3251) ?? within(n - 35, 15, 0x32b1) ?? String(n);
}

/** A…Z, AA, BB … as Word counts. */
function letter(n: number, first: number): string {
  return String.fromCharCode(first + ((n - 1) % 26)).repeat(Math.min(Math.ceil(n / 26), 20));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(n: number): string {
  let left = Math.min(n, 3999);
  return ROMAN.map(([value, sign]) => {
    const times = Math.floor(left / value);
    left -= times * value;
    return sign.repeat(times);
  }).join('');
}

/** 二十三, 百五: a single ten, hundred or thousand is not counted. */
function counting(n: number, digits: string, units: string): string {
  if (n <= 0 || n > 9999) return String(n);
  const places = Array.from(String(n), Number).reverse();
  const signs = places.map((digit, place) => {
    if (digit === 0) return '';
    const unit = place === 0 ? '' : (units[place - 1] ?? '');
    return (digit === 1 && unit !== '' ? '' : (digits[digit] ?? '')) + unit;
  });
  return signs.reverse().join('');
}

function byDigit(n: number): string {
  return Array.from(String(n), (digit) => DIGITS[Number(digit)] ?? digit).join('');
}
