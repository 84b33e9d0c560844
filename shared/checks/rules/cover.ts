import { setValue } from '../../assessment/edit';
import { normaliseForComparison, narrow } from '../../japanese/normalise';
import { dutyCore, isLocal, numberOf, ownNames } from '../agency';
import { dayText, datesIn } from '../kinds/dates';
import { blank, eachPlace } from '../kinds/answers';
import type { Rule, Subject } from '../types';
import { isBegun, isBlank, pathOf, isBlankWording, textOf } from '../view';

const FORM_NAMES = /(?:基礎項目|重点項目|全項目)評価書/gu;

/** 「川口市は、…」: a declaration of a 市長 or 教育委員会 names the place. */
function declarationNamesAgency(subject: Subject, text: string): boolean {
  const own = ownNames(subject);
  if (!own || /本[市区町村県都府道]|当[市区町村]/.test(text)) return true;
  return normaliseForComparison(text).includes(normaliseForComparison(own.name));
}

/** Words that every name of an assessment has. */
const COMMON =
  /に関する|に係る|事務|業務|評価書|基礎項目|重点項目|全項目|特定個人情報保護|[のにおける\s　（）()【】「」・、]/gu;

/** Whether two names share a word of two characters or more. */
export function shareWord(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) => name.normalize('NFKC').replace(COMMON, '\n'));
  return (one ?? '').split('\n').some((word) => pairsIn(word).some((pair) => (other ?? '').includes(pair)));
}

function pairsIn(word: string): readonly string[] {
  const characters = Array.from(word);
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
}

export const coverRules: readonly Rule[] = [
  { id: 'need-number', severity: 'error', ground: 'guide', probe: blank('number') },
  {
    id: 'number-width',
    severity: 'notice',
    ground: 'practice',
    replaces: true,
    probe: eachPlace('number', (_, { text }) => {
      if (isBlank(text) || /^[\s　]*[0-9]+[\s　]*$/.test(text)) return [];
      const half = narrow(text);
      return /^[\s　]*[0-9]+[\s　]*$/.test(half)
        ? [{ params: { value: text }, span: { from: 0, to: text.length }, replacement: half }]
        : /[0-9]/.test(half) && /[０-９]/.test(text) && /[0-9]/.test(text)
          ? [{ params: { value: text }, span: { from: 0, to: text.length }, replacement: half }]
          : /[0-9]/.test(half)
            ? []
            : [{ params: { value: text } }];
    }),
  },
  {
    id: 'number-unique',
    severity: 'error',
    ground: 'practice',
    needs: ['others'],
    probe: eachPlace(
      'number',
      (subject, { text }) => {
        const own = dutyCore(textOf(subject, 'dutyName'));
        const twin = subject.others.find(
          ({ view }) =>
            !isBlank(text) &&
            numberOf(view) === numberOf(subject) &&
            normaliseForComparison(textOf(view, 'agency')) ===
              normaliseForComparison(textOf(subject, 'agency')) &&
            dutyCore(textOf(view, 'dutyName')) !== '' &&
            own !== '' &&
            dutyCore(textOf(view, 'dutyName')) !== own,
        );
        return twin ? [{ params: { value: text, other: twin.title } }] : [];
      },
      'dutyName',
      'agency',
    ),
  },
  { id: 'need-name', severity: 'error', ground: 'form', probe: blank('name') },
  {
    id: 'name-has-form',
    severity: 'error',
    ground: 'practice',
    replaces: true,
    probe: eachPlace('name', ({ form }, { text }) =>
      [...text.matchAll(FORM_NAMES)]
        .filter(([words]) => words !== form.name)
        .map((match) => ({
          params: { found: match[0], form: form.name },
          span: { from: match.index, to: match.index + match[0].length },
          replacement: form.name,
        })),
    ),
  },
  {
    id: 'name-covers-duty',
    severity: 'warning',
    ground: 'guide',
    probe: eachPlace(
      'name',
      (subject, { text }) => {
        const duty = textOf(subject, 'dutyName');
        if (isBlank(text) || isBlank(duty) || shareWord(text, duty)) return [];
        return [{ params: { name: text, duty } }];
      },
      'dutyName',
    ),
  },
  { id: 'need-declaration', severity: 'error', ground: 'form', probe: blank('declaration') },
  {
    id: 'declaration-agency',
    severity: 'warning',
    ground: 'form',
    probe: eachPlace(
      'declaration',
      (subject, { text }) =>
        isBlank(text) || declarationNamesAgency(subject, text)
          ? []
          : [{ params: { agency: ownNames(subject)?.name ?? '' } }],
      'agency',
    ),
  },
  {
    id: 'declaration-duty',
    severity: 'warning',
    ground: 'practice',
    probe: eachPlace(
      'declaration',
      (subject, { text }) => {
        const duty = dutyCore(textOf(subject, 'dutyName'));
        if (
          isBlank(text) ||
          duty === '' ||
          normaliseForComparison(text).includes(normaliseForComparison(duty))
        )
          return [];
        return [{ params: { duty: textOf(subject, 'dutyName') } }];
      },
      'dutyName',
    ),
  },
  { id: 'need-agency', severity: 'error', ground: 'form', probe: blank('agency') },
  {
    id: 'agency-is-organ',
    severity: 'warning',
    ground: 'rule',
    replaces: true,
    probe: eachPlace('agency', (_, { text }) => {
      const name = text.trim();
      if (!/^[^\s　]{2,}[市町村区県都府道]$/u.test(name)) return [];
      const organ = /[県都府道]$/u.test(name) ? `${name}知事` : `${name}長`;
      return [{ params: { name, organ }, span: { from: 0, to: text.length }, replacement: organ }];
    }),
  },
  {
    id: 'need-publish-date',
    severity: 'notice',
    ground: 'form',
    probe: eachPlace('publishDate', (subject, { text }) => {
      if (!isBlank(text) || !isBegun(subject, 'cover')) return [];
      return [{ severity: (subject.input.status ?? 'draft') === 'draft' ? 'notice' : 'error' }];
    }),
  },
  {
    id: 'need-edition',
    severity: 'warning',
    ground: 'form',
    replaces: true,
    probe: eachPlace('stamp', ({ form }, { text }) => {
      if (isBlank(text) || normaliseForComparison(text) === normaliseForComparison(form.stamp)) return [];
      return [
        {
          params: { found: text, stamp: form.stamp },
          span: { from: 0, to: text.length },
          replacement: form.stamp,
        },
      ];
    }),
  },
  {
    id: 'approval-not-local',
    severity: 'error',
    ground: 'form',
    forms: ['form4'],
    probe: {
      kind: 'items',
      reads: ['approvalDate', 'approval', 'agency'],
      find: (subject) => {
        if (isLocal(subject) !== true) return [];
        return (['approvalDate', 'approvalSubmitted', 'approvalReview'] as const).flatMap((role) => {
          const path = pathOf(subject, role);
          return path !== undefined && !isBlankWording(textOf(subject, role)) ? [{ path }] : [];
        });
      },
    },
    fix: ({ assessment }, { path }) => setValue(assessment, path, undefined),
  },
  {
    id: 'remarks-trivial',
    severity: 'notice',
    ground: 'guide',
    needs: ['others'],
    probe: eachPlace('remarks', (subject, { text }) => {
      if (!isBlankWording(text)) return [];
      const marks = subject.others.map(({ view }) => textOf(view, 'remarks')).filter(isBlankWording);
      const other = marks.find((mark) => mark.trim() !== text.trim());
      return other === undefined ? [] : [{ params: { own: shown(text), other: shown(other) } }];
    }),
  },
  {
    id: 'terminated-form',
    severity: 'warning',
    ground: 'guide',
    replaces: true,
    probe: eachPlace('name', (_, { text }) => {
      const at = text.search(/終了/u);
      if (at < 0 || /【[^【】]*[0-9０-９元][^【】]*日[\s　]*終了】[\s　]*$/u.test(text)) return [];
      const [date] = datesIn(text);
      const bracket = /[\s　]*[（(［[【〔]?[^（(［[【〔]*終了[^）)］\]】〕]*[）)］\]】〕]?[\s　]*$/u.exec(
        text,
      );
      const isSafe = date && date.day % 100 !== 0 && bracket && bracket.index <= date.from;
      return [
        isSafe
          ? {
              span: { from: bracket.index, to: text.length },
              replacement: `【${dayText(date.day)} 終了】`,
            }
          : {},
      ];
    }),
  },
];

function shown(mark: string): string {
  return isBlank(mark) ? '（空欄）' : mark.trim();
}
