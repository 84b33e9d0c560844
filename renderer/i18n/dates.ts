/** Years are counted as the office does: 令和8年11月21日; in English 21 November 2026. */
const CALENDARS = { ja: 'ja-JP-u-ca-japanese', en: 'en-GB' } as const;

/** The day, on the clock of this PC; `at` in milliseconds since 1970 UTC. */
export function dayText(at: number, language: string): string {
  return new Date(at).toLocaleDateString(calendarOf(language), { dateStyle: 'long' });
}

/** Day, hour and minute, on the clock of this PC; `at` in milliseconds since 1970 UTC. */
export function momentText(at: number, language: string): string {
  return `${dayText(at, language)} ${clockText(at, language, 'short')}`;
}

/** Hour and minute, `medium`: with the seconds. */
export function clockText(at: number, language: string, timeStyle: 'short' | 'medium'): string {
  return new Date(at).toLocaleTimeString(calendarOf(language), { timeStyle });
}

function calendarOf(language: string): string {
  return language === 'en' ? CALENDARS.en : CALENDARS.ja;
}
