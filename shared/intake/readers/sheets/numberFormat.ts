import { eraOf, momentOf, type EraYear, type Moment } from './dates';

/**
 * Number formats without a code of their own in the file (ECMA-376 18.8.30), as Japanese Excel shows them.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '¥#,##0',
  6: '¥#,##0',
  7: '¥#,##0.00',
  8: '¥#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'ge.m.d',
  28: 'ggge"年"m"月"d"日"',
  29: 'ggge"年"m"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"時"mm"分"',
  33: 'h"時"mm"分"ss"秒"',
  34: 'yyyy"年"m"月"',
  35: 'm"月"d"日"',
  36: 'ge.m.d',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  49: '@',
  50: 'ge.m.d',
  51: 'ggge"年"m"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'ggge"年"m"月"d"日"',
  55: 'yyyy"年"m"月"',
  56: 'm"月"d"日"',
  57: 'ge.m.d',
  58: 'ggge"年"m"月"d"日"',
};

export function builtInFormat(id: number): string {
  return BUILT_IN[id] ?? 'General';
}

/** The number as the sheet shows it. A format that this program does not know shows the plain number. */
export function formatCell(value: number, format: string, from1904: boolean): string {
  const section = sectionFor(value, format);
  const tokens = tokensOf(section);
  if (tokens.some(isDateToken)) return dateText(value, tokens, from1904);
  if (section === '' || /general|標準/i.test(section) || !/[0#?]/.test(section))
    return literalOr(tokens, value);
  return numberText(section === format ? value : Math.abs(value), section, tokens);
}

/** A format has up to four sections: positive, negative, zero, text. */
function sectionFor(value: number, format: string): string {
  const sections = format.match(/(?:"[^"]*"|\\.|[^;])+|(?<=;)(?=;|$)/g) ?? [format];
  if (value < 0 && sections[1] !== undefined) return sections[1];
  return value === 0 && sections[2] !== undefined ? sections[2] : sections[0];
}

type Token =
  { readonly kind: 'literal'; readonly text: string } | { readonly kind: 'code'; readonly text: string };

const TOKEN =
  /"([^"]*)"|\\(.)|_.|\*.|\[(?:\$([^\]-]*)[^\]]*|(h+|m+|s+)|[^\]]*)\]|(General|標準|E[+-](?=[0#?])|AM\/PM|A\/P|g+|e+|y+|m+|d+|h+|s+|a{3,4}|r+|[0#?.,%@])|(.)/gi;

function tokensOf(section: string): readonly Token[] {
  return [...section.matchAll(TOKEN)].flatMap(
    ([, quoted, escaped, currency, elapsed, code, other]): Token[] => {
      const literal = quoted ?? escaped ?? currency ?? other;
      if (literal !== undefined) return [{ kind: 'literal', text: literal }];
      const text = elapsed === undefined ? code : `[${elapsed}]`;
      return text === undefined ? [] : [{ kind: 'code', text }];
    },
  );
}

function isDateToken({ kind, text }: Token): boolean {
  return kind === 'code' && /^(\[[hms]+\]|g+|e+|y+|m+|d+|h+|s+|a{3,4}|r+)$/i.test(text);
}

function literalOr(tokens: readonly Token[], value: number): string {
  const general = tokens.some(({ kind, text }) => kind === 'code' && /^(general|標準|@)$/i.test(text));
  const literals = tokens.filter(({ kind }) => kind === 'literal').map(({ text }) => text);
  if (!general && literals.length) return literals.join('');
  return general && literals.length
    ? tokens.map(({ kind, text }) => (kind === 'literal' ? text : generalText(value))).join('')
    : generalText(value);
}

/** At most 15 digits count; very large and small numbers are shown with an exponent. */
export function generalText(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e11 || size < 1e-9)) return exponentText(value, 5);
  return String(Number(value.toPrecision(size >= 1 ? 11 : 9)));
}

function exponentText(value: number, digits: number): string {
  return value
    .toExponential(digits)
    .replace(/\.?0+e/, 'e')
    .replace(/e([+-])(\d)$/, 'E$10$2')
    .replace('e', 'E');
}

/** `#,##0.00"件"`: literals before and behind, the digits between. */
function numberText(value: number, section: string, tokens: readonly Token[]): string {
  const isDigit = ({ kind, text }: Token) => kind === 'code' && /^(E[+-]|[0#?.,%])$/.test(text);
  const first = tokens.findIndex(isDigit);
  const last = tokens.findLastIndex(isDigit);
  const plain = tokens
    .slice(first, last + 1)
    .filter(({ kind }) => kind === 'code')
    .map(({ text }) => text)
    .join('');
  const outside = (part: readonly Token[]) => part.map(({ text }) => (text === '@' ? '' : text)).join('');
  const sign = value < 0 && !section.startsWith('-') ? '-' : '';
  return (
    sign +
    outside(tokens.slice(0, first)) +
    digitsText(Math.abs(value), plain) +
    outside(tokens.slice(last + 1))
  );
}

function digitsText(value: number, pattern: string): string {
  const percents = pattern.split('%').length - 1;
  const scale = /,+(?=$|\.|%)/.exec(pattern)?.[0].length ?? 0;
  const [whole = '', decimals = ''] = pattern.replace(/%/g, '').split('.');
  if (pattern.includes('E')) {
    return exponentText(value, decimals.replace(/E.*$/, '').replace(/[^0#?]/g, '').length);
  }
  const least = (decimals.match(/0/g) ?? []).length;
  const most = (decimals.match(/[0#?]/g) ?? []).length;
  const rounded = ((value * 100 ** percents) / 1000 ** scale).toFixed(Math.min(most, 20));
  const [integer = '0', fraction = ''] = rounded.split('.');
  const kept = trimZeros(fraction, least);
  const shown = padded(integer, whole);
  return (
    (/[0#?],[0#?]/.test(whole) ? grouped(shown) : shown) +
    (kept === '' ? '' : `.${kept}`) +
    '%'.repeat(percents)
  );
}

function padded(integer: string, pattern: string): string {
  const least = (pattern.match(/0/g) ?? []).length;
  return (integer === '0' && least === 0 ? '' : integer).padStart(least, '0');
}

function trimZeros(fraction: string, least: number): string {
  let end = fraction.length;
  while (end > least && fraction[end - 1] === '0') end--;
  return fraction.slice(0, end);
}

function grouped(integer: string): string {
  return integer.replace(/\B(?=(\d{3})+$)/g, ',');
}

interface Clock {
  readonly moment: Moment;
  readonly era: EraYear;
  readonly serial: number;
  readonly twelve: boolean;
}

function dateText(serial: number, tokens: readonly Token[], from1904: boolean): string {
  if (serial < 0 || serial > 2_958_466) return generalText(serial);
  const moment = momentOf(serial, from1904);
  const twelve = tokens.some(({ kind, text }) => kind === 'code' && /^(AM\/PM|A\/P)$/i.test(text));
  const clock = { moment, era: eraOf(moment), serial, twelve };
  return tokens
    .map((token, at) => (token.kind === 'literal' ? token.text : partText(token.text, clock, tokens, at)))
    .join('');
}

/** `m` is a minute beside hours or seconds, else a month. */
function partText(code: string, clock: Clock, tokens: readonly Token[], at: number): string {
  const lower = code.toLowerCase();
  const key = lower.startsWith('m') && isMinute(tokens, at) ? `n${lower.slice(1)}` : lower;
  const part = PARTS[key[0] ?? ''];
  return part && /^[a-z]+$/.test(key) ? part(clock, key.length) : fixedPart(key, clock);
}

function isMinute(tokens: readonly Token[], at: number): boolean {
  const codes = tokens.map((token, place) => ({ ...token, place })).filter(isDateToken);
  const index = codes.findIndex(({ place }) => place === at);
  return /h/i.test(codes[index - 1]?.text ?? '') || /s/i.test(codes[index + 1]?.text ?? '');
}

const WEEKDAYS = '日月火水木金土';
const DAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const PARTS: Readonly<Record<string, (clock: Clock, length: number) => string>> = {
  y: ({ moment }, length) => (length <= 2 ? two(moment.year % 100) : String(moment.year)),
  e: ({ era }, length) => (length > 1 ? two(era.year) : String(era.year)),
  g: ({ era }, length) => (length >= 3 ? era.name : length === 2 ? era.name.slice(0, 1) : era.letter),
  r: ({ era }, length) => (length > 1 ? era.name : era.letter) + two(era.year),
  m: ({ moment }, length) => named(moment.month, MONTHS[moment.month - 1] ?? '', length),
  d: ({ moment }, length) => named(moment.day, DAY_NAMES[moment.weekday] ?? '', length),
  a: ({ moment }, length) => (WEEKDAYS[moment.weekday] ?? '') + (length > 3 ? '曜日' : ''),
  h: ({ moment, twelve }, length) => pad(twelve ? moment.hour % 12 || 12 : moment.hour, length),
  n: ({ moment }, length) => pad(moment.minute, length),
  s: ({ moment }, length) => pad(moment.second, length),
};

function fixedPart(code: string, { moment, serial }: Clock): string {
  if (code === 'am/pm') return moment.hour < 12 ? 'AM' : 'PM';
  if (code === 'a/p') return moment.hour < 12 ? 'A' : 'P';
  if (code.startsWith('[h')) return String(Math.floor(serial * 24 + 1e-9));
  if (code.startsWith('[m')) return String(Math.floor(serial * 1440 + 1e-7));
  if (code.startsWith('[s')) return String(Math.round(serial * 86_400));
  return code === '@' ? '' : code;
}

/** `mmm` and `ddd` are names, cut to three letters; four letters the whole name. */
function named(value: number, name: string, length: number): string {
  if (length <= 2) return pad(value, length);
  return length === 3 ? name.slice(0, 3) : name;
}

function pad(value: number, length: number): string {
  return length > 1 ? two(value) : String(value);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
