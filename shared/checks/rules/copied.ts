import { ATTACHMENTS } from '../../assessment/path';
import { attachmentOf, attachmentsOf } from '../../assessment/items';
import { bare } from '../../japanese/normalise';
import { ownNames } from '../agency';
import { placesOfKnowledge } from '../facts/places';
import { generationOf } from './pair';
import { spanOf } from '../kinds/text';
import { matchesIn, narrow, sentenceAround } from '../textTools';
import type { Hit, Rule, Subject, TextUnit } from '../types';
import { isBlank, placesOf, saysNothing, textAt, textOf } from '../view';
import { itemOf } from '../roles';

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
  const systems = placesOf(subject, 'systemName').map(({ path }) => bare(textAt(subject, path)));
  return [...unit.text.matchAll(MEASURE_HEADING)].flatMap((match): readonly Hit[] => {
    const whose = match.groups?.whose ?? '';
    const isKnown =
      bare(whose).includes(bare(own.name)) ||
      KNOWN_OWNERS.test(whose) ||
      systems.some((name) => name !== '' && name.includes(bare(whose)));
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

const REFERENCE =
  /(?<![一-龠])(?<kind>別紙|別添)[\s　]?(?<number>[0-9０-９一二三四五①-⑤]{1,2})?(?![一-龠])/gu;

interface Reference {
  readonly kind: string;
  readonly number: string;
  readonly from: number;
  readonly to: number;
}

function referencesIn(text: string): readonly Reference[] {
  return [...text.matchAll(REFERENCE)].map((match) => ({
    kind: match.groups?.kind ?? '',
    number: (match.groups?.number ?? '')
      .normalize('NFKC')
      .replace(/[一二三四五]/gu, (sign) => String('一二三四五'.indexOf(sign) + 1)),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** 別添１ … of the form: the sections whose number says so, and the change table. */
function formAnnexes({ form }: Subject): ReadonlySet<string> {
  return new Set(
    form.sections.flatMap(
      ({ number }) => /別添(?<n>[0-9０-９])/u.exec(number ?? '')?.groups?.n?.normalize('NFKC') ?? [],
    ),
  );
}

/** The form asks for a heading in ＜＞ where the agency uses the state's cloud. */
const CLOUD = /ガバメントクラウド|標準準拠システム/u;
const CLOUD_HEADING = /[＜<]ガバメントクラウドにおける措置[＞>]/u;

function cloudPlaces(subject: Subject): readonly { readonly path: string; readonly label: string }[] {
  return (['storagePlace', 'erasure', 'physical', 'technical', 'otherMeasures'] as const).flatMap((role) =>
    placesOf(subject, role)
      .filter(({ path }) => !saysNothing(textAt(subject, path)))
      .map(({ path, item }) => ({ path, label: item.label })),
  );
}

function usesCloud(subject: Subject): boolean {
  const texts = ['systemName', 'systemFunction', 'dutyBody'] as const;
  return texts.some((role) =>
    placesOf(subject, role).some(({ path }) => textAt(subject, path).includes('ガバメントクラウド')),
  );
}

const BIG = ['form3', 'form4'] as const;

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
  {
    id: 'annex-ref-exists',
    severity: 'warning',
    ground: 'practice',
    probe: {
      kind: 'survey',
      collect: ({ text, zone }) => {
        const found = zone === 'body' ? referencesIn(text) : [];
        return found.length === 0 ? undefined : found;
      },
      conclude: (contributions, subject) => {
        const titles = attachmentsOf(subject.assessment).map((id) =>
          narrow(attachmentOf(subject.assessment, id).title).normalize('NFKC'),
        );
        const annexes = formAnnexes(subject);
        return contributions.flatMap(({ unit, value }) =>
          (value as readonly Reference[])
            .filter(({ kind, number }) => !isThere(kind, number, titles, annexes))
            .slice(0, 1)
            .map(({ kind, number, from, to }) => ({
              path: unit.path,
              params: { found: `${kind}${number}` },
              span: spanOf(unit, { from, to }),
            })),
        );
      },
    },
  },
  {
    id: 'annex-unreferenced',
    severity: 'notice',
    ground: 'practice',
    probe: {
      kind: 'survey',
      collect: ({ text, zone, path }) => {
        if (zone === 'attachment') return path.endsWith('.title') ? [] : undefined;
        const found = zone === 'body' ? referencesIn(text) : [];
        return found.length === 0 ? undefined : found;
      },
      conclude: (contributions, subject) => {
        const named = contributions.flatMap(({ value }) => value as readonly Reference[]);
        return attachmentsOf(subject.assessment).flatMap((id): readonly Hit[] => {
          const { title } = attachmentOf(subject.assessment, id);
          const [own] = referencesIn(title);
          const isNamed = named.some(
            ({ kind, number }) =>
              kind === (own?.kind ?? '別紙') &&
              (number === '' || !own || own.number === '' || number === own.number),
          );
          return isBlank(title) || isNamed
            ? []
            : [{ path: `${ATTACHMENTS}[${id}].title`, params: { title: title.slice(0, 30) } }];
        });
      },
    },
  },
  {
    id: 'state-mixed',
    severity: 'warning',
    ground: 'example',
    forms: BIG,
    probe: {
      kind: 'survey',
      collect: ({ text, zone }) => {
        const generation = zone === 'body' ? generationOf(text) : undefined;
        return generation === undefined ? undefined : { generation };
      },
      conclude: (contributions) => {
        const all = contributions.map(({ unit, value }) => ({
          unit,
          ...(value as { readonly generation: number }),
        }));
        const newest = Math.max(...all.map(({ generation }) => generation));
        return all.filter(({ generation }) => generation < newest).map(({ unit }) => ({ path: unit.path }));
      },
    },
  },
  {
    id: 'gc-missing',
    severity: 'warning',
    ground: 'example',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: [
        'systemName',
        'systemFunction',
        'dutyBody',
        'storagePlace',
        'erasure',
        'physical',
        'technical',
        'otherMeasures',
      ],
      find: (subject) => {
        if (!usesCloud(subject)) return [];
        const places = cloudPlaces(subject);
        const missing = places.filter(({ path }) => !CLOUD.test(textAt(subject, path)));
        const [first] = missing;
        return first && missing.length < places.length + 1
          ? [
              {
                path: first.path,
                params: { items: [...new Set(missing.map(({ label }) => label))].join('、') },
              },
            ]
          : [];
      },
    },
  },
  {
    id: 'gc-without-system',
    severity: 'notice',
    ground: 'practice',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['systemName', 'systemFunction', 'dutyBody', 'storagePlace'],
      find: (subject) => {
        const heading = placesOf(subject, 'storagePlace').find(({ path }) =>
          CLOUD_HEADING.test(textAt(subject, path)),
        );
        const texts = (['systemName', 'systemFunction', 'dutyBody'] as const).some((role) =>
          placesOf(subject, role).some(({ path }) => CLOUD.test(textAt(subject, path))),
        );
        return heading && !texts ? [{ path: heading.path }] : [];
      },
    },
  },
  {
    id: 'midserver-head',
    severity: 'notice',
    ground: 'example',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['linkage', 'linkageSection'],
      find: (subject) => {
        const section = itemOf(subject.form, 'linkageSection');
        if (section === undefined || textOf(subject, 'linkage') !== '実施する') return [];
        const leaves = subject.leaves.filter(
          ({ item }) => item.id.startsWith(`${section}.`) && item.type === 'longtext',
        );
        const written = leaves.filter(({ path }) => !saysNothing(textAt(subject, path)));
        const [first] = written;
        return first && !written.some(({ path }) => textAt(subject, path).includes('中間サーバ'))
          ? [{ path: first.path }]
          : [];
      },
    },
  },
];

/** A 別紙 is known by the number in its title; a reference without a number means any of them. */
function isThere(
  kind: string,
  number: string,
  titles: readonly string[],
  annexes: ReadonlySet<string>,
): boolean {
  if (kind === '別添') return number === '' || annexes.has(number);
  const named = titles.flatMap(referencesIn);
  return number === '' ? titles.length > 0 : named.some((title) => title.number === number);
}
