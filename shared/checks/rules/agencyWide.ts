import type { Rule } from '../types';
import { normaliseForComparison } from '../../japanese/normalise';
import { numberOf } from '../agency';
import { datesIn, dayOf } from '../kinds/dates';
import { placesOf, isBlankWording, textAt, textOf } from '../view';
import { at } from './pair';
import { submittedDuty } from './threshold';

/** The generation of the state's wording about the 中間サーバー・プラットフォーム: before 2020, 2020, cloud. */
export function generationOf(text: string): 0 | 1 | 2 | undefined {
  if (!text.includes('中間サーバ')) return undefined;
  const block = /[＜<]中間サーバー?・プラットフォーム[^＞>]*[＞>]([^＜<]*)/u.exec(text)?.[1] ?? '';
  if (/ISMAP|クラウドサービス事業者/u.test(block)) return 2;
  if (block.includes('顔写真')) return 1;
  return block.includes('厳重に管理') ? 0 : undefined;
}

/** 株式会社 before or behind, ㈱, (株): one company. */
function companyCore(name: string): string {
  return normaliseForComparison(name).replace(
    /株式会社|有限会社|合同会社|一般社団法人|一般財団法人|公益財団法人|\(株\)|\(有\)/gu,
    '',
  );
}

/** The assessments of one agency beside each other. */
export const agencyWideRules: readonly Rule[] = [
  {
    id: 'f2-kind-pair',
    severity: 'warning',
    ground: 'rule5',
    needs: ['others'],
    probe: {
      kind: 'items',
      reads: ['submitted', 'number', 'agency', 'dutyName'],
      find: (subject) => {
        if (numberOf(subject) === '') return [];
        const same = subject.others.filter(
          ({ view }) =>
            numberOf(view) === numberOf(subject) &&
            numberOf(view) !== '' &&
            normaliseForComparison(textOf(view, 'agency')) ===
              normaliseForComparison(textOf(subject, 'agency')),
        );
        const has = (id: string) =>
          same.some(({ view }) => view.form.id === id) || subject.partner?.form.id === id;
        if (subject.form.id !== 'form2')
          return has('form2') ? [] : at(subject, 'number', { params: { form: '基礎項目評価書' } });
        const duty = submittedDuty(textOf(subject, 'submitted'));
        const form = duty === 'focused' ? 'form3' : duty === 'full' ? 'form4' : undefined;
        return form === undefined || has(form)
          ? []
          : at(subject, 'submitted', {
              params: { form: duty === 'focused' ? '重点項目評価書' : '全項目評価書' },
            });
      },
    },
  },
  {
    id: 'accident-all-docs',
    severity: 'warning',
    ground: 'form',
    needs: ['others'],
    probe: {
      kind: 'items',
      reads: ['accident', 'accidentDetail', 'publishDate', 'agency'],
      find: (subject) => {
        if (subject.form.id === 'form2' || textOf(subject, 'accident') !== '発生なし') return [];
        const own = dayOf(textOf(subject, 'publishDate')) ?? subject.referenceDate;
        const other = subject.others.find(({ view }) => {
          if (
            view.form.id === 'form2' ||
            textOf(view, 'accident') !== '発生あり' ||
            normaliseForComparison(textOf(view, 'agency')) !==
              normaliseForComparison(textOf(subject, 'agency'))
          )
            return false;
          const theirs = dayOf(textOf(view, 'publishDate')) ?? subject.referenceDate;
          const since = Math.max(own, theirs) - 30_000;
          return datesIn(textOf(view, 'accidentDetail')).some(
            ({ day }) => day >= since && day <= Math.min(own, theirs),
          );
        });
        return other ? at(subject, 'accident', { params: { other: other.title } }) : [];
      },
    },
  },
  {
    id: 'same-vendor',
    severity: 'notice',
    ground: 'practice',
    needs: ['others'],
    probe: {
      kind: 'items',
      reads: ['vendor'],
      find: (subject) => {
        const theirs = subject.others.flatMap(({ view }) =>
          placesOf(view, 'vendor').map(({ path }) => textAt(view, path).trim()),
        );
        return placesOf(subject, 'vendor').flatMap(({ path }) => {
          const own = textAt(subject, path).trim();
          const other = isBlankWording(own)
            ? undefined
            : theirs.find((name) => name !== own && companyCore(name) === companyCore(own));
          return other === undefined ? [] : [{ path, params: { own, other } }];
        });
      },
    },
  },
  {
    id: 'state-older',
    severity: 'warning',
    ground: 'example',
    needs: ['others'],
    probe: {
      kind: 'items',
      reads: ['storagePlace'],
      find: (subject) => {
        const newer = subject.others.find(({ view }) => generationOf(textOf(view, 'storagePlace')) === 2);
        return placesOf(subject, 'storagePlace').flatMap(({ path }) => {
          const own = generationOf(textAt(subject, path));
          return newer && own !== undefined && own < 2 ? [{ path, params: { other: newer.title } }] : [];
        });
      },
    },
  },
];
