import { setValue } from '../../assessment/edit';
import { blankWhen, nameOf } from '../kinds/answers';
import { answered, textBeside } from '../kinds/conditions';
import { datesIn, dayOf, dayText, yearsLater } from '../kinds/dates';
import type { Hit, Rule, Subject } from '../types';
import { placesOf, isBlankWording, textAt, textOf } from '../view';
import { BIG } from './risks';

/** One accident of the text: from its heading (ケース１, ①, （１）) to the next. */
interface Accident {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly latest: number | undefined;
  readonly number: number | undefined;
}

const CASE_HEADING =
  /^[\s　]*[＜<【（(]?(?:ケース|事案|事故|事例)[\s　]*(?<number>[0-9０-９]{1,2}|[①-⑳])[＞>】）)]?/gmu;

export function accidentsIn(text: string): readonly Accident[] {
  const heads = [...text.matchAll(CASE_HEADING)];
  const starts = heads.length === 0 ? [0] : heads.map(({ index }) => index);
  return starts.map((from, at) => {
    const to = starts[at + 1] ?? text.length;
    const words = text.slice(from, to);
    const days = datesIn(words).map(({ day }) => day);
    const number = heads[at]?.groups?.number?.normalize('NFKC');
    return {
      text: words,
      from,
      to,
      latest: days.length === 0 ? undefined : Math.max(...days),
      number: number === undefined ? undefined : Number(number),
    };
  });
}

/** The day that 過去３年 is counted back from. */
function countedFrom(subject: Subject): number {
  return dayOf(textOf(subject, 'publishDate')) ?? subject.referenceDate;
}

function accidentHits(
  judge: (accident: Accident, subject: Subject, all: readonly Accident[]) => Hit['params'] | undefined,
): Rule['probe'] {
  return {
    kind: 'items',
    reads: ['accident', 'accidentDetail', 'publishDate'],
    find: (subject) =>
      placesOf(subject, 'accidentDetail').flatMap(({ path }): readonly Hit[] => {
        const text = textAt(subject, path);
        if (isBlankWording(text) || textBeside(subject, path, 'accident') !== '発生あり') return [];
        const all = accidentsIn(text);
        return all.flatMap((accident): readonly Hit[] => {
          const params = judge(accident, subject, all);
          return params ? [{ path, params, span: { from: accident.from, to: accident.to } }] : [];
        });
      }),
  };
}

function numberLike(sample: string, number: number): string {
  if (/[①-⑳]/u.test(sample)) return String.fromCodePoint(0x2460 + number - 1);
  return /[０-９]/u.test(sample)
    ? String(number).replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    : String(number);
}

/** Serious accidents of the last three years. */
export const accidentsRules: readonly Rule[] = [
  {
    id: 'accident-detail',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    aliases: ['required'],
    probe: {
      kind: 'items',
      reads: ['accident', 'accidentDetail', 'accidentPrevention'],
      find: (subject) =>
        (['accidentDetail', 'accidentPrevention'] as const).flatMap((role) => {
          const probe = blankWhen(role, 'nothing', answered('accident', '発生あり'));
          return probe.kind === 'items' ? probe.find(subject) : [];
        }),
    },
  },
  {
    id: 'accident-none-text',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    aliases: ['accident'],
    probe: {
      kind: 'items',
      reads: ['accident', 'accidentDetail', 'accidentPrevention'],
      find: (subject) =>
        (['accidentDetail', 'accidentPrevention'] as const).flatMap((role) =>
          placesOf(subject, role)
            .filter(
              ({ path }) =>
                textBeside(subject, path, 'accident') === '発生なし' &&
                !isBlankWording(textAt(subject, path)),
            )
            .map(({ path, item }) => ({ path, params: { item: nameOf(item) } })),
        ),
    },
  },
  {
    id: 'accident-old',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    probe: accidentHits(({ latest }, subject) =>
      latest !== undefined && yearsLater(latest, 3) + (latest % 100 === 0 ? 100 : 0) < countedFrom(subject)
        ? { date: dayText(latest), until: dayText(countedFrom(subject)) }
        : undefined,
    ),
  },
  {
    id: 'accident-soon-old',
    severity: 'notice',
    ground: 'form',
    forms: BIG,
    probe: accidentHits(({ latest }, subject) => {
      if (latest === undefined || latest % 100 === 0) return undefined;
      const ends = yearsLater(latest, 3);
      const from = Math.max(countedFrom(subject), 0);
      return ends >= from && ends < yearsLater(from, 1) ? { date: dayText(ends) } : undefined;
    }),
  },
  {
    id: 'accident-numbering',
    severity: 'warning',
    ground: 'practice',
    forms: BIG,
    probe: accidentHits(({ number, from }, _, all) => {
      const at = all.findIndex((accident) => accident.from === from);
      return number === undefined ||
        number === at + 1 ||
        all.slice(0, at).some((one, before) => one.number !== before + 1)
        ? undefined
        : { number, right: at + 1 };
    }),
    fix: (subject, { path }) => {
      const text = textAt(subject, path);
      let next = 0;
      const renumbered = text.replace(CASE_HEADING, (words, number: string) => {
        next += 1;
        return words.replace(number, numberLike(number, next));
      });
      return setValue(subject.assessment, path, renumbered);
    },
  },
];
