/**
 * The sections of a number format (ECMA-376 18.8.31): up to four, divided by semicolons, each with an optional
 * condition, colour and locale in brackets.
 */
export interface Section {
  readonly condition: Condition | undefined;
  readonly tokens: readonly FormatToken[];
  readonly locale: FormatLocale | undefined;
  /** Number of `[DBNumN]`: digits are shown as kanji or in full width. */
  readonly kanji: number | undefined;
}

export interface Condition {
  readonly operator: string;
  readonly operand: number;
}

/** `literal`: shown as it is. `code`: stands for a part of the value. `currency`: a sign given with a locale. */
export interface FormatToken {
  readonly kind: 'literal' | 'code' | 'currency';
  readonly text: string;
}

/** `[$¥-411]` and `[$-ja-JP-x-gannen]`, in lower case, without the currency. */
export type FormatLocale = string;

export function sectionsOf(format: string): readonly Section[] {
  const parts = format.match(/(?:"[^"]*"?|\\[^]|\[[^\]]*\]|[^;"\\[])+|(?<=;|^)(?=;|$)/g);
  return (parts ?? [format]).map(sectionOf);
}

const CONDITION = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/;
const PART =
  /"([^"]*)"?|[\\!]([^])|_[^]|\*[^]|\[([^\]]*)\]|(G\/標準|General|標準|E[+-](?=[0#?])|AM\/PM|A\/P|\.0+|g+|e+|y+|m+|d+|h+|s+|b+|a{3,4}|r+|[0-9#?.,%@/])|([^])/gi;

function sectionOf(text: string): Section {
  const tokens: FormatToken[] = [];
  let condition: Condition | undefined;
  let locale: FormatLocale | undefined;
  let kanji: number | undefined;
  for (const [, quoted, escaped, bracket, code, other] of text.matchAll(PART)) {
    const literal = quoted ?? escaped ?? other;
    if (literal !== undefined) tokens.push({ kind: 'literal', text: literal });
    else if (code !== undefined)
      tokens.push({ kind: 'code', text: code.includes('標準') ? 'General' : code });
    else if (bracket !== undefined) {
      const [, operator, operand] = CONDITION.exec(bracket) ?? [];
      const [, sign = '', tag] = /^\$([^-]*)(?:-(.*))?$/.exec(bracket) ?? [];
      if (operator !== undefined) condition = { operator, operand: Number(operand) };
      if (/^(h+|m+|s+)$/i.test(bracket)) tokens.push({ kind: 'code', text: `[${bracket}]` });
      if (sign !== '') tokens.push({ kind: 'currency', text: sign });
      locale = tag?.toLowerCase() ?? locale;
      kanji = dbNum(bracket) ?? kanji;
    }
  }
  return { condition, tokens, locale, kanji };
}

function dbNum(bracket: string): number | undefined {
  const found = /^DBNum(\d+)$/i.exec(bracket);
  return found ? Number(found[1]) : undefined;
}

/** The section for texts: the fourth, or one that names the text where there are fewer. */
export function textSectionOf(sections: readonly Section[]): Section | undefined {
  return sections[3] ?? sections.find(namesText);
}

export function namesText({ tokens }: Section): boolean {
  return tokens.some(({ kind, text }) => kind === 'code' && text === '@');
}

/**
 * The section that shows a number, as Excel chooses it: by the conditions where there are any, else by the sign.
 * Undefined where no condition holds.
 */
export function sectionFor(value: number, sections: readonly Section[]): Section | undefined {
  const numeric =
    sections.length < 4 ? sections.filter((section) => !namesText(section)) : sections.slice(0, 3);
  const [first, second, third] = numeric;
  if (!first) return sections[0];
  if (!first.condition && !second?.condition) {
    if (value < 0) return second ?? first;
    return value === 0 ? (third ?? first) : first;
  }
  const positive = { operator: '>', operand: 0 };
  if (holds(value, first.condition ?? positive)) return first;
  if (second && (!second.condition || holds(value, second.condition))) return second;
  return numeric.length === 1 ? GENERAL : third;
}

const GENERAL: Section = {
  condition: undefined,
  tokens: [{ kind: 'code', text: 'General' }],
  locale: undefined,
  kanji: undefined,
};

function holds(value: number, { operator, operand }: Condition): boolean {
  switch (operator) {
    case '<':
      return value < operand;
    case '<=':
      return value <= operand;
    case '>':
      return value > operand;
    case '>=':
      return value >= operand;
    case '<>':
      return value !== operand;
    default:
      return value === operand;
  }
}
