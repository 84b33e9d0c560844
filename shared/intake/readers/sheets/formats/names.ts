/** Names of months, weekdays and halves of a day, as Excel writes them for a locale. */
export interface DateNames {
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
  readonly halves: readonly [string, string];
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
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

/** Also what Japanese Excel uses where a format names no locale. */
export const ENGLISH: DateNames = {
  months: MONTHS,
  shortMonths: MONTHS.map((name) => name.slice(0, 3)),
  weekdays: WEEKDAYS,
  shortWeekdays: WEEKDAYS.map((name) => name.slice(0, 3)),
  halves: ['AM', 'PM'],
};

export const JAPANESE_WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'];
const JAPANESE_MONTHS = MONTHS.map((_, at) => `${at + 1}月`);

export const JAPANESE: DateNames = {
  months: JAPANESE_MONTHS,
  shortMonths: JAPANESE_MONTHS,
  weekdays: JAPANESE_WEEKDAYS.map((name) => `${name}曜日`),
  shortWeekdays: JAPANESE_WEEKDAYS,
  halves: ['午前', '午後'],
};
