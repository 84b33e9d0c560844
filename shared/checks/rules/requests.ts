import type { Rule } from '../types';
import { blankWhen, eachPlace } from '../kinds/answers';
import { answered, textBeside } from '../kinds/conditions';
import { matchesIn, shortened } from '../textTools';
import { narrow } from '../../japanese/normalise';
import { placesOf, isBlankWording, textAt } from '../view';

const PHONE =
  /(?<![0-9-])0[0-9]{1,4}[-－‐–(（)）\s]{1,2}[0-9]{1,4}[-－‐–)）\s]{1,2}[0-9]{3,4}(?![0-9-])|(?<![0-9])0[0-9]{9,10}(?![0-9])/gu;

/** Digits of a Japanese telephone number: 10, or 11 for mobile and IP numbers. */
function isPhone(words: string): boolean {
  const digits = narrow(words).replace(/[^0-9]/g, '');
  return /^0[5789]0/.test(digits) ? digits.length === 11 : digits.length === 10;
}

function phonesOf(text: string) {
  return matchesIn(narrow(text), PHONE, text);
}

/** Requests of residents, fees and the register. */
export const requestsRules: readonly Rule[] = [
  {
    id: 'disclose-articles',
    severity: 'notice',
    ground: 'appi',
    probe: {
      kind: 'items',
      reads: ['requestTo', 'requestHow', 'requestRemarks'],
      find: (subject) =>
        (['requestTo', 'requestHow'] as const).flatMap((role) =>
          placesOf(subject, role).flatMap(({ path }) => {
            const text = narrow(textAt(subject, path));
            const asks = text.includes('訂正') && text.includes('利用停止');
            const access = /第?7[67]条/u.test(text);
            const rest = /第?9[0-9]条/u.test(text);
            return asks && access && !rest ? [{ path }] : [];
          }),
        ),
    },
  },
  {
    id: 'disclose-contact',
    severity: 'warning',
    ground: 'form',
    probe: {
      kind: 'items',
      reads: ['requestTo', 'contact'],
      find: (subject) =>
        (['requestTo', 'contact'] as const).flatMap((role) =>
          placesOf(subject, role).flatMap(({ path, item }) => {
            const text = textAt(subject, path);
            const hasPhone = phonesOf(text).length > 0 || /内線|電話/u.test(text);
            const hasPlace = /〒|[0-9０-９一二三四五六七八九十]+(?:番|丁目|号|[-－‐−ー][0-9０-９])/u.test(
              text,
            );
            return !isBlankWording(text) && !hasPhone && !hasPlace && !/と同じ|同上|に同じ/u.test(text)
              ? [{ path, params: { item: item.label } }]
              : [];
          }),
        ),
    },
  },
  {
    id: 'phone-form',
    severity: 'warning',
    ground: 'practice',
    probe: {
      kind: 'items',
      reads: ['requestTo', 'contact', 'requestHow'],
      find: (subject) =>
        (['requestTo', 'contact'] as const).flatMap((role) =>
          placesOf(subject, role).flatMap(({ path }) =>
            phonesOf(textAt(subject, path))
              .filter(({ words }) => !isPhone(words))
              .map(({ words, from, to }) => ({ path, params: { value: words }, span: { from, to } })),
          ),
        ),
    },
  },
  {
    id: 'fee-contradict',
    severity: 'warning',
    ground: 'form',
    forms: ['form4'],
    probe: eachPlace(
      'feeText',
      (subject, { path, text }) => {
        const fee = textBeside(subject, path, 'fee');
        const isFree = /無料|手数料(?:は|の)?(?:徴収)?(?:しない|なし|不要)/u.test(text);
        const amount = /[0-9０-９]+円/u.test(text) && !/写し|コピー|複写|郵送|実費|交付に要する/u.test(text);
        if (fee === '無料' && amount) return [{ params: { fee, text: shortened(text) } }];
        return fee === '有料' && isFree && !/[0-9０-９]+円/u.test(text)
          ? [{ params: { fee, text: shortened(text) } }]
          : [];
      },
      'fee',
    ),
  },
  {
    id: 'filebook-name',
    severity: 'error',
    ground: 'form',
    forms: ['form4'],
    aliases: ['required'],
    probe: {
      kind: 'items',
      reads: ['fileBook', 'fileBookName', 'fileBookPlace'],
      find: (subject) =>
        (['fileBookName', 'fileBookPlace'] as const).flatMap((role) => {
          const probe = blankWhen(role, 'nothing', answered('fileBook', '行っている'));
          return probe.kind === 'items' ? probe.find(subject) : [];
        }),
    },
  },
];
