import { dateText, isDateSection, isOwnLocale } from './formats/date';
import { foreignDateText, generalText, numberText } from './formats/number';
import { sectionFor, sectionsOf, textSectionOf, type FormatToken, type Section } from './formats/sections';

/** A value as the sheet shows it. */
export interface ShownValue {
  readonly text: string;
  /** The value that the format keeps from being shown. */
  readonly hidden?: string;
  /** This program cannot show the value as Excel does; `text` is the plain value. */
  readonly plain?: true;
}

/** The format of a cell, read once for all cells that carry it. */
export interface NumberFormat {
  readonly showNumber: (value: number, from1904: boolean) => ShownValue;
  readonly showText: (text: string) => ShownValue;
}

/** Numbers are written by numfmt, dates by this program, because numfmt knows no 和暦. */
export function numberFormat(code: string): NumberFormat {
  const sections = sectionsOf(code);
  const forText = textSectionOf(sections);
  return {
    showNumber: (value, from1904) => {
      const section = sectionFor(value, sections);
      if (section && isHiding(section, sections)) return hiding(value === 0 ? '' : generalText(value));
      const text = section && sectionText(value, section, { sections, from1904, code });
      return text === undefined ? { text: generalText(value), plain: true } : { text };
    },
    showText: (text) => (forText ? textIn(text, forText) : { text }),
  };
}

interface FormatContext {
  readonly sections: readonly Section[];
  readonly from1904: boolean;
  readonly code: string;
}

function sectionText(value: number, section: Section, context: FormatContext): string | undefined {
  if (section.tokens.length === 0) return withSign(value, generalText(Math.abs(value)));
  if (!isDateSection(section)) return numberText(value, section, showsSign(value, section, context.sections));
  if (isOwnLocale(section.locale)) return dateText(value, section, context.from1904);
  return isOwnCalendar(section)
    ? undefined
    : foreignDateText(value + (context.from1904 ? 1462 : 0), context.code);
}

/** Years of an era and weekdays of East Asia, which numfmt writes as those of the West. */
function isOwnCalendar({ tokens }: Section): boolean {
  return tokens.some(({ kind, text }) => kind === 'code' && /^[ger]/i.test(text));
}

function withSign(value: number, text: string): string {
  return value < 0 ? `-${text}` : text;
}

/** A section made for negative numbers writes their sign itself. */
function showsSign(value: number, section: Section, sections: readonly Section[]): boolean {
  if (value >= 0) return false;
  const { condition } = section;
  if (condition) return !isBelowZero(condition.operator, condition.operand);
  if (!sections.some((other) => other.condition)) return section === sections[0];
  const first = sections[0]?.condition;
  return first !== undefined && /^(=|>=?)$/.test(first.operator) && first.operand >= 0;
}

function isBelowZero(operator: string, operand: number): boolean {
  return (operand < 0 && /^(<=?|=)$/.test(operator)) || (operand === 0 && operator === '<');
}

/** A section without anything to show, among others. */
function isHiding({ tokens }: Section, sections: readonly Section[]): boolean {
  return tokens.length === 0 && sections.length > 1;
}

/** The value is not shown, and kept for those who look for it. */
function hiding(hidden: string): ShownValue {
  return hidden === '' ? { text: '' } : { text: '', hidden };
}

function textIn(text: string, { tokens }: Section): ShownValue {
  if (text === '') return { text };
  const isPlace = (token: FormatToken) => token.kind === 'code' && token.text === '@';
  const shown = tokens.map((token) => (isPlace(token) ? text : token.text)).join('');
  return tokens.some(isPlace) ? { text: shown } : { text: shown, hidden: text };
}
