import { entriesOf, setValue } from '../../assessment/edit';
import { FILES } from '../../assessment/path';
import { normaliseForComparison } from '../../japanese/normalise';
import { fileNamesOf, isListed, listedNames, plainFileName, splitNames } from '../fileNames';
import { blank, eachPlace } from '../kinds/answers';
import { shortened } from '../textTools';
import type { Hit, Rule, Severity, Subject } from '../types';
import { placesOf, isBlankWording, textAt, textOf } from '../view';

export const BIG = ['form3', 'form4'] as const;

/** Names in Ⅱ or Ⅲ that Ⅰ does not list: an error where Ⅰ lists a name a line, else to be looked at. */
function unlisted(role: 'fileName' | 'riskFileName'): Rule['probe'] {
  return {
    kind: 'items',
    reads: ['fileList', role],
    find: (subject) => {
      const listed = listedNames(subject);
      if (listed.names.length === 0) return [];
      const whole = normaliseForComparison(textOf(subject, 'fileList'));
      return placesOf(subject, role).flatMap(({ path }): readonly Hit[] => {
        const text = textAt(subject, path);
        if (
          isBlankWording(text) ||
          isSystemName(subject, text) ||
          /全ての?ファイル|共通|別紙|同上/u.test(text)
        )
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
  const name = normaliseForComparison(text);
  return (
    name.endsWith('システム') &&
    placesOf(subject, 'systemName').some(({ path }) => normaliseForComparison(textAt(subject, path)) === name)
  );
}

/** Names and numbers of the files. */
export const fileNamingRules: readonly Rule[] = [
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
          ({ path }) => !isBlankWording(textAt(subject, path)),
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
];
