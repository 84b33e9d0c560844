import type { Rule } from '../types';
import { entriesOf, setValue } from '../../assessment/edit';
import { normaliseForComparison } from '../../japanese/normalise';
import { fileNamesOf, plainFileName } from '../fileNames';
import { blank, eachPlace } from '../kinds/answers';
import { classOf } from '../kinds/classes';
import { beside, textBeside } from '../kinds/conditions';
import { dayOf } from '../kinds/dates';
import type { Hit, Severity } from '../types';
import { checksAt, isBlank, placesOf, isBlankWording, sectionKeyOf, textAt, textOf } from '../view';
import { BIG } from './fileNaming';

const NETWORKED = '評価実施機関内の他部署';

function yearsOfPeriod(label: string): { readonly from: number; readonly below: number } | undefined {
  const years = [...label.matchAll(/([0-9]+)年/gu)].map(([, digits]) => Number(digits));
  const [first, second] = years;
  if (first === undefined) return undefined;
  if (label.includes('以上')) return { from: first, below: second ?? Infinity };
  return label.includes('未満') ? { from: 0, below: first } : { from: first, below: first + 1 };
}

/** Items of 別添: lines and what commas part, without headings. */
export function countedItems(text: string): number {
  return text
    .split(/[\n、,，]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^[＜<【■◆○●《]|^（?別添|ファイル(?:項目)?[:：]?$/u.test(part)).length;
}

/** Ⅱ: what a file holds, and how it is used and kept. */
export const filesRules: readonly Rule[] = [
  { id: 'need-file-kind', severity: 'error', ground: 'form', forms: BIG, probe: blank('fileKind') },
  { id: 'need-file-people', severity: 'error', ground: 'form', forms: BIG, probe: blank('filePeople') },
  {
    id: 'people-vs-threshold',
    severity: 'error',
    ground: 'rule4',
    forms: BIG,
    aliases: ['people-sum'],
    probe: {
      kind: 'items',
      reads: ['people', 'filePeople'],
      find: (subject) => {
        const total = classOf(textOf(subject, 'people'));
        const places = placesOf(subject, 'filePeople');
        const classes = places.map(({ path }) => classOf(textAt(subject, path)));
        if (!total) return [];
        const large = places.filter((_, at) => (classes[at]?.from ?? 0) >= total.below);
        const sum = classes.reduce((all, one) => all + (one?.below ?? Infinity), 0);
        const small = classes.length > 0 && sum <= total.from ? places.slice(0, 1) : [];
        return [...large, ...small].map(({ path }) => ({
          path,
          params: { people: textOf(subject, 'people'), value: textAt(subject, path) },
        }));
      },
    },
  },
  {
    id: 'need-scope',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    probe: blank('fileScope', 'fileNecessity'),
  },
  {
    id: 'items-count',
    severity: 'warning',
    ground: 'form',
    forms: BIG,
    probe: eachPlace(
      'recordCount',
      (subject, { path, text }) => {
        const count = countedItems(textBeside(subject, path, 'recordItems'));
        const range = classOf(text.replaceAll('項目', '人'));
        // Headings and notes among the items are distinguished only roughly, hence the wide margin.
        if (!range || count < 5 || (count >= range.from * 0.3 && count < range.below * 1.6)) return [];
        return [{ params: { value: text, count } }];
      },
      'recordItems',
    ),
  },
  {
    id: 'items-number-ident',
    severity: 'warning',
    ground: 'definition',
    forms: BIG,
    probe: eachPlace(
      'recordIdent',
      (subject, { path }) => {
        const { selected } = checksAt(subject, path);
        if (selected.includes('個人番号') || !subject.begun.has(sectionKeyOf(path))) return [];
        const severity: Severity = selected.includes('個人番号対応符号') ? 'notice' : 'error';
        return [{ severity }];
      },
      'fileName',
    ),
    fix: (subject, { path }) => {
      const checks = checksAt(subject, path);
      // A first tick asks for その妥当性 too.
      const isExplained = checks.selected.length > 0 || !isBlank(textBeside(subject, path, 'recordAdequacy'));
      if (checks.selected.includes('個人番号対応符号') || !isExplained) return undefined;
      return setValue(subject.assessment, path, { ...checks, selected: ['個人番号', ...checks.selected] });
    },
  },
  {
    id: 'items-adequacy',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    probe: eachPlace(
      'recordAdequacy',
      (subject, { path, text }) => {
        const groups = (['recordIdent', 'recordContact', 'recordBusiness'] as const).map((role) =>
          beside(subject, path, role),
        );
        const isSelected = groups.some(
          (group) => group !== undefined && checksAt(subject, group).selected.length > 0,
        );
        return isSelected && isBlank(text) ? [{}] : [];
      },
      'recordIdent',
      'recordContact',
      'recordBusiness',
    ),
  },
  {
    id: 'items-annex-missing',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['recordItems', 'fileName', 'fileKind'],
      find: (subject) =>
        placesOf(subject, 'recordItems').flatMap(({ path }) => {
          const name = textBeside(subject, path, 'fileName') || textBeside(subject, path, 'fileKind');
          const elsewhere = placesOf(subject, 'recordItems').some(
            (other) => !isBlank(textAt(subject, other.path)),
          );
          const attached = entriesOf(subject.assessment, 'attachments').length > 0;
          return isBlank(textAt(subject, path)) && !isBlank(name) && !elsewhere && !attached
            ? [{ path }]
            : [];
        }),
    },
  },
  {
    id: 'items-annex-files',
    severity: 'warning',
    ground: 'practice',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['recordItems', 'fileName'],
      find: (subject) => {
        const names = fileNamesOf(subject);
        const places = placesOf(subject, 'recordItems').filter(({ path }) => !isBlank(textAt(subject, path)));
        const [first] = places;
        if (names.length < 2 || places.length !== 1 || !first) return [];
        const text = normaliseForComparison(textAt(subject, first.path));
        return names.every((name) => text.includes(plainFileName(name)))
          ? []
          : [{ path: first.path, params: { files: names.length } }];
      },
    },
  },
  {
    id: 'start-date',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['heldFrom', 'usedFrom'],
      find: (subject) =>
        placesOf(subject, 'heldFrom').flatMap(({ path, item }): readonly Hit[] => {
          const text = textAt(subject, path);
          if (isBlank(text))
            return subject.begun.has(sectionKeyOf(path))
              ? [{ path, params: { item: item.label, used: '－' } }]
              : [];
          const there = beside(subject, path, 'usedFrom');
          const [held, used] = [dayOf(text), there === undefined ? undefined : dayOf(textAt(subject, there))];
          return there !== undefined && held !== undefined && used !== undefined && used < held
            ? [{ path: there, params: { item: item.label, used: textAt(subject, there).trim() } }]
            : [];
        }),
    },
  },
  {
    id: 'start-future',
    severity: 'notice',
    ground: 'practice',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['heldFrom', 'usedFrom', 'publishDate'],
      find: (subject) => {
        const published = dayOf(textOf(subject, 'publishDate'));
        return (['heldFrom', 'usedFrom'] as const).flatMap((role) =>
          placesOf(subject, role).flatMap(({ path, item }) => {
            const text = textAt(subject, path);
            const day = dayOf(text);
            const isPlanned = /予定|以降|から/u.test(text);
            return published !== undefined && day !== undefined && day > published && !isPlanned
              ? [{ path, params: { item: item.label } }]
              : [];
          }),
        );
      },
    },
  },
  { id: 'get-from', severity: 'error', ground: 'form', forms: BIG, probe: blank('sources') },
  { id: 'get-method', severity: 'error', ground: 'form', forms: BIG, probe: blank('means') },
  {
    id: 'get-other-dept',
    severity: 'warning',
    ground: 'form',
    forms: BIG,
    probe: eachPlace('sources', (subject, { path, item }) => {
      const { selected, texts } = checksAt(subject, path);
      return (item.options ?? [])
        .filter(
          ({ label, withText }) =>
            withText && label !== 'その他' && selected.includes(label) && isBlank(texts[label] ?? ''),
        )
        .map(({ label }) => ({
          params: { option: label },
          severity: label === NETWORKED ? 'warning' : 'notice',
        }));
    }),
  },
  { id: 'purpose', severity: 'error', ground: 'form', forms: BIG, probe: blank('purpose') },
  {
    id: 'purpose-change',
    severity: 'warning',
    ground: 'form',
    forms: ['form4'],
    probe: {
      kind: 'items',
      reads: ['purposeChange', 'changes'],
      find: (subject) => {
        const isChanged = subject.rows.some(({ cells }) => cells.item.includes('使用目的'));
        return isChanged
          ? placesOf(subject, 'purposeChange')
              .filter(({ path }) => isBlankWording(textAt(subject, path)))
              .slice(0, 1)
              .map(({ path }) => ({ path }))
          : [];
      },
    },
  },
  { id: 'user-dept', severity: 'error', ground: 'form', forms: BIG, probe: blank('userDepartment') },
  { id: 'match-purpose', severity: 'warning', ground: 'form', forms: BIG, probe: blank('matching') },
  { id: 'storage-place', severity: 'error', ground: 'form', forms: BIG, probe: blank('storagePlace') },
  {
    id: 'storage-period',
    severity: 'error',
    ground: 'form',
    forms: ['form4'],
    probe: {
      kind: 'items',
      reads: ['period', 'periodReason'],
      find: (subject) =>
        placesOf(subject, 'period').flatMap(({ path }) => {
          const reason = beside(subject, path, 'periodReason');
          const [period, why] = [textAt(subject, path), reason === undefined ? '' : textAt(subject, reason)];
          if (isBlank(period)) return subject.begun.has(sectionKeyOf(path)) ? [{ path }] : [];
          return period === '定められていない' && isBlankWording(why) && reason !== undefined
            ? [{ path: reason }]
            : [];
        }),
    },
  },
  {
    id: 'storage-period-text',
    severity: 'warning',
    ground: 'practice',
    forms: ['form4'],
    probe: eachPlace(
      'periodReason',
      (subject, { path, text }) => {
        const period = yearsOfPeriod(textBeside(subject, path, 'period'));
        const named = [
          ...text
            .normalize('NFKC')
            .matchAll(/([0-9]{1,3})(?:年|か年|箇年|カ年)間?(?:の?保存|保管|とす|と定め|である|を経過)/gu),
        ].map(([, years]) => Number(years));
        const wrong = named.find(
          (years) => period && !named.some((one) => one >= period.from && one < period.below) && years !== 0,
        );
        return period && wrong !== undefined
          ? [{ params: { period: textBeside(subject, path, 'period'), years: wrong } }]
          : [];
      },
      'period',
    ),
  },
  { id: 'erase-how', severity: 'error', ground: 'form', forms: ['form4'], probe: blank('erasure') },
];
