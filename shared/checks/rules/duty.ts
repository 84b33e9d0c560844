import { entriesOf, setValue } from '../../assessment/edit';
import { bare } from '../../japanese/normalise';
import { answered, isFlagged, textBeside } from '../kinds/conditions';
import { blank, blankInEntry, blankWhen, eachPlace, writtenThough } from '../kinds/answers';
import { holds } from '../../assessment/conditions';
import { indexOf } from '../../forms/lookup';
import { hasTableItem, tableItem, tableItemsOfDuty } from '../facts/annexedTable';
import { kanjiNumber, matchesIn, narrow, shortened } from '../textTools';
import type { Hit, Rule, Subject } from '../types';
import { checksAt, hasContent, isBlank, listsOf, placesOf, saysNothing, textAt, textOf } from '../view';

const BIG = ['form3', 'form4'] as const;

/** Fewer characters than this tell nobody what a duty does. */
const SHORTEST_DUTY = 50;

/** 別表の100の項, 別表 14、18の項: numbers of the annexed table of the Number Act. */
const TABLE_CITATION =
  /(?<!住民基本台帳法の?)(?<!住基法の?)(?<!条例の?)別表の?[\s]?((?:[0-9〇一二三四五六七八九十百]{1,5}(?:の[0-9一二三四五六七八九](?!の?[0-9]))?(?:の?項)?[、,・及び並に\s]{0,3}){1,10})(?<=項)/gu;

interface Cited {
  readonly number: string;
  readonly from: number;
  readonly to: number;
}

/** The items of 別表 that a text cites; the old 別表第一・第二 are another table. */
export function citedItems(text: string): readonly Cited[] {
  if (!text.includes('別表')) return [];
  return matchesIn(narrow(text), TABLE_CITATION).flatMap(({ from, to, words }) =>
    [
      ...words.matchAll(/([0-9]{1,3}|[〇一二三四五六七八九十百]{1,5})(?:の([0-9一二三四五六七八九]))?/gu),
    ].flatMap(([, main = '', branch]) => {
      const number = kanjiNumber(main);
      const part = branch === undefined ? undefined : kanjiNumber(branch);
      if (number === undefined) return [];
      return [
        { number: part === undefined ? String(number) : `${String(number)}の${String(part)}`, from, to },
      ];
    }),
  );
}

function basisHits(
  subject: Subject,
  judge: (cited: Cited, all: readonly Cited[]) => Readonly<Record<string, string>> | undefined,
): readonly Hit[] {
  return placesOf(subject, 'basis').flatMap(({ path }) => {
    const all = citedItems(textAt(subject, path));
    return all.flatMap((cited): readonly Hit[] => {
      const params = judge(cited, all);
      return params ? [{ path, params, span: { from: cited.from, to: cited.to } }] : [];
    });
  });
}

/** Whether a flag of Ⅲ６ is ticked in every file. */
function everyFile(subject: Subject, role: 'noReceive' | 'noSupply'): boolean {
  const places = placesOf(subject, role);
  return places.length > 0 && places.every(({ path }) => subject.assessment.values[path] === true);
}

/** Whether a file is connected on this side: its flag is not ticked, and the risk of that side is answered. */
function connected(
  subject: Subject,
  flag: 'noReceive' | 'noSupply',
  risk: 'receiveRisk' | 'supplyRisk',
): boolean {
  return placesOf(subject, risk).some(
    ({ path }) => textAt(subject, path) !== '' && !isFlagged(subject, path, flag),
  );
}

/** Ticking a flag is safe where nothing is written in the parts that it makes not apply. */
export const tickWhereEmpty: NonNullable<Rule['fix']> = (subject, { path }) => {
  const { assessment, form } = subject;
  const flagged = { ...assessment, values: { ...assessment.values, [path]: true } };
  const hidden = indexOf(form).all.filter(({ item }) => item.visible && 'item' in item.visible);
  const filled = subject.leaves.some((leaf) => {
    const around = hidden.filter(
      ({ item }) => leaf.item.id === item.id || leaf.item.id.startsWith(`${item.id}.`),
    );
    return (
      assessment.values[leaf.path] !== undefined &&
      around.some(
        ({ item }) =>
          item.visible &&
          holds(assessment, item.visible, leaf.path) !== 'no' &&
          holds(flagged, item.visible, leaf.path) === 'no',
      )
    );
  });
  return filled ? undefined : setValue(assessment, path, true);
};

const SIDES = [
  { words: /照会/u, role: 'noReceive', side: '情報照会', value: '接続しない（入手）' },
  {
    words: /提供の根拠|情報提供(?!ネットワーク)|（提供|\(提供|提供者|【提供/u,
    role: 'noSupply',
    side: '情報提供',
    value: '接続しない（提供）',
  },
] as const;

export const dutyRules: readonly Rule[] = [
  { id: 'need-duty-name', severity: 'error', ground: 'form', probe: blank('dutyName') },
  {
    id: 'need-duty-body',
    severity: 'warning',
    ground: 'form',
    probe: eachPlace('dutyBody', ({ begun }, { text, item }) =>
      begun.has('I') && Array.from(text.trim()).length < SHORTEST_DUTY && !/別添|別紙/u.test(text)
        ? [{ params: { item: item.label, count: SHORTEST_DUTY } }]
        : [],
    ),
  },
  {
    id: 'duty-uses-number',
    severity: 'notice',
    ground: 'practice',
    probe: eachPlace('dutyBody', (_, { text }) =>
      isBlank(text) || /個人番号|特定個人情報|番号法|番号利用法|マイナンバー|別添|別紙/u.test(text)
        ? []
        : [{}],
    ),
  },
  { id: 'need-people-class', severity: 'error', ground: 'form', forms: BIG, probe: blank('people') },
  {
    id: 'need-system',
    severity: 'error',
    ground: 'form',
    probe: {
      kind: 'items',
      reads: ['systemText', 'systems'],
      find: (subject) => {
        if (!subject.begun.has('I')) return [];
        const text = placesOf(subject, 'systemText').filter(({ path }) => isBlank(textAt(subject, path)));
        const lists = listsOf(subject, 'systems').filter(
          ({ entries }) => !entries.some((entry) => hasContent(subject, entry)),
        );
        return [
          ...text.map(({ path }) => ({ path })),
          ...lists.map(({ key, entries }) => ({ path: firstNameOf(entries, key) })),
        ];
      },
    },
  },
  {
    id: 'system-needs-function',
    severity: 'warning',
    ground: 'form',
    forms: BIG,
    probe: blankInEntry('systems', 'systemFunction'),
  },
  {
    id: 'system-needs-links',
    severity: 'notice',
    ground: 'form',
    forms: BIG,
    probe: blankInEntry('systems', 'systemLinks'),
  },
  {
    id: 'system-dup',
    severity: 'warning',
    ground: 'practice',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['systemName'],
      find: (subject) => {
        const seen = new Set<string>();
        return placesOf(subject, 'systemName').flatMap(({ path }) => {
          const name = bare(textAt(subject, path));
          if (name === '' || !seen.has(name)) {
            seen.add(name);
            return [];
          }
          return [{ path, params: { name: textAt(subject, path).trim() } }];
        });
      },
    },
  },
  {
    id: 'system-midserver',
    severity: 'warning',
    ground: 'practice',
    forms: BIG,
    probe: eachPlace(
      'linkage',
      (subject, { text }) => {
        const names = placesOf(subject, 'systemName').map(({ path }) => textAt(subject, path));
        if (text !== '実施する' || names.every(isBlank) || names.some((name) => name.includes('中間サーバ')))
          return [];
        return [{}];
      },
      'systemName',
    ),
  },
  {
    id: 'system-mention',
    severity: 'notice',
    ground: 'practice',
    forms: BIG,
    probe: {
      kind: 'survey',
      reads: ['systemName'],
      collect: ({ text, zone, item }) => {
        if (zone !== 'body' || !item || !/^I{2,3}\./.test(item.id)) return undefined;
        const names = [...text.matchAll(/[一-龠ァ-ヶーA-Za-z]{2,16}システム/gu)].map(([words]) => words);
        return names.length === 0 ? undefined : names;
      },
      conclude: (contributions, subject) => {
        const known = placesOf(subject, 'systemName').map(({ path }) => bare(textAt(subject, path)));
        if (known.every((name) => name === '')) return [];
        const uses = contributions.flatMap(({ unit, value }) =>
          (value as readonly string[]).map((name) => ({ name, unit })),
        );
        return [...new Set(uses.map(({ name }) => name))]
          .filter((name) => uses.filter((use) => use.name === name).length >= 3)
          .filter(
            (name) =>
              !GENERAL_SYSTEMS.test(name) &&
              !known.some((one) => one.includes(bare(name)) || bare(name).includes(one)),
          )
          .flatMap((name) => {
            const first = uses.find((use) => use.name === name)?.unit;
            const from = first?.text.indexOf(name) ?? 0;
            return first
              ? [
                  {
                    path: first.path,
                    params: { name },
                    span: {
                      from,
                      to: from + name.length,
                      ...(first.within === undefined ? {} : { within: first.within }),
                    },
                  },
                ]
              : [];
          });
      },
    },
  },
  {
    id: 'other-checked-no-text',
    severity: 'error',
    ground: 'form',
    probe: optionTexts((option, text, isSelected) => option === 'その他' && isSelected && isBlank(text)),
  },
  {
    id: 'other-text-no-check',
    severity: 'error',
    ground: 'form',
    aliases: ['textWithoutTick'],
    probe: optionTexts((_, text, isSelected) => !isSelected && !saysNothing(text)),
    fix: (subject, { path, params }) => {
      const checks = checksAt(subject, path);
      const option = String(params.option);
      const exclusive = subject.leafAt
        .get(path)
        ?.item.options?.some((one) => one.exclusive && checks.selected.includes(one.label));
      if (exclusive) return undefined;
      return setValue(subject.assessment, path, { ...checks, selected: [...checks.selected, option] });
    },
  },
  {
    id: 'exclusive-option',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    aliases: ['exclusive'],
    probe: {
      kind: 'items',
      reads: ['*'],
      find: (subject) =>
        subject.leaves.flatMap(({ path, item }) => {
          if (item.type !== 'checks') return [];
          const { selected: all } = checksAt(subject, path);
          const exclusive = item.options?.find(({ exclusive: alone, label }) => alone && all.includes(label));
          return exclusive && all.length > 1 ? [{ path, params: { option: exclusive.label } }] : [];
        }),
    },
  },
  { id: 'need-basis', severity: 'error', ground: 'law', probe: blank('basis') },
  {
    id: 'basis-cites-law',
    severity: 'warning',
    ground: 'law',
    probe: eachPlace('basis', (_, { text }) => {
      const plain = narrow(text);
      if (saysNothing(text)) return [];
      const residents = /第?(?:7|16|17|七|十六|十七)条|住民基本台帳法|住基法/u.test(plain);
      const cites =
        /第?(?:9|九)条/u.test(plain) && /別表|条例|第(?:9|九)条第(?:2|3|4|二|三|四)項/u.test(plain);
      return residents || cites ? [] : [{}];
    }),
  },
  {
    id: 'basis-item-exists',
    severity: 'error',
    ground: 'law',
    probe: {
      kind: 'items',
      reads: ['basis'],
      find: (subject) =>
        basisHits(subject, ({ number }) =>
          hasTableItem(subject.knowledge, number) === false
            ? { item: number, last: String(subject.knowledge.facts.annexedTable.last) }
            : undefined,
        ),
    },
  },
  {
    id: 'basis-item-fits-duty',
    severity: 'warning',
    ground: 'law',
    probe: {
      kind: 'items',
      reads: ['basis', 'dutyName'],
      find: (subject) => {
        const usual = tableItemsOfDuty(subject.knowledge, textOf(subject, 'dutyName'));
        return basisHits(subject, ({ number }, all) => {
          const item = tableItem(subject.knowledge, number);
          const fits = usual.length === 0 || all.some((one) => usual.includes(one.number));
          const first = all[0]?.number === number;
          return item && !fits && first
            ? { item: number, law: item.law, usual: usual.join('、') }
            : undefined;
        }).slice(0, 1);
      },
    },
  },
  {
    id: 'basis-actor-fits',
    severity: 'warning',
    ground: 'law',
    probe: {
      kind: 'items',
      reads: ['basis', 'agency'],
      find: (subject) =>
        /[市区町村]長/u.test(textOf(subject, 'agency'))
          ? basisHits(subject, ({ number }) => {
              const actor = tableItem(subject.knowledge, number)?.actor;
              return actor === undefined ? undefined : { item: number, actor };
            })
          : [],
    },
  },
  { id: 'need-nw', severity: 'error', ground: 'form', probe: blank('linkage') },
  {
    id: 'nw-basis',
    severity: 'error',
    ground: 'form',
    aliases: ['required'],
    probe: blankWhen('linkageBasis', 'blank', answered('linkage', '実施する')),
  },
  {
    id: 'nw-not-basis',
    severity: 'warning',
    ground: 'form',
    probe: writtenThough('linkageBasis', answered('linkage', '実施しない')),
  },
  {
    id: 'nw-two-sides',
    severity: 'notice',
    ground: 'practice',
    probe: eachPlace(
      'linkageBasis',
      (subject, { path, text }) => {
        if (textBeside(subject, path, 'linkage') !== '実施する' || saysNothing(text)) return [];
        const [asks, gives] = [text.includes('照会'), /提供(?!ネットワーク)|なし/u.test(text)];
        return asks === gives || text.includes('なし')
          ? []
          : [{ params: { side: asks ? '情報提供' : '情報照会' } }];
      },
      'linkage',
    ),
  },
  {
    id: 'nw-basis-8',
    severity: 'warning',
    ground: 'law',
    probe: eachPlace(
      'linkageBasis',
      (subject, { path, text }) => {
        if (textBeside(subject, path, 'linkage') !== '実施する' || saysNothing(text)) return [];
        const plain = narrow(text);
        return /第?(?:19|十九)条|第?(?:2|二)条の表|別表第?(?:二|2)|別紙|提供に関する命令|主務省令/u.test(
          plain,
        )
          ? []
          : [{}];
      },
      'linkage',
    ),
  },
  {
    id: 'nw-vs-iii6',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['linkage', 'noReceive', 'noSupply'],
      find: (subject) => (textOf(subject, 'linkage') === '実施しない' ? unflaggedPlaces(subject) : []),
    },
    fix: tickWhereEmpty,
  },
  {
    id: 'nw-do-iii6',
    severity: 'error',
    ground: 'form',
    forms: BIG,
    probe: eachPlace(
      'linkage',
      (subject, { text }) =>
        text === '実施する' && everyFile(subject, 'noReceive') && everyFile(subject, 'noSupply') ? [{}] : [],
      'noReceive',
      'noSupply',
    ),
  },
  {
    id: 'nw-sides-iii6',
    severity: 'warning',
    ground: 'form',
    forms: BIG,
    probe: eachPlace(
      'linkageBasis',
      (subject, { path, text }) =>
        textBeside(subject, path, 'linkage') !== '実施する'
          ? []
          : SIDES.filter(
              ({ words, role, side }) =>
                words.test(text) &&
                everyFile(subject, role) &&
                !new RegExp(`${side.slice(2)}[^。\\n]{0,12}(?:なし|しない|行わない)`, 'u').test(text),
            ).map(({ side, value }) => ({ params: { side, flag: value } })),
      'linkage',
      'noReceive',
      'noSupply',
    ),
  },
  {
    id: 'nw-give-ii5',
    severity: 'warning',
    ground: 'form',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['linkage', 'noSupply', 'provideItems', 'provides', 'provideCount', 'supplyRisk'],
      find: (subject) => {
        if (
          textOf(subject, 'linkage') !== '実施する' ||
          everyFile(subject, 'noSupply') ||
          placesOf(subject, 'noSupply').length === 0
        )
          return [];
        const entries = listsOf(subject, 'provideItems').flatMap((list) => list.entries);
        const [place] = placesOf(subject, 'provides');
        const counted = placesOf(subject, 'provideCount').some(
          ({ path }) => Number(subject.assessment.values[path] ?? 0) > 0,
        );
        const isWritten =
          entries.some((entry) => hasContent(subject, entry)) ||
          counted ||
          entriesOf(subject.assessment, 'attachments').length > 0;
        const risksAnswered = connected(subject, 'noSupply', 'supplyRisk');
        return place && !isWritten && risksAnswered && subject.assessment.values[place.path] !== undefined
          ? [{ path: place.path }]
          : [];
      },
    },
  },
  {
    id: 'nw-get-ii3',
    severity: 'warning',
    ground: 'form',
    forms: BIG,
    probe: {
      kind: 'items',
      reads: ['linkage', 'noReceive', 'means', 'receiveRisk'],
      find: (subject) => {
        const places = placesOf(subject, 'means').filter(
          ({ path }) => checksAt(subject, path).selected.length > 0,
        );
        const [first] = places;
        if (!first || textOf(subject, 'linkage') !== '実施する' || everyFile(subject, 'noReceive')) return [];
        const risksAnswered = connected(subject, 'noReceive', 'receiveRisk');
        const isSelected = places.some(({ path }) => checksAt(subject, path).selected.includes(NETWORK));
        return isSelected || !risksAnswered ? [] : [{ path: first.path }];
      },
    },
    fix: (subject, { path }) => {
      const checks = checksAt(subject, path);
      const order = (subject.leafAt.get(path)?.item.options ?? []).map(({ label }) => label);
      const all = [...checks.selected, NETWORK].sort((a, b) => order.indexOf(a) - order.indexOf(b));
      return setValue(subject.assessment, path, { ...checks, selected: all });
    },
  },
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
      const isOld = subject.previous && editionOf(subject.previous.assessment.edition) < 201805;
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
        const own = bare(textOf(subject, 'agency'));
        const lines = text.split('\n');
        const at = lines.findIndex((line) => own !== '' && bare(line) === own);
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

const NETWORK = '情報提供ネットワークシステム';
const GENERAL_SYSTEMS =
  /^(?:他|当該|本|各|既存|庁内|業務|情報|関連|対象|個別|新|旧|標準準拠|統合|連携|端末|情報提供ネットワーク|住民基本台帳ネットワーク)?システム$|ネットワークシステム$|標準準拠システム$|情報システム$/u;
const POST_AND_NAME =
  /^(?<post>[^\s　]*(?:長|部長|課長|室長|所長|主幹|局長|参事|館長|園長|次長|理事|会計管理者))[\s　]+(?<name>[一-龠々ヶぁ-んァ-ヴー]{1,5}[\s　]*[一-龠々ぁ-んァ-ヴー]{1,4})[\s　]*$/u;

function editionOf(edition: string): number {
  const match = /^(平成|令和)(\d+)年(\d+)月$/u.exec(edition);
  if (!match) return 0;
  return ((match[1] === '平成' ? 1988 : 2018) + Number(match[2])) * 100 + Number(match[3]);
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function firstNameOf(entries: readonly { readonly key: string }[], list: string): string {
  return entries[0] ? `${entries[0].key}.m1` : list;
}

function unflaggedPlaces(subject: Subject): readonly Hit[] {
  return (['noReceive', 'noSupply'] as const).flatMap((role) =>
    placesOf(subject, role)
      .filter(({ path }) => subject.assessment.values[path] !== true)
      .map(({ path, item }) => ({ path, params: { flag: item.label } })),
  );
}

/** Options with brackets whose text and tick are judged together. */
function optionTexts(judge: (option: string, text: string, isSelected: boolean) => boolean): Rule['probe'] {
  return {
    kind: 'items',
    reads: ['*'],
    find: (subject) =>
      subject.leaves.flatMap(({ path, item }) => {
        if (item.type !== 'checks') return [];
        const { selected: all, texts } = checksAt(subject, path);
        return (item.options ?? [])
          .filter(({ withText, label }) => withText && judge(label, texts[label] ?? '', all.includes(label)))
          .map(({ label }): Hit => ({ path, params: { option: label } }));
      }),
  };
}
