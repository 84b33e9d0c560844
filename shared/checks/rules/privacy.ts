import type { Rule } from '../types';
import { ALL_ZONES, patternInText, spanOf } from '../kinds/text';
import { matchesIn, shortened } from '../textTools';
import { narrow } from '../../japanese/normalise';

/** The check digit of 個人番号; source: 番号法施行令・総務省令 (weights 2–7 from the right, modulo 11). */
export function isIndividualNumber(digits: string): boolean {
  if (!/^[0-9]{12}$/.test(digits) || /^(.)\1{11}$/.test(digits)) return false;
  const body = digits.slice(0, 11).split('').reverse();
  const sum = body.reduce((all, digit, at) => all + Number(digit) * (at < 6 ? at + 2 : at - 4), 0);
  const rest = sum % 11;
  return Number(digits[11]) === (rest <= 1 ? 0 : 11 - rest);
}

const POSTS = '(?:課長補佐|係長|主査|主任|主事|室長|所長|部長|課長|局長|次長|館長|担当者)';

const PERSON = new RegExp(
  `${POSTS}[\\s　：:]{1,2}(?<name>[一-龠々]{1,3}[\\s　][一-龠々ぁ-んァ-ヴ]{1,3}|[一-龠々]{2,4}(?=氏|様|さん))(?![一-龠々ァ-ヴ])`,
  'gu',
);

/** Words behind a post that are no name. */
const NO_NAME =
  /課|係|室|部|局|会議|承認|決裁|許可|確認|責任|権限|情報|管理|申請|報告|指示|担当|全員|以上|以下|等/u;

const SECRET = [
  /(?<![0-9.])(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?![0-9.])/gu,
  /[0-9]{1,2}階[^。\n]{0,12}(?:電算室|サーバー?室|マシン室|機械室)|(?:電算室|サーバー?室)[^。\n]{0,10}[0-9]{1,2}階/gu,
  /(?:Windows Server|Oracle Database|SQL Server|Red Hat|RHEL|PostgreSQL|VMware)\s?[0-9][0-9A-Za-z.]*/giu,
  /(?:警備|巡回|監視)[^。\n]{0,14}[0-9]{1,2}時[^。\n]{0,6}(?:から|～|〜|-)[^。\n]{0,6}[0-9]{1,2}時/gu,
  /(?:サーバー?|ホスト)名[はが：:]\s*[A-Za-z0-9-]{4,}/gu,
];

/** What a published document should not show. */
export const privacyRules: readonly Rule[] = [
  {
    id: 'person-name',
    severity: 'warning',
    ground: 'privacy',
    probe: patternInText({
      pattern: PERSON,
      exact: true,
      zones: ALL_ZONES,
      accept: ({ words }, { item }) =>
        !NO_NAME.test(words.replace(new RegExp(`^${POSTS}`, 'u'), '')) &&
        item?.label !== '所属長の役職名' &&
        item?.label !== '所属長',
    }),
  },
  {
    id: 'number-12',
    severity: 'error',
    ground: 'law',
    probe: patternInText({
      pattern: /(?<![0-9-])(?:[0-9]{12}|[0-9]{4}[ -][0-9]{4}[ -][0-9]{4})(?![0-9-])/gu,
      zones: ALL_ZONES,
      accept: ({ words }) => isIndividualNumber(narrow(words).replace(/[^0-9]/g, '')),
      params: () => ({ found: '12桁の数字' }),
    }),
  },
  {
    id: 'secret-detail',
    severity: 'notice',
    ground: 'rule13',
    probe: {
      kind: 'text',
      find: (unit) =>
        unit.zone === 'row' || unit.item?.type !== 'longtext'
          ? []
          : SECRET.flatMap((pattern) => matchesIn(unit.plain, pattern, unit.text)).map((match) => ({
              path: unit.path,
              params: { found: shortened(match.words, 20) },
              span: spanOf(unit, match),
            })),
    },
  },
];
