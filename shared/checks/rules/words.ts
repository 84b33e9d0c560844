import { bare } from '../../japanese/normalise';
import { parseDate, toWareki } from '../../japanese/wareki';
import { itemLabel } from '../../forms/label';
import { datesIn } from '../kinds/dates';
import { ALL_ZONES, mixture, patternInText, rewriteLikeOthers, spanOf, type Spelling } from '../kinds/text';
import type { Knowledge } from '../facts/knowledge';
import { matchesIn, narrow, sentenceAround, shortened } from '../textTools';
import type { Hit, Probe, Rule, Subject, TextUnit } from '../types';
import { textAt } from '../view';
import { risksOf } from '../risks';
import { siblingPath } from '../../assessment/conditions';

const ERA_DATE =
  /(?<era>平成|令和|昭和)(?<year>元|[0-9]{1,3})年(?:度|(?<month>[0-9]{1,2})月(?:(?<day>[0-9]{1,2})日)?)?/gu;

/** A date that no calendar has; `instead` is what is meant where that is certain. */
function impossibleDate(words: string): { readonly instead?: string } | undefined {
  const groups = new RegExp(ERA_DATE.source, 'u').exec(narrow(words))?.groups;
  if (!groups) return undefined;
  const year = groups.year === '元' ? 1 : Number(groups.year);
  const [month, day] = [Number(groups.month ?? 1), Number(groups.day ?? 1)];
  if (groups.month !== undefined && (month < 1 || month > 12)) return {};
  if (groups.day !== undefined && parseDate(words) === undefined) return {};
  if (groups.era === '平成' && groups.month === undefined)
    return year >= 32 ? { instead: yearText(year - 30, words.includes('年度')) } : undefined;
  if (groups.era === '平成' && (year > 31 || (year === 31 && month >= 5))) return renewed(words);
  if (groups.era === '令和' && year === 1 && groups.month !== undefined && month < 5) return renewed(words);
  if (groups.era === '令和' && year === 0) return {};
  if (groups.era === '昭和' && (year > 64 || (year === 64 && (month > 1 || day > 7)))) return renewed(words);
  return undefined;
}

function renewed(words: string): { readonly instead?: string } {
  const date = parseDate(words);
  return date ? { instead: toWareki(date) } : {};
}

function yearText(year: number, isFiscal: boolean): string {
  return `令和${year === 1 ? '元' : String(year)}年${isFiscal ? '度' : ''}`;
}

const KATAKANA = 'ァ-ヴ';

/** Kanji that a scanner reads for katakana, between katakana. */
function lookalikeHits(unit: TextUnit, { knowledge }: Subject): readonly Hit[] {
  if (unit.zone === 'row') return [];
  const { pattern, kana } = lookalikes(knowledge);
  return matchesIn(unit.text, pattern).map(({ from, to, words }) => ({
    path: unit.path,
    params: {
      found: unit.text.slice(Math.max(0, from - 3), to + 3).replace(/\s/g, ''),
      sign: words,
      likely: kana.get(words) ?? '',
    },
    span: spanOf(unit, { from, to }),
    replacement: kana.get(words) ?? words,
  }));
}

interface Lookalikes {
  readonly pattern: RegExp;
  readonly kana: ReadonlyMap<string, string>;
}

const lookalikeCache = new WeakMap<Knowledge, Lookalikes>();

function lookalikes(knowledge: Knowledge): Lookalikes {
  const known = lookalikeCache.get(knowledge) ?? compileLookalikes(knowledge);
  lookalikeCache.set(knowledge, known);
  return known;
}

/** 一 is a long vowel only between two katakana that are none: 「システム一覧」 is right. */
function compileLookalikes({ facts }: Knowledge): Lookalikes {
  const { lookalikes: pairs } = facts.vocabulary;
  const others = pairs
    .map(({ kanji }) => kanji)
    .filter((kanji) => kanji !== '一')
    .join('');
  return {
    pattern: new RegExp(
      `(?<=[${KATAKANA}])一(?=[${KATAKANA}])|(?<=[${KATAKANA}ー])[${others}](?=[${KATAKANA}ー])`,
      'gu',
    ),
    kana: new Map(pairs.map(({ kanji, kana }) => [kanji, kana])),
  };
}

const BRACKETS: Readonly<Record<string, string>> = {
  '（': '）',
  '(': ')',
  '「': '」',
  '『': '』',
  '【': '】',
  '［': '］',
  '[': ']',
  '〔': '〕',
  '＜': '＞',
};
const CLOSING = new Set(Object.values(BRACKETS));

/** Brackets without a partner, item by item. Round brackets of either width close each other. */
export function unclosedBrackets(text: string): readonly { readonly sign: string; readonly at: number }[] {
  const open: { sign: string; at: number }[] = [];
  const lost: { sign: string; at: number }[] = [];
  for (const { 0: sign, index: at } of text.matchAll(/[（(「『【［[〔＜）)」』】］\]〕＞]/gu)) {
    if (!CLOSING.has(sign)) open.push({ sign, at });
    else if (isNumbering(text, at, sign)) continue;
    else if (partners(open.at(-1)?.sign, sign)) open.pop();
    else lost.push({ sign, at });
  }
  return [...open, ...lost].filter(({ sign }) => sign !== '＜' && sign !== '＞').sort((a, b) => a.at - b.at);
}

/** 1) and ア）at the beginning of a line are numbers. */
function isNumbering(text: string, at: number, sign: string): boolean {
  if (sign !== '）' && sign !== ')') return false;
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^[\s　・]*(?:[0-9０-９]{1,3}|[ア-ンｱ-ﾝa-zA-Zａ-ｚＡ-Ｚ①-⑳イロハ])$/u.test(line);
}

function partners(opening: string | undefined, closing: string): boolean {
  if (opening === undefined) return false;
  return BRACKETS[opening] === closing || narrow(BRACKETS[opening] ?? '') === narrow(closing);
}

interface Numbered {
  readonly kind: string;
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

const NUMBERED =
  /^(?<indent>[\s　]*)(?:(?<circled>[①-⑳])|[（(](?<bracketed>[0-9０-９]{1,2})[)）]|(?<plain>[0-9０-９]{1,2})[.．)）](?![0-9０-９]))/gmu;

function numberedLines(text: string): readonly Numbered[] {
  return [...text.matchAll(NUMBERED)].map((match) => {
    const { indent = '', circled, bracketed, plain } = match.groups ?? {};
    const kind = circled ? 'circled' : bracketed ? 'bracketed' : 'plain';
    const number = circled
      ? (circled.codePointAt(0) ?? 0) - 0x245f
      : Number(narrow(bracketed ?? plain ?? ''));
    return {
      kind: `${kind}${String(indent.length)}`,
      number,
      from: match.index + indent.length,
      to: match.index + match[0].length,
    };
  });
}

/** Numbers that skip or repeat; a number 1 begins anew, and so does the text below another heading. */
export function skippedNumbers(text: string): readonly (Numbered & { readonly before: number })[] {
  const last = new Map<string, Numbered>();
  return numberedLines(text).flatMap((line) => {
    const before = last.get(line.kind);
    last.set(line.kind, line);
    if (!before || line.number === 1 || line.number === before.number + 1) return [];
    return /[＜<【■◆]/u.test(text.slice(before.to, line.from)) ? [] : [{ ...line, before: before.number }];
  });
}

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

const PLACEHOLDERS: readonly { readonly pattern: RegExp; readonly severity: 'error' | 'warning' }[] = [
  {
    pattern:
      /[〇○◯]{2,}(?=[市区町村県課部室係法])|[△▲]{2,}(?=[市区町村県課部室係])|[×✕]{2,}(?=[市区町村県課部室係])|[〇○◯]{2,}(?=に関する|システム|事務|ファイル|の)|(?<=[一-龠])[〇○◯]{2,}(?=[一-龠])/gu,
    severity: 'error',
  },
  {
    pattern: /●{2,}|[△▲]{2,}|[×✕]{2,}|[〇○◯]{3,}|[XＸ]{3,}|TODO|要確認|[（(](?:未定|仮)[)）]|【[\s　]*】/gu,
    severity: 'warning',
  },
];

function placeholderHits(unit: TextUnit): readonly Hit[] {
  if (unit.zone === 'row') return [];
  const found = PLACEHOLDERS.flatMap(({ pattern, severity }) =>
    matchesIn(unit.text, pattern).map((match) => ({ ...match, severity })),
  ).filter(
    ({ from }) => !/【[^】]*終了】|[［[][〇○◯]/u.test(unit.text.slice(Math.max(0, from - 2), from + 16)),
  );
  return found
    .filter(
      ({ from, to }, at) => !found.some((other, before) => before < at && other.from < to && from < other.to),
    )
    .map(({ from, to, words, severity }) => ({
      path: unit.path,
      severity,
      params: { found: words },
      span: spanOf(unit, { from, to }),
    }));
}

/** Control and format characters, soft hyphens and no-break spaces; not line ends, tabs and variation selectors. */
const INVISIBLE = /(?:(?![\t\n\r])[\p{Cc}\p{Cf}\u00a0])+/gu;
const HALF_KANA = /[\uff66-\uff9f]+/gu;
const FOREIGN =
  /[\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Lao}\p{Script=Hangul}]+/gu;

const bracketSpellings = (): readonly Spelling[] => BRACKET_WIDTHS;

const BRACKET_WIDTHS: readonly Spelling[] = [
  bracketWidth('round', '（）', '()', [
    /（[^（）()\n]{0,200}）/gu,
    /(?<![A-Za-z0-9 ])\([^（）()\n]{0,200}\)/gu,
  ]),
  bracketWidth('square', '［］', '[]', [/［[^［］[\]\n]{0,200}］/gu, /\[[^［］[\]\n]{0,200}\]/gu]),
  bracketWidth('angle', '＜＞', '<>', [/＜[^＜＞<>\n]{0,60}＞/gu, /<[^＜＞<>\n]{0,60}>/gu]),
];

function bracketWidth(id: string, full: string, half: string, forms: Spelling['forms']): Spelling {
  return { id, forms, rewrite: (words, to) => swapEnds(words, to, full, half), report: 1 };
}

function swapEnds(words: string, to: 0 | 1, full: string, half: string): string {
  const [open = '', close = ''] = to === 0 ? full : half;
  return `${open}${words.slice(1, -1)}${close}`;
}

const commaSpellings = (): readonly Spelling[] => [
  { id: 'comma', forms: [/、/gu, /，/gu], rewrite: (_, to) => (to === 0 ? '、' : '，'), report: 1 },
];

const variantCache = new WeakMap<Knowledge, readonly Spelling[]>();

function variantSpellings({ knowledge }: Subject): readonly Spelling[] {
  const known =
    variantCache.get(knowledge) ??
    knowledge.facts.vocabulary.variants.map(({ id, forms: [one, other] }): Spelling => ({
      id,
      forms: [new RegExp(one, 'gu'), new RegExp(other, 'gu')],
      rewrite: (_, to) => plainForm(to === 0 ? one : other),
    }));
  variantCache.set(knowledge, known);
  return known;
}

/** The words of a pattern without its conditions. */
function plainForm(source: string): string {
  return source.replace(/\(\?[^)]*\)/g, '');
}

/** A line that begins another part of a text: below it the same words may be right again. */
const PART_HEADING = /^[\s　]*(?:[＜<【［[■◆○●〇◎]|[(（]?[0-9０-９①-⑳ア-ン]{1,2}[)）.．、]|[①-⑳])/u;

const BULLET = /^[\s　]*[・\-‐－]/u;

/** Paragraphs that stand twice in one part of a text. */
function doubledParagraphs(unit: TextUnit): readonly Hit[] {
  if (unit.zone === 'row' || unit.text.length < 2 * LONG_PARAGRAPH || !unit.text.includes('\n')) return [];
  let seen = new Set<string>();
  const bullets = new Set<string>();
  let from = 0;
  return unit.text.split('\n').flatMap((line): readonly Hit[] => {
    const start = from;
    from += line.length + 1;
    const isHeading = PART_HEADING.test(line);
    const words = line.length < LONG_PARAGRAPH ? '' : bare(line);
    const isBullet = BULLET.test(line);
    // A heading begins another part; so does a bullet, for the lines below it.
    if ((isHeading && !seen.has(words)) || isBullet) seen = new Set();
    if (isHeading) bullets.clear();
    if (words.length < LONG_PARAGRAPH) return [];
    const known = isBullet ? bullets : seen;
    if (!known.has(words)) {
      known.add(words);
      return [];
    }
    const inside = spanOf(unit, { from: Math.max(0, start - 1), to: start + line.length });
    return [
      {
        path: unit.path,
        params: { found: shortened(line) },
        span: inside,
        ...(unit.text.length - line.length > LONG_PARAGRAPH + 20 ? { replacement: '' } : {}),
      },
    ];
  });
}

const LONG_PARAGRAPH = 40;

/** Measures of different risks that are the same to the letter. */
const doubledMeasures: Probe = {
  kind: 'items',
  reads: ['*'],
  find: (subject) => {
    const all = risksOf(subject.form).flatMap(({ answer, measures, headings }) =>
      (subject.byItem.get(answer.id) ?? []).flatMap(({ path }) =>
        measures.map(({ id }) => ({ path: siblingPath(path, id), heading: headings.at(-1) })),
      ),
    );
    const first = new Map<string, (typeof all)[number]>();
    return all.flatMap((place): readonly Hit[] => {
      const text = bare(textAt(subject, place.path));
      const file = /\[([^\]]*)\]/.exec(place.path)?.[1] ?? '';
      const key = `${file}\n${text}`;
      const known = first.get(key);
      if (text.length < LONG_PARAGRAPH || !known) {
        first.set(key, place);
        return [];
      }
      return known.heading === place.heading
        ? []
        : [{ path: place.path, params: { other: known.heading ? itemLabel(known.heading) : '' } }];
    });
  },
};

const DEFINED = /[（(]以下[、，]?[\s]?「(?<short>[^」]{2,30})」と(?:い|総称|略)/gu;

interface Definition {
  readonly short: string;
  readonly from: number;
  readonly to: number;
}

/** What one text contributes: definitions, the first use of each known abbreviation, and its words. */
interface Abbreviations {
  readonly defined: readonly Definition[];
  readonly used: ReadonlyMap<string, number>;
  /** Without the definitions, for telling whether a defined word is used. */
  readonly words: string;
}

interface TextAbbreviations extends Abbreviations {
  readonly unit: TextUnit;
}

const abbreviationCache = new WeakMap<Knowledge, RegExp>();

/** Any abbreviation of the vocabulary; no part of a longer word, and not in the 「」 of its own definition. */
function abbreviationPattern(knowledge: Knowledge): RegExp {
  const { abbreviations, fullNames } = knowledge.facts.vocabulary;
  const all = [...new Set([...abbreviations, ...fullNames.flatMap(({ short }) => short)])];
  const longestFirst = all.sort((a, b) => b.length - a.length).join('|');
  const known =
    abbreviationCache.get(knowledge) ??
    new RegExp(`(?<![一-龠A-Za-z])(?:${longestFirst})(?![A-Za-z]|」と)`, 'gu');
  abbreviationCache.set(knowledge, known);
  return known;
}

function collectAbbreviations({ text, zone }: TextUnit, { knowledge }: Subject): Abbreviations | undefined {
  if (zone === 'row') return undefined;
  const defined = [...text.matchAll(DEFINED)].map((match) => ({
    short: match.groups?.short ?? '',
    from: match.index,
    to: match.index + match[0].length,
  }));
  const used = new Map<string, number>();
  for (const { words, from } of matchesIn(text, abbreviationPattern(knowledge)))
    if (!used.has(words)) used.set(words, from);
  return { defined, used, words: defined.length === 0 ? text : text.replace(DEFINED, '') };
}

function abbreviationProbe(
  conclude: (texts: readonly TextAbbreviations[], subject: Subject) => readonly Hit[],
): Probe {
  return {
    kind: 'survey',
    collect: collectAbbreviations,
    conclude: (contributions, subject) =>
      conclude(
        contributions.map(({ unit, value }) => ({ unit, ...(value as Abbreviations) })),
        subject,
      ),
  };
}

function useHit(
  { unit, used }: TextAbbreviations,
  short: string,
  params: Readonly<Record<string, string>>,
): Hit {
  const from = used.get(short) ?? 0;
  return { path: unit.path, params, span: spanOf(unit, { from, to: from + short.length }) };
}

function undefinedAbbreviations(texts: readonly TextAbbreviations[], { knowledge }: Subject): readonly Hit[] {
  const defined = new Set(texts.flatMap((text) => text.defined.map(({ short }) => short)));
  return knowledge.facts.vocabulary.abbreviations.flatMap((short) => {
    const first = defined.has(short) ? undefined : texts.find(({ used }) => used.has(short));
    return first ? [useHit(first, short, { short })] : [];
  });
}

function doubleAbbreviations(texts: readonly TextAbbreviations[], { knowledge }: Subject): readonly Hit[] {
  const twoNames = knowledge.facts.vocabulary.fullNames.flatMap(({ short }): readonly Hit[] => {
    const used = short.flatMap((name) => {
      const first = texts.find((text) => text.used.has(name));
      return first ? [{ name, first }] : [];
    });
    const [usual, other] = used;
    return usual && other ? [useHit(other.first, other.name, { found: other.name, other: usual.name })] : [];
  });
  const seen = new Set<string>();
  const twice = texts.flatMap(({ unit, defined }) =>
    defined.flatMap((definition): readonly Hit[] => {
      if (!seen.has(definition.short)) {
        seen.add(definition.short);
        return [];
      }
      const params = { found: definition.short, other: definition.short };
      return [{ path: unit.path, severity: 'notice', params, span: spanOf(unit, definition) }];
    }),
  );
  return [...twoNames, ...twice];
}

function unusedAbbreviations(texts: readonly TextAbbreviations[]): readonly Hit[] {
  return texts.flatMap(({ unit, defined }) =>
    defined
      .filter(({ short }) => !texts.some(({ words }) => words.includes(short)))
      .map((definition) => ({
        path: unit.path,
        params: { short: definition.short },
        span: spanOf(unit, definition),
      })),
  );
}

/** How 別表の項 is cited: 別表の100の項, 別表第100の項, 別表100項. */
const citationSpellings = (): readonly Spelling[] => [
  {
    id: 'item',
    forms: [/別表の?[\s]?[0-9０-９]{1,3}の項/gu, /別表の?第?[\s]?[0-9０-９]{1,3}項/gu],
    rewrite: (words, to) => (to === 0 ? words.replace(/項$/u, 'の項') : words),
    report: 1,
  },
];

const NONE_MARKS = /^[\s　]*(?<mark>[-－‐―—ー−])[\s　]*$/u;

/** Which sign marks an item without an answer. */
const noneMarks: Probe = {
  kind: 'survey',
  collect: ({ text, zone, item }) =>
    zone === 'body' && item ? NONE_MARKS.exec(text)?.groups?.mark : undefined,
  conclude: (contributions, { input }) => {
    const marks = contributions.map(({ value }) => value as string);
    const counts = new Map<string, number>();
    for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
    const usual = input.agency?.noneMark ?? [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
    if (usual === undefined || counts.size < 2) return [];
    return contributions
      .filter(({ value }) => value !== usual)
      .map(({ unit, value }) => ({
        path: unit.path,
        params: { found: String(value), usual },
        span: spanOf(unit, { from: 0, to: unit.text.length }),
        replacement: usual,
      }));
  },
};

/** A year, month or day of a plan that has passed. */
function pastPlans(unit: TextUnit, subject: Subject): readonly Hit[] {
  if (unit.zone === 'row' || unit.item?.type === 'date') return [];
  return datesIn(unit.text).flatMap(({ from, to, day, words }): readonly Hit[] => {
    const behind = unit.text.slice(to, to + 8);
    const isPlan = /^(?:から|に|頃|以降|中)?[^。、\n]{0,4}予定/u.test(behind);
    return isPlan && day + 10_000 < subject.referenceDate && day % 10_000 !== 0
      ? [{ path: unit.path, params: { found: words }, span: spanOf(unit, { from, to }) }]
      : [];
  });
}

/** How dates are written; the usual one is the era. */
const dateSpellings = (): readonly Spelling[] => [
  {
    id: 'date',
    forms: [
      /(?:平成|令和)(?:元|[0-9０-９]{1,2})年[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}日)?/gu,
      /(?<![0-9A-Za-z])(?:(?:[RHＲＨ][.．]?[0-9０-９]{1,2}|20[0-9]{2})[.．/／][0-9０-９]{1,2}[.．/／][0-9０-９]{1,2}(?![0-9])|20[0-9]{2}年[0-9]{1,2}月(?:[0-9]{1,2}日)?)/gu,
    ],
    rewrite: (words, to) => {
      const date = parseDate(words);
      return to === 0 && date ? toWareki(date) : words;
    },
    report: 1,
  },
];

function simplifiedHits(unit: TextUnit, { knowledge }: Subject): readonly Hit[] {
  const known =
    simplifiedCache.get(knowledge) ?? new RegExp(`[${knowledge.facts.vocabulary.simplified}]`, 'gu');
  simplifiedCache.set(knowledge, known);
  return matchesIn(unit.text, known).map(({ from, to, words }) => ({
    path: unit.path,
    params: { found: words },
    span: spanOf(unit, { from, to }),
  }));
}

const simplifiedCache = new WeakMap<Knowledge, RegExp>();

/** A cell of the official sheet; limits of Excel: 32,767 characters, 409 points (about 30 lines). */
const LONGEST_CELL = 32_767;
const MANY_LINES = 120;

export const wordRules: readonly Rule[] = [
  {
    id: 'era-gannen',
    severity: 'notice',
    ground: 'spelling',
    replaces: true,
    probe: patternInText({
      pattern: /(?<=令和|平成)1(?=年(?!間))/gu,
      replacement: () => '元',
      params: ({ words }) => ({ found: words }),
    }),
  },
  {
    id: 'era-impossible',
    severity: 'error',
    ground: 'calendar',
    replaces: true,
    aliases: ['era-heisei-future'],
    probe: {
      kind: 'text',
      find: (unit) =>
        unit.zone === 'row' || /計画|プラン|ビジョン|指針/u.test(unit.item?.label ?? '')
          ? []
          : matchesIn(unit.plain, ERA_DATE, unit.text).flatMap(({ from, to, words }): readonly Hit[] => {
              const wrong = impossibleDate(words);
              const inTitle = /^[^。\n]{0,12}(?:計画|プラン|ビジョン)/u.test(unit.text.slice(to, to + 16));
              if (!wrong || inTitle) return [];
              return [
                {
                  path: unit.path,
                  params: { found: words, instead: wrong.instead ?? '－' },
                  span: spanOf(unit, { from, to }),
                  ...(wrong.instead === undefined ? {} : { replacement: wrong.instead }),
                },
              ];
            }),
    },
  },
  { id: 'date-last-year', severity: 'warning', ground: 'practice', probe: { kind: 'text', find: pastPlans } },
  {
    id: 'date-mixed',
    severity: 'notice',
    ground: 'spelling',
    probe: mixture(dateSpellings, ['body']),
    fix: rewriteLikeOthers(dateSpellings),
  },
  { id: 'placeholder', severity: 'error', ground: 'copy', probe: { kind: 'text', find: placeholderHits } },
  {
    id: 'elision-body',
    severity: 'warning',
    ground: 'practice',
    probe: patternInText({ pattern: /\([\s　]*(?:略|中略|省略|前略|後略)[\s　]*\)/gu }),
  },
  {
    id: 'midserver-mix',
    severity: 'notice',
    ground: 'spelling',
    probe: mixture(variantSpellings),
    fix: rewriteLikeOthers(variantSpellings),
  },
  {
    id: 'bracket-width',
    severity: 'notice',
    ground: 'spelling',
    probe: mixture(bracketSpellings, ['body']),
    fix: rewriteLikeOthers(bracketSpellings),
  },
  {
    id: 'unclosed',
    severity: 'warning',
    ground: 'spelling',
    probe: {
      kind: 'text',
      find: (unit) =>
        unit.zone === 'row'
          ? []
          : unclosedBrackets(unit.text).map(({ sign, at }) => ({
              path: unit.path,
              params: { sign, found: shortened(unit.text.slice(at, at + 16), 12) },
              span: spanOf(unit, { from: at, to: at + 1 }),
            })),
    },
  },
  {
    id: 'list-skip',
    severity: 'warning',
    ground: 'practice',
    probe: {
      kind: 'text',
      find: (unit) =>
        unit.zone === 'row' || isNameList(unit)
          ? []
          : skippedNumbers(unit.text)
              .slice(0, 1)
              .map(({ before, number, from, to }) => ({
                path: unit.path,
                params: { before, number },
                span: spanOf(unit, { from, to }),
              })),
    },
  },
  {
    id: 'dup-para',
    severity: 'warning',
    ground: 'copy',
    replaces: true,
    probe: { kind: 'text', find: doubledParagraphs },
  },
  {
    id: 'dup-risk',
    severity: 'notice',
    ground: 'practice',
    forms: ['form3', 'form4'],
    probe: doubledMeasures,
  },
  {
    id: 'ocr-lookalike',
    severity: 'warning',
    ground: 'ocr',
    replaces: true,
    probe: { kind: 'text', find: lookalikeHits },
  },
  {
    id: 'foreign-script',
    severity: 'warning',
    ground: 'ocr',
    probe: patternInText({ pattern: FOREIGN, exact: true, zones: ALL_ZONES }),
  },
  {
    id: 'simplified-form',
    severity: 'warning',
    ground: 'ocr',
    probe: { kind: 'text', find: simplifiedHits },
  },
  {
    id: 'pua',
    severity: 'warning',
    ground: 'gaiji',
    aliases: ['privateUse'],
    probe: patternInText({
      pattern: /\p{Co}/gu,
      exact: true,
      zones: ALL_ZONES,
      params: ({ words }) => ({ code: `U+${(words.codePointAt(0) ?? 0).toString(16).toUpperCase()}` }),
    }),
  },
  {
    id: 'halfkana',
    severity: 'notice',
    ground: 'spelling',
    replaces: true,
    probe: patternInText({
      pattern: HALF_KANA,
      exact: true,
      replacement: ({ words }) => words.normalize('NFKC'),
    }),
  },
  {
    id: 'invisible',
    severity: 'warning',
    ground: 'spelling',
    replaces: true,
    probe: patternInText({
      pattern: INVISIBLE,
      exact: true,
      zones: ALL_ZONES,
      replacement: ({ words }) => words.replaceAll('\u00a0', ' ').replace(/[^ ]/g, ''),
      params: ({ words }) => ({
        code: `U+${(words.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
      }),
    }),
  },
  {
    id: 'comma',
    severity: 'notice',
    ground: 'spelling',
    probe: mixture(commaSpellings),
    fix: rewriteLikeOthers(commaSpellings),
  },
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
  {
    id: 'abbr-undefined',
    severity: 'notice',
    ground: 'spelling',
    probe: abbreviationProbe(undefinedAbbreviations),
  },
  {
    id: 'abbr-twice',
    severity: 'warning',
    ground: 'spelling',
    probe: abbreviationProbe(doubleAbbreviations),
  },
  {
    id: 'abbr-unused',
    severity: 'notice',
    ground: 'spelling',
    probe: abbreviationProbe(unusedAbbreviations),
  },
  {
    id: 'law-cite-form',
    severity: 'notice',
    ground: 'spelling',
    probe: mixture(citationSpellings),
    fix: rewriteLikeOthers(citationSpellings),
  },
  {
    id: 'law-cite-article',
    severity: 'notice',
    ground: 'spelling',
    replaces: true,
    probe: patternInText({
      pattern: /(?<=第[0-9]{1,3}条)(?=[0-9]{1,2}号)[0-9]{1,2}(?=号)/gu,
      replacement: ({ words }) => `第${words}`,
    }),
  },
  {
    id: 'order-table-name',
    severity: 'notice',
    ground: 'law',
    replaces: true,
    probe: patternInText({
      pattern: /(?<=第2条の?)別表(?!第)/gu,
      replacement: () => '表',
      accept: ({ from }, { text, plain }) =>
        /命令|主務省令|19条|十九条/u.test(sentenceAround(plain, from)) && text[from - 1] === 'の',
    }),
  },
  {
    id: 'order-table-joined',
    severity: 'warning',
    ground: 'law',
    replaces: true,
    probe: patternInText({
      pattern: /(?<=第2条)別表(?!第)/gu,
      replacement: () => 'の表',
      accept: ({ from }, { plain }) => /命令|主務省令|19条|十九条/u.test(sentenceAround(plain, from)),
    }),
  },
  {
    id: 'order-fullname',
    severity: 'notice',
    ground: 'spelling',
    probe: {
      kind: 'survey',
      collect: ({ text, zone }) => {
        if (zone === 'row') return undefined;
        const [cited, named] = [text.search(/主務省令/u), /提供に関する命令|令和6年デジタル庁/u.test(text)];
        return cited < 0 && !named ? undefined : { cited, named };
      },
      conclude: (contributions) => {
        const all = contributions.map(({ unit, value }) => ({
          unit,
          ...(value as { readonly cited: number; readonly named: boolean }),
        }));
        const first = all.find(({ cited }) => cited >= 0);
        if (!first || all.some(({ named }) => named)) return [];
        const span = spanOf(first.unit, { from: first.cited, to: first.cited + 4 });
        return [{ path: first.unit.path, span }];
      },
    },
  },
  {
    id: 'long-cell',
    severity: 'warning',
    ground: 'excel',
    probe: {
      kind: 'text',
      find: ({ path, text, zone }) =>
        zone === 'body' && (text.length > LONGEST_CELL || text.split('\n').length > MANY_LINES)
          ? [{ path, params: { count: Array.from(text).length } }]
          : [],
    },
  },
  { id: 'kinsoku-empty', severity: 'notice', ground: 'spelling', replaces: true, probe: noneMarks },
];

function isNameList({ item }: TextUnit): boolean {
  return item?.label === '特定個人情報ファイル名';
}
