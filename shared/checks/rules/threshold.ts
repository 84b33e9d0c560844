import { setValue } from '../../assessment/edit';
import { dutyOf, type Duty } from '../../threshold/threshold';
import { blank, eachPlace, nameOf } from '../kinds/answers';
import { classOf } from '../kinds/classes';
import { datesIn, dayOf } from '../kinds/dates';
import type { Hit, Rule, Subject, View } from '../types';
import {
  isBegun,
  isBelowRole,
  isBlank,
  pathOf,
  placesOf,
  isBlankWording,
  sectionKeyOf,
  shownAt,
  textOf,
  valueAt,
} from '../view';

/** The first edition with Ⅳ８ and Ⅳ１１: 令和6年10月. */
const EDITION_2024 = 202410;
/** The first edition of 様式２ with Ⅳ: 平成31年1月. */
const EDITION_2019 = 201901;

/** What Ⅱ of 様式２ amounts to; undefined while an answer is missing. */
export function dutyIn(view: View): Duty | undefined {
  const people = classOf(textOf(view, 'people').replace(/（.*$/u, ''));
  const handlers = textOf(view, 'handlers');
  const accident = textOf(view, 'accident');
  if (!people || handlers === '' || accident === '') return undefined;
  return dutyOf({
    people: people.from,
    handlers: handlers === '500人以上' ? 500 : 0,
    incident: accident === '発生あり',
  });
}

const WEIGHTS: Readonly<Record<Duty, number>> = { none: 0, basic: 1, focused: 2, full: 3 };

/** The option of Ⅲ that says a duty. */
const RESULTS: Readonly<Record<Duty, string>> = {
  none: '特定個人情報保護評価の実施が義務付けられない',
  basic: '基礎項目評価の実施が義務付けられる',
  focused: '基礎項目評価及び重点項目評価の実施が義務付けられる',
  full: '基礎項目評価及び全項目評価の実施が義務付けられる',
};

/** What is submitted, as a duty would ask for it. */
export function submittedDuty(label: string): Duty | undefined {
  if (label === '基礎項目評価書') return 'basic';
  if (label.endsWith('重点項目評価書')) return 'focused';
  return label.endsWith('全項目評価書') ? 'full' : undefined;
}

/** The item of Ⅳ that an option of Ⅳ１１ repeats; by the words of the item's own question. */
function repeatedPath(subject: Subject, option: string): string | undefined {
  if (option === '') return undefined;
  const core = (text: string) =>
    text.replace(/（[^）]*）|は十分か|[\s　]/gu, '').replace('情報提供ネットワークシステムを通じて', '');
  const networked = option.includes('情報提供ネットワーク') && !option.includes('除く');
  const found = subject.leaves.find(
    ({ path, item }) =>
      isBelowRole(subject, 'repeated', path) &&
      !isBelowRole(subject, 'topGroup', path) &&
      core(item.label) === core(option) &&
      (networked === isBelowRole(subject, 'networkGroup', path) || !isAmbiguous(option)),
  );
  return found?.path;
}

/** Two parts of Ⅳ ask about this risk: Ⅳ２ and Ⅳ６. */
function isAmbiguous(option: string): boolean {
  return option.includes('目的外の入手が行われるリスク');
}

const MANUAL_WORK = /手入力|手作業|目視|紙(?:の|に|で|媒体)|窓口で(?:受|入力)|転記|封入/u;

export const thresholdRules: readonly Rule[] = [
  {
    id: 'need-threshold',
    severity: 'error',
    ground: 'form',
    forms: ['form2'],
    probe: blank('people', 'handlers', 'accident', 'result'),
  },
  {
    id: 'f2-kind',
    severity: 'error',
    ground: 'rule4',
    forms: ['form2'],
    fromEdition: EDITION_2019,
    probe: eachPlace(
      'submitted',
      (subject, { path, text }) => {
        if (text === '') return subject.begun.has(sectionKeyOf(path)) ? [{ params: { duty: '－' } }] : [];
        const [duty, submitted] = [dutyIn(subject), submittedDuty(text)];
        return duty && submitted && WEIGHTS[submitted] < WEIGHTS[duty]
          ? [{ params: { duty: RESULTS[duty] } }]
          : [];
      },
      'people',
      'handlers',
      'accident',
    ),
  },
  {
    id: 'f2-result',
    severity: 'error',
    ground: 'rule4',
    forms: ['form2'],
    probe: eachPlace(
      'result',
      (subject, { text }) => {
        const duty = dutyIn(subject);
        return text !== '' && duty && text !== RESULTS[duty] ? [{ params: { result: RESULTS[duty] } }] : [];
      },
      'people',
      'handlers',
      'accident',
    ),
    fix: (subject, { path, params }) => setValue(subject.assessment, path, String(params.result)),
  },
  {
    id: 'f2-unperson',
    severity: 'warning',
    ground: 'form',
    forms: ['form2'],
    fromEdition: EDITION_2024,
    probe: eachPlace(
      'dutyBody',
      (subject, { text }) => {
        const path = pathOf(subject, 'manualNone');
        const match = MANUAL_WORK.exec(text);
        return path !== undefined && valueAt(subject, path) === true && match
          ? [{ params: { found: match[0] }, span: { from: match.index, to: match.index + match[0].length } }]
          : [];
      },
      'manualNone',
    ),
  },
  {
    id: 'f2-human-reason',
    severity: 'warning',
    ground: 'form',
    forms: ['form2'],
    fromEdition: EDITION_2024,
    probe: {
      kind: 'items',
      reads: ['manualNone', 'manualRisk', 'manualReason'],
      find: (subject) => blankUnless(subject, 'manualNone', ['manualRisk', 'manualReason']),
    },
  },
  {
    id: 'f2-top-reason',
    severity: 'warning',
    ground: 'form',
    forms: ['form2'],
    fromEdition: EDITION_2024,
    probe: {
      kind: 'items',
      reads: ['topFull', 'top', 'topAnswer', 'topReason'],
      find: (subject) => blankUnless(subject, 'topFull', ['top', 'topAnswer', 'topReason']),
    },
  },
  {
    id: 'f2-top-full',
    severity: 'warning',
    ground: 'form',
    forms: ['form2'],
    fromEdition: EDITION_2024,
    probe: eachPlace(
      'topFull',
      (subject, { path }) => {
        const submitted = submittedDuty(textOf(subject, 'submitted'));
        const isTicked = valueAt(subject, path) === true;
        if (!submitted || isTicked === (submitted !== 'basic')) return [];
        return [{ params: { kind: textOf(subject, 'submitted'), state: isTicked ? '○' : '空欄' } }];
      },
      'submitted',
    ),
    fix: (subject, { path }) => {
      const isTicked = valueAt(subject, path) === true;
      if (isTicked) return undefined;
      const filled = (['top', 'topAnswer', 'topReason'] as const).some(
        (role) => !isBlank(textOf(subject, role)),
      );
      return filled ? undefined : setValue(subject.assessment, path, true);
    },
  },
  {
    id: 'f2-top-same',
    severity: 'warning',
    ground: 'form',
    forms: ['form2'],
    fromEdition: EDITION_2024,
    probe: eachPlace(
      'topAnswer',
      (subject, { text }) => {
        const path = repeatedPath(subject, textOf(subject, 'top'));
        const original = path === undefined ? '' : shownAt(subject, path);
        if (text === '' || original === '' || original === text) return [];
        const item = subject.leafAt.get(path ?? '')?.item;
        return sameGrade(text, original) ? [] : [{ params: { item: item ? nameOf(item) : '', original } }];
      },
      'top',
      'repeated',
    ),
    fix: (subject, { path, params }) => {
      const original = String(params.original);
      const offered = subject.leafAt.get(path)?.item.options?.some(({ label }) => label === original);
      return offered ? setValue(subject.assessment, path, original) : undefined;
    },
  },
  {
    id: 'f2-nw-agree',
    severity: 'error',
    ground: 'form',
    forms: ['form2'],
    fromEdition: EDITION_2019,
    probe: {
      kind: 'items',
      reads: ['linkage', 'noReceive', 'noSupply'],
      find: (subject) =>
        textOf(subject, 'linkage') === '実施しない'
          ? (['noReceive', 'noSupply'] as const).flatMap((role) =>
              placesOf(subject, role)
                .filter(({ path }) => valueAt(subject, path) !== true)
                .map(({ path, item }): Hit => ({ path, params: { flag: item.label } })),
            )
          : [],
    },
    fix: (subject, { path }) => {
      const risk = path.replace(/no_get$/u, 'r1').replace(/no_give$/u, 'r2');
      return valueAt(subject, risk) === undefined ? setValue(subject.assessment, path, true) : undefined;
    },
  },
  {
    id: 'accident-known',
    severity: 'warning',
    ground: 'rule4',
    forms: ['form2'],
    needs: ['partner'],
    probe: eachPlace(
      'accident',
      (subject, { text }) => {
        if (text !== '発生なし' || !subject.partner) return [];
        const from = (dayOf(textOf(subject, 'publishDate')) ?? subject.referenceDate) - 10_000;
        const detail = textOf(subject.partner, 'accidentDetail');
        const known =
          /(?:発覚|判明|確認|発見)/u.test(detail) && datesIn(detail).some(({ day }) => day >= from);
        const old = datesIn(detail).some(({ day }) => day < from);
        return known && old && textOf(subject.partner, 'accident') === '発生あり' ? [{}] : [];
      },
      'publishDate',
    ),
  },
];

/** The two scales of grades mean the same: 十分である, 十分に行っている. */
function sameGrade(a: string, b: string): boolean {
  const level = (text: string) =>
    text.includes('特に力') ? 3 : /課題|十分に行っていない/u.test(text) ? 1 : 2;
  return level(a) === level(b);
}

function blankUnless(
  subject: Subject,
  flag: 'manualNone' | 'topFull',
  roles: readonly ('manualRisk' | 'manualReason' | 'top' | 'topAnswer' | 'topReason')[],
): readonly Hit[] {
  const flagPath = pathOf(subject, flag);
  if (flagPath === undefined || valueAt(subject, flagPath) === true || !isBegun(subject, 'repeated'))
    return [];
  return roles.flatMap((role) =>
    placesOf(subject, role)
      .filter(({ path }) => isBlankWording(shownAt(subject, path)))
      .map(({ path, item }): Hit => ({ path, params: { item: nameOf(item) } })),
  );
}
