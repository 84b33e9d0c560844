import { bare } from '../../japanese/normalise';
import { FILES } from '../../assessment/path';
import { entriesOf, setValue } from '../../assessment/edit';
import { fileNamesOf, isListed, listedNames, plainFileName, splitNames } from '../fileNames';
import { beside, textBeside } from '../kinds/conditions';
import { blank, eachPlace } from '../kinds/answers';
import { classOf } from '../kinds/classes';
import { dayOf } from '../kinds/dates';
import { shortened } from '../textTools';
import type { Hit, Rule, Severity, Subject } from '../types';
import { checksAt, isBlank, placesOf, saysNothing, sectionKeyOf, textAt, textOf } from '../view';

const BIG = ['form3', 'form4'] as const;

/** Names in Ⅱ or Ⅲ that Ⅰ does not list: an error where Ⅰ lists a name a line, else to be looked at. */
function unlisted(role: 'fileName' | 'riskFileName'): Rule['probe'] {
  return {
    kind: 'items',
    reads: ['fileList', role],
    find: (subject) => {
      const listed = listedNames(subject);
      if (listed.names.length === 0) return [];
      const whole = bare(textOf(subject, 'fileList'));
      return placesOf(subject, role).flatMap(({ path }): readonly Hit[] => {
        const text = textAt(subject, path);
        if (saysNothing(text) || isSystemName(subject, text) || /全ての?ファイル|共通|別紙|同上/u.test(text))
          return [];
        const missing = splitNames(text).filter(
          (name) => !isListed(name, listed) && !whole.includes(plainFileName(name)),
        );
        if (missing.length === 0 || isListed(text, listed)) return [];
        const severity: Severity = listed.separate ? 'error' : 'warning';
        return [
          {
            path,
            severity,
            params: { name: shortened(missing[0] ?? ''), listed: shortened(listed.names.join('、')) },
          },
        ];
      });
    },
  };
}

/** With one listed name there is one that can be meant. */
const useListedName: NonNullable<Rule['fix']> = (subject, { path }) => {
  const { names } = listedNames(subject);
  const [only] = names;
  const files = entriesOf(subject.assessment, FILES).length;
  const used = fileNamesOf(subject).filter((name) => plainFileName(name) === plainFileName(only ?? ''));
  if (names.length !== 1 || files !== 1 || only === undefined) return undefined;
  const otherDiffers = fileNamesOf(subject).length > 0 && used.length === 0 && !path.startsWith('II[');
  return otherDiffers ? undefined : setValue(subject.assessment, path, only);
};

function isSystemName(subject: Subject, text: string): boolean {
  const name = bare(text);
  return (
    name.endsWith('システム') &&
    placesOf(subject, 'systemName').some(({ path }) => bare(textAt(subject, path)) === name)
  );
}

const NETWORKED = '評価実施機関内の他部署';

export const fileRules: readonly Rule[] = [
  {
    id: 'file-name-empty',
    severity: 'error',
    ground: 'form',
    probe: blank('fileList', 'fileName', 'riskFileName'),
  },
  {
    id: 'file-count',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    probe: eachPlace(
      'fileList',
      (subject) => {
        const listed = listedNames(subject);
        const files = fileNamesOf(subject).length;
        if (files === 0 || listed.names.length === 0 || listed.names.length === files) return [];
        const agree = fileNamesOf(subject).every((name) => isListed(name, listed));
        const severity: Severity = listed.separate && agree ? 'error' : 'warning';
        return [{ severity, params: { listed: listed.names.length, written: files } }];
      },
      'fileName',
    ),
  },
  {
    id: 'file-count-III',
    severity: 'warning',
    ground: 'form',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['fileName', 'riskFileName'],
      find: (subject) => {
        const risks = placesOf(subject, 'riskFileName').filter(
          ({ path }) => !saysNothing(textAt(subject, path)),
        );
        const names = risks.flatMap(({ path }) => splitNames(textAt(subject, path)));
        const files = fileNamesOf(subject).length;
        const [first] = risks;
        const all = risks.some(({ path }) => /全て|共通|別紙/u.test(textAt(subject, path)));
        return first && files > 0 && names.length !== files && !all
          ? [{ path: first.path, params: { files, risks: names.length } }]
          : [];
      },
    },
  },
  {
    id: 'file-name-agree',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    aliases: ['fileNameNotListed'],
    probe: unlisted('fileName'),
    fix: useListedName,
  },
  {
    id: 'file-name-agree-III',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    aliases: ['fileName'],
    probe: unlisted('riskFileName'),
    fix: useListedName,
  },
  {
    id: 'file-name-is-system',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['fileName', 'riskFileName', 'systemName'],
      find: (subject) =>
        (['fileName', 'riskFileName'] as const).flatMap((role) =>
          placesOf(subject, role)
            .filter(({ path }) => isSystemName(subject, textAt(subject, path)))
            .map(({ path }) => ({ path, params: { name: textAt(subject, path).trim() } })),
        ),
    },
  },
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
        // Headings and notes among the items are told apart only roughly, hence the wide margin.
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
        const text = bare(textAt(subject, first.path));
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
              .filter(({ path }) => saysNothing(textAt(subject, path)))
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
          return period === '定められていない' && saysNothing(why) && reason !== undefined
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
  {
    id: 'five-info',
    severity: 'warning',
    ground: 'form',
    forms: BIG,
    probe: {
      kind: 'survey',
      reads: ['recordContact'],
      collect: ({ text, zone }) => {
        if (zone === 'row') return undefined;
        const found = [...text.matchAll(INFO)].map((match) => ({ words: match[0], from: match.index }));
        return found.length === 0 ? undefined : found;
      },
      conclude: (contributions, subject) => {
        const chosen = placesOf(subject, 'recordContact').flatMap(
          ({ path }) => checksAt(subject, path).selected,
        );
        const five = chosen.some((label) => label.startsWith('5情報'));
        const four = chosen.some((label) => label.startsWith('4情報'));
        const uses = contributions.flatMap(({ unit, value }) =>
          (value as readonly InfoUse[]).map((use) => ({ ...use, unit })),
        );
        const wrong = uses.filter(({ words }) => (/[4４四]/u.test(words) ? five : four && !five));
        return wrong.slice(0, 1).map(({ words, from, unit }) => ({
          path: unit.path,
          params: { found: words, n: wrong.length, chosen: five ? '5情報' : '4情報' },
          span: {
            from,
            to: from + words.length,
            ...(unit.within === undefined ? {} : { within: unit.within }),
          },
        }));
      },
    },
  },
  {
    id: 'five-info-def',
    severity: 'notice',
    ground: 'practice',
    probe: {
      kind: 'survey',
      collect: ({ text, zone }) => {
        if (zone !== 'body') return undefined;
        const first = [...text.matchAll(INFO)][0];
        return first ? [{ words: first[0], from: first.index }] : undefined;
      },
      conclude: ([first]) => {
        if (!first) return [];
        const { unit, value } = first;
        const [use] = value as readonly InfoUse[];
        if (!use || unit.text.slice(Math.max(0, use.from - 60), use.from + 60).includes('氏名')) return [];
        return [
          {
            path: unit.path,
            params: { found: use.words },
            span: {
              from: use.from,
              to: use.from + use.words.length,
              ...(unit.within === undefined ? {} : { within: unit.within }),
            },
          },
        ];
      },
    },
  },
];

/** 4情報 and 5情報, not ④情報 and no part of a longer number; looked for before widths are folded. */
const INFO = /(?<![①-⑳0-9０-９第十])[4４四5５五]情報(?!提供|連携|システム|処理)/gu;

interface InfoUse {
  readonly words: string;
  readonly from: number;
}

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
