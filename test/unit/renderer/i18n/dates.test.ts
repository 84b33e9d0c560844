import { expect, test } from 'vitest';
import { dayText, momentText } from '../../../../renderer/i18n/dates';

const at = (...[year, month, day, hour = 0, minute = 0]: number[]) =>
  new Date(year ?? 0, (month ?? 1) - 1, day, hour, minute).getTime();

test('days are written as the office writes them, the first year of an era as 元年', () => {
  expect(dayText(at(2026, 11, 21), 'ja')).toBe('令和8年11月21日');
  expect(dayText(at(2019, 5, 1), 'ja')).toBe('令和元年5月1日');
  expect(dayText(at(2019, 4, 30), 'ja')).toBe('平成31年4月30日');
  expect(dayText(at(2026, 11, 21), 'en')).toBe('21 November 2026');
});

test('a moment has hour and minute behind the day', () => {
  expect(momentText(at(2026, 11, 21, 8, 5), 'ja')).toBe('令和8年11月21日 8:05');
  expect(momentText(at(2026, 11, 21, 18, 5), 'en')).toBe('21 November 2026 18:05');
});
