import type { Rule } from '../types';
import { normaliseForComparison } from '../../japanese/normalise';
import { blank, blankWhen, eachPlace } from '../kinds/answers';
import { isFlagged } from '../kinds/conditions';
import { matchesIn, shortened } from '../textTools';
import { isBlank, textOf } from '../view';
import { editionMonth } from '../../forms/edition';

const POST_AND_NAME =
  /^(?<post>[^\s　]*(?:長|部長|課長|室長|所長|主幹|局長|参事|館長|園長|次長|理事|会計管理者))[\s　]+(?<name>[一-龠々ヶぁ-んァ-ヴー]{1,5}[\s　]*[一-龠々ぁ-んァ-ヴー]{1,4})[\s　]*$/u;

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The department, its head and other agencies. */
export const departmentRules: readonly Rule[] = [
  { id: 'need-dept', severity: 'error', ground: 'form', probe: blank('department') },
  {
    id: 'post-not-person',
    severity: 'error',
    ground: 'edition2018',
    replaces: true,
    fromEdition: 201805,
    probe: eachPlace('post', (_, { text }) => {
      const match = POST_AND_NAME.exec(text);
      if (!match?.groups) return [];
      const from = (match.groups.post ?? '').length;
      return [
        { params: { post: match.groups.post ?? '' }, span: { from, to: text.length }, replacement: '' },
      ];
    }),
  },
  {
    id: 'post-label',
    severity: 'warning',
    ground: 'edition2018',
    fromEdition: 201805,
    needs: ['previous'],
    probe: eachPlace('post', (subject, { text }) => {
      const before = subject.previous && textOf(subject.previous, 'post');
      const isOld = subject.previous && editionMonth(subject.previous.assessment.edition) < 201805;
      return isOld && !isBlank(text) && before === text && !/[長事官]$/u.test(text.trim())
        ? [{ params: { value: shortened(text) } }]
        : [];
    }),
  },
  {
    id: 'dept-old-name',
    severity: 'warning',
    ground: 'practice',
    replaces: true,
    needs: ['agency'],
    probe: {
      kind: 'text',
      find: (unit, { input }) =>
        unit.zone === 'attachment'
          ? []
          : (input.agency?.formerNames ?? []).flatMap(({ old, new: now }) =>
              matchesIn(unit.text, new RegExp(escaped(old), 'gu')).map(({ from, to }) => ({
                path: unit.path,
                params: { old, new: now },
                span: { from, to, ...(unit.within === undefined ? {} : { within: unit.within }) },
                replacement: now,
              })),
            ),
    },
  },
  {
    id: 'other-agency',
    severity: 'warning',
    ground: 'guide',
    replaces: true,
    probe: eachPlace(
      'otherAgencies',
      (subject, { text }) => {
        const own = normaliseForComparison(textOf(subject, 'agency'));
        const lines = text.split('\n');
        const at = lines.findIndex((line) => own !== '' && normaliseForComparison(line) === own);
        if (at < 0) return [];
        const from = lines.slice(0, at).join('\n').length + (at > 0 ? 1 : 0);
        const to = Math.min(text.length, from + (lines[at] ?? '').length + 1);
        return [
          {
            params: { agency: (lines[at] ?? '').trim() },
            span: { from: to === text.length && at > 0 ? from - 1 : from, to },
            replacement: '',
          },
        ];
      },
      'agency',
    ),
  },
  {
    id: 'emergency-reason',
    severity: 'error',
    ground: 'rule9',
    forms: ['form2'],
    aliases: ['required'],
    probe: blankWhen('emergencyReason', 'nothing', {
      reads: ['emergency'],
      holds: (view, path) => isFlagged(view, path, 'emergency'),
    }),
  },
];
