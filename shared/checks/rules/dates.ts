import { bare } from '../../japanese/normalise';
import { dateNumber, parseDate } from '../../japanese/wareki';
import { findItem } from '../../forms/lookup';
import type { Finding, Rule, Subject } from '../types';

/** What offices write where there is no date yet. */
const NO_DATE = /^(?:[-ー―—]+|なし|未定|該当なし|別紙.*|.*(?:予定|以降|から|まで|頃|ごろ).*)$/;

/** A date that cannot be read. Dates of the table of 変更箇所 may be carried on (同上). */
export const datesRead: Rule = {
  id: 'date',
  find: ({ assessment, leaves }) =>
    leaves.flatMap(({ path, item }): readonly Finding[] => {
      const value = assessment.values[path];
      if (item.type !== 'date' || typeof value !== 'string' || path.includes('.rows[')) return [];
      const ways = value
        .split(/\n/)
        .map((line) => bare(line))
        .filter((line) => line !== '');
      if (ways.every((line) => NO_DATE.test(line) || parseDate(line) !== undefined)) return [];
      return [{ rule: 'date', severity: 'warning', path, params: { value: value.slice(0, 40) } }];
    }),
};

/** 公表日 lies before the 実施日 of the 評価. */
export const datesInOrder: Rule = {
  id: 'publishedBefore',
  find: (subject) => {
    const published = dateOf(subject, 'cover.publish_date');
    const carriedOut = subject.leaves.find(
      ({ item }) => item.type === 'date' && item.label === '実施日' && isBasic(subject, item.id),
    );
    const done = carriedOut && dateOf(subject, carriedOut.path);
    if (!carriedOut || published === undefined || done === undefined || published >= done) return [];
    return [{ rule: 'publishedBefore', severity: 'warning', path: 'cover.publish_date', params: {} }];
  },
};

function isBasic({ form }: Subject, id: string): boolean {
  return findItem(form, id)?.parents.some((parent) => parent.label.includes('基礎項目評価')) ?? false;
}

function dateOf({ assessment }: Subject, path: string): number | undefined {
  const value = assessment.values[path];
  const date = typeof value === 'string' ? parseDate(value) : undefined;
  return date?.day === undefined ? undefined : dateNumber(date);
}
