import type { Rule } from '../types';
import { eachPlace } from '../kinds/answers';
import { datesIn, dayOf, dayText } from '../kinds/dates';
import { shortened } from '../textTools';
import { isBegun, isBlank, placesOf, isBlankWording, textAt, textOf } from '../view';

const NO_DATE = /未定|別紙|予定|以降|から|まで|頃|ごろ|同上|該当/u;

/** When people and handlers were counted, and dates that cannot be read. */
export const countingRules: readonly Rule[] = [
  {
    id: 'f2-asof',
    severity: 'error',
    ground: 'guide',
    forms: ['form2'],
    probe: {
      kind: 'items',
      reads: ['peopleAsOf', 'handlersAsOf', 'publishDate'],
      find: (subject) => {
        const published = dayOf(textOf(subject, 'publishDate'));
        return (['peopleAsOf', 'handlersAsOf'] as const).flatMap((role) =>
          placesOf(subject, role).flatMap(({ path, item }) => {
            const text = textAt(subject, path);
            const day = dayOf(text);
            const isMissing = isBlank(text) && isBegun(subject, 'thresholdSection');
            const isLate = day !== undefined && published !== undefined && day > published;
            return isMissing || isLate ? [{ path, params: { item: item.label } }] : [];
          }),
        );
      },
    },
  },
  {
    id: 'f2-asof-old',
    severity: 'warning',
    ground: 'rule14',
    forms: ['form2'],
    probe: {
      kind: 'items',
      reads: ['peopleAsOf', 'handlersAsOf', 'publishDate'],
      find: (subject) => {
        const published = dayOf(textOf(subject, 'publishDate')) ?? subject.referenceDate;
        return (['peopleAsOf', 'handlersAsOf'] as const).flatMap((role) =>
          placesOf(subject, role).flatMap(({ path }) => {
            const day = dayOf(textAt(subject, path));
            return day !== undefined && day + 10_000 < published
              ? [{ path, params: { value: textAt(subject, path).trim() } }]
              : [];
          }),
        );
      },
    },
  },
  {
    id: 'f2-asof-both',
    severity: 'notice',
    ground: 'guide',
    forms: ['form2'],
    probe: eachPlace(
      'handlersAsOf',
      (subject, { text }) => {
        const [a, b] = [dayOf(text), dayOf(textOf(subject, 'peopleAsOf'))];
        return a !== undefined && b !== undefined && a !== b
          ? [{ params: { people: dayText(b), handlers: dayText(a) } }]
          : [];
      },
      'peopleAsOf',
    ),
  },
  {
    id: 'date-unread',
    severity: 'warning',
    ground: 'practice',
    aliases: ['date'],
    probe: {
      kind: 'text',
      find: ({ path, text, item, zone }) => {
        if (item?.type !== 'date' || zone !== 'body') return [];
        const lines = text.split('\n').filter((line) => !isBlankWording(line));
        const unread = lines.some(
          (line) => datesIn(line).length === 0 && dayOf(line) === undefined && !NO_DATE.test(line),
        );
        return unread ? [{ path, params: { value: shortened(text, 40) } }] : [];
      },
    },
  },
];
