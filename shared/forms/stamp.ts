import { dateNumber, parseDate } from '../japanese/wareki';
import type { Edition } from './types';

/** 令和6年10月 → 202410, so that editions can be put in order; 0 for an edition that is named otherwise. */
export function editionMonth(edition: Edition): number {
  const date = parseDate(edition);
  return date === undefined || date.day !== undefined ? 0 : Math.floor(dateNumber(date) / 100);
}
