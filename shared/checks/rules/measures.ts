import { applies, siblingPath } from '../../assessment/conditions';
import { isLocal } from '../agency';
import { blank, blankWhen, eachPlace, nameOf, setTo } from '../kinds/answers';
import { answered, textBeside } from '../kinds/conditions';
import { NEGATIVE, POSITIVE, howsOf } from '../risks';
import { idWithRole } from '../../forms/roles';
import type { Hit, Rule, Subject } from '../types';
import { isBelowRole, placesOf, isBlankWording, textAt } from '../view';
import { BIG } from './risks';
import type { Form, ItemId } from '../../forms/types';

/** 「行っている」 and a blank text below it, unless a rule of its own speaks of that text. */
function howBlank(subject: Subject): readonly Hit[] {
  const own = new Set(OWN_HOW.flatMap((role) => idWithRole(subject.form, role) ?? []));
  return howsOf(subject.form).flatMap(({ answer, how }) =>
    own.has(how.id)
      ? []
      : (subject.byItem.get(how.id) ?? []).flatMap(({ path }): readonly Hit[] => {
          const chosen = textAt(subject, siblingPath(path, answer.id));
          if (
            !POSITIVE.test(chosen) ||
            !isBlankWording(textAt(subject, path)) ||
            isOutsideMeasures(subject.form, how.id)
          )
            return [];
          if (applies(subject.form, subject.assessment, path).holds === 'no') return [];
          return [{ path, params: { answer: chosen, item: nameOf(how), question: nameOf(answer) } }];
        }),
  );
}

/** Texts below a choice that their own rules speak of. */
const OWN_HOW = [
  'resubAssuranceHow',
  'educationHow',
  'selfCheckHow',
  'auditContent',
  'fileBookName',
  'fileBookPlace',
  'deadNumbersHow',
  'feeText',
] as const;

function isOutsideMeasures(form: Form, id: ItemId): boolean {
  return (['cover', 'fileSection'] as const).some((role) => isBelowRole({ form }, role, id));
}

function howWithOwnRule(
  ...roles: readonly ('selfCheckHow' | 'auditContent' | 'educationHow')[]
): Rule['probe'] {
  return {
    kind: 'items',
    reads: ['education', 'auditGroup', ...roles],
    find: (subject) =>
      roles.flatMap((role) =>
        placesOf(subject, role).flatMap(({ path, item }) => {
          const question = howsOf(subject.form).find(({ how }) => how.id === item.id)?.answer;
          const chosen = question ? textAt(subject, siblingPath(path, question.id)) : '';
          return POSITIVE.test(chosen) && isBlankWording(textAt(subject, path))
            ? [{ path, params: { answer: chosen, item: nameOf(item) } }]
            : [];
        }),
      ),
  };
}

/** What is asked for below an answer of Ⅲ and Ⅳ. */
export const measuresRules: readonly Rule[] = [
  {
    id: 'how-needed',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    aliases: ['required'],
    probe: { kind: 'items', reads: ['*'], find: howBlank },
  },
  {
    id: 'how-not',
    severity: 'warning',
    ground: 'form',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['*'],
      find: (subject) =>
        howsOf(subject.form).flatMap(({ answer, how }) =>
          (subject.byItem.get(how.id) ?? []).flatMap(({ path }) => {
            const chosen = textAt(subject, siblingPath(path, answer.id));
            const text = textAt(subject, path);
            return NEGATIVE.test(chosen) &&
              !isBlankWording(text) &&
              !/しない|していない|行わない|今後|予定|検討|ため/u.test(text)
              ? [{ path, params: { answer: chosen, item: nameOf(how) } }]
              : [];
          }),
        ),
    },
  },
  {
    id: 'log-period',
    severity: 'notice',
    ground: 'inspection',
    forms: ['form4'],
    probe: eachPlace(
      'useLogHow',
      (subject, { path, text }) =>
        textBeside(subject, path, 'useLog') === '記録を残している' &&
        !isBlankWording(text) &&
        !/[0-9０-９一二三四五六七八九十]+(?:年|か月|カ月|ヶ月|箇月|日)(?:間|以上|保|分)?|保存期間|保管期間/u.test(
          text,
        )
          ? [{}]
          : [],
      'useLog',
    ),
  },
  { id: 'audit-some', severity: 'error', ground: 'form', forms: ['form3', 'form2'], probe: blank('audit') },
  {
    id: 'audit-text',
    severity: 'error',
    ground: 'form',
    forms: ['form4'],
    probe: howWithOwnRule('selfCheckHow', 'auditContent'),
  },
  { id: 'edu-how', severity: 'error', ground: 'form', forms: BIG, probe: howWithOwnRule('educationHow') },
  {
    id: 'edu-frequency',
    severity: 'notice',
    ground: 'example',
    forms: BIG,
    probe: eachPlace('educationHow', (_, { text }) =>
      isBlankWording(text) || /年|回|採用|異動|随時|定期|着任|毎|月/u.test(text) ? [] : [{}],
    ),
  },
  {
    id: 'nisc-local',
    severity: 'error',
    ground: 'form',
    forms: ['form4'],
    probe: eachPlace(
      'governmentStandard',
      (subject, { text }) =>
        text !== '' && text !== '政府機関ではない' && isLocal(subject) === true
          ? [{ params: { value: text } }]
          : [],
      'agency',
    ),
    fix: setTo('政府機関ではない'),
  },
  {
    id: 'dead-number',
    severity: 'error',
    ground: 'form',
    forms: ['form4'],
    aliases: ['required'],
    probe: blankWhen('deadNumbersHow', 'nothing', answered('deadNumbers', '保管している')),
  },
];
