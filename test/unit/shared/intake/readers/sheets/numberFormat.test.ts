import { expect, it } from 'vitest';
import { builtInFormat, formatCell } from '../../../../../../shared/intake/readers/sheets/numberFormat';

/** 45931 is 1 October 2025. */
it.each([
  [8, 'General', '8'],
  [0.1 + 0.2, 'General', '0.3'],
  [123456789012, 'General', '1.23457E+11'],
  [-3.5, 'General', '-3.5'],
  [1234567, '#,##0', '1,234,567'],
  [-1234, '#,##0;[Red]-#,##0', '-1,234'],
  [0, '#,##0;-#,##0;"－"', '－'],
  [21, '0"件"', '21件'],
  [21, '"("0")"', '(21)'],
  [5, '000', '005'],
  [0.125, '0.0%', '12.5%'],
  [1.5, '0.00', '1.50'],
  [1.5, '0.##', '1.5'],
  [12345, '0.00E+00', '1.23E+04'],
  [45931, 'yyyy/m/d', '2025/10/1'],
  [45931, '[$-411]ggge"年"m"月"d"日"', '令和7年10月1日'],
  [45931, '[$-411]ge.m.d', 'R7.10.1'],
  [45931, 'yyyy"年"m"月"d"日"(aaa)', '2025年10月1日(水)'],
  [43585, 'ggge"年"m"月"d"日"', '平成31年4月30日'],
  [45931.75, 'h:mm', '18:00'],
  [45931.75, 'h:mm AM/PM', '6:00 PM'],
  [1.5, '[h]:mm', '36:00'],
  [1, 'yyyy/m/d', '1900/1/1'],
  [70, '@', '70'],
])('shows %d in %s as %s', (value, format, shown) => {
  expect(formatCell(value, format, false)).toBe(shown);
});

it('counts from 1904 where the book says so', () => {
  expect(formatCell(45931 - 1462, 'yyyy/m/d', true)).toBe('2025/10/1');
});

it('shows the dates of Japanese Excel that have no code in the file', () => {
  expect(formatCell(45931, builtInFormat(28), false)).toBe('令和7年10月1日');
});
