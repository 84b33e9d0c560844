import type { Rule } from '../types';
import { normaliseForComparison } from '../../japanese/normalise';
import { ownNames } from '../agency';
import { placesOfKnowledge } from '../facts/places';
import { spanOf } from '../kinds/text';
import { matchesIn, sentenceAround } from '../textTools';
import type { Hit, Subject, TextUnit } from '../types';
import { placesOf, textAt } from '../view';

/** Words around a foreign place name that explain it. */
const EXPLAINED =
  /委託|所在|住所地|転出|転入|例えば|等の|データセンター|受託|株式会社|支店|営業所|本社|法律第|出生|本籍|広域連合|一部事務組合|組合|加入|構成|協議会|共同/u;

/** Names of other municipalities in a text: full names only, longest first. */
function foreignPlaces(unit: TextUnit, subject: Subject): readonly Hit[] {
  const own = ownNames(subject);
  if (!own || unit.zone === 'row' || isAboutOthers(unit)) return [];
  const { municipalities, prefectures, pattern } = placesOfKnowledge(subject.knowledge);
  const { inLaw } = subject.knowledge.facts.places;
  return matchesIn(unit.text, pattern).flatMap(({ to, words }): readonly Hit[] => {
    const name = longestName(words, municipalities);
    if (name === undefined || isOwn(name, own.name) || inLaw.includes(name)) return [];
    const start = to - name.length;
    const before = unit.text.slice(Math.max(0, start - 4), start);
    // A kanji right before it makes it a part of another word, unless that is the name of its prefecture.
    const isPart =
      /[一-龠々ァ-ヴー]$/u.test(before) &&
      ![...prefectures].some((prefecture) => before.endsWith(prefecture));
    const isShort = Array.from(name).length <= 2;
    const isOfOwn =
      (municipalities.get(name) ?? []).length > 0 && own.name.endsWith('区') && own.name === name;
    if (isPart || isShort || isOfOwn || EXPLAINED.test(sentenceAround(unit.text, start))) return [];
    return [
      { path: unit.path, params: { found: name, own: own.name }, span: spanOf(unit, { from: start, to }) },
    ];
  });
}

function isOwn(name: string, own: string): boolean {
  return own.endsWith(name) || name.endsWith(own);
}

/** Items that name other bodies by their nature. */
function isAboutOthers({ item, zone }: TextUnit): boolean {
  return (
    zone === 'attachment' ||
    /提供先|移転先|委託先|他の評価実施機関|法令上の根拠|請求先|連絡先|提供先における|入手元/u.test(
      item?.label ?? '',
    )
  );
}

function longestName(words: string, names: ReadonlyMap<string, unknown>): string | undefined {
  for (let at = 0; at < words.length - 1; at += 1) if (names.has(words.slice(at))) return words.slice(at);
  return undefined;
}

function foreignPrefectures(unit: TextUnit, subject: Subject): readonly Hit[] {
  const own = ownNames(subject);
  const home = own?.prefecture ?? (own && /[都道府県]$/u.test(own.name) ? own.name : undefined);
  if (home === undefined || unit.zone === 'row' || isAboutOthers(unit)) return [];
  const { prefectures } = placesOfKnowledge(subject.knowledge);
  if (!prefectures.has(home)) return [];
  return matchesIn(unit.text, /(?:北海道|東京都|京都府|大阪府|[一-龠]{2,3}県)/gu).flatMap(
    (match): readonly Hit[] => {
      const isForeign = prefectures.has(match.words) && match.words !== home;
      return isForeign && !EXPLAINED.test(sentenceAround(unit.text, match.from))
        ? [{ path: unit.path, params: { found: match.words, own: home }, span: spanOf(unit, match) }]
        : [];
    },
  );
}

const MEASURE_HEADING = /[＜<](?<whose>[^＞>\n]{2,40}?)(?:における|での)措置[＞>]/gu;

const KNOWN_OWNERS =
  /中間サーバ|ガバメントクラウド|システム|サーバ|クラウド|データセンター|端末|ソフトウェア|プラットフォーム|コンビニ|委託先|受託者|ネットワーク|機構|センター|各|共通|運用|窓口|事務|当[市区町村]|本[市区町村]|電子|申請|サービス|マイナポータル|支所|出張所|紙|組合|連合|運用|本庁|課|庁|拠点/u;

/** ＜○○における措置＞ of somebody who is neither the agency nor a system. */
function foreignHeadings(unit: TextUnit, subject: Subject): readonly Hit[] {
  const own = ownNames(subject);
  if (!own || unit.zone !== 'body') return [];
  const systems = placesOf(subject, 'systemName').map(({ path }) =>
    normaliseForComparison(textAt(subject, path)),
  );
  return [...unit.text.matchAll(MEASURE_HEADING)].flatMap((match): readonly Hit[] => {
    const whose = match.groups?.whose ?? '';
    const isKnown =
      normaliseForComparison(whose).includes(normaliseForComparison(own.name)) ||
      KNOWN_OWNERS.test(whose) ||
      systems.some((name) => name !== '' && name.includes(normaliseForComparison(whose)));
    const from = match.index + 1;
    return isKnown || !/[市区町村都道府県]/u.test(whose)
      ? []
      : [
          {
            path: unit.path,
            params: { found: whose, own: own.name },
            span: spanOf(unit, { from, to: from + whose.length }),
          },
        ];
  });
}

export const BIG = ['form3', 'form4'] as const;

/** Names of others in copied text. */
export const copiedRules: readonly Rule[] = [
  {
    id: 'other-city',
    severity: 'warning',
    ground: 'copy',
    probe: { kind: 'text', reads: ['agency'], find: foreignPlaces },
  },
  {
    id: 'other-pref',
    severity: 'warning',
    ground: 'copy',
    probe: { kind: 'text', reads: ['agency'], find: foreignPrefectures },
  },
  {
    id: 'measure-head-agency',
    severity: 'warning',
    ground: 'copy',
    forms: BIG,
    probe: { kind: 'text', reads: ['agency', 'systemName'], find: foreignHeadings },
  },
];
