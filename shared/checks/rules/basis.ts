import type { Rule, Hit, Subject } from '../types';
import { hasTableItem, tableItem, tableItemsOfDuty } from '../facts/annexedTable';
import { blank, eachPlace } from '../kinds/answers';
import { kanjiNumber, matchesIn } from '../textTools';
import { narrow } from '../../japanese/normalise';
import { placesOf, isBlankWording, textAt, textOf } from '../view';

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

/** The legal basis of using the number. */
export const basisRules: readonly Rule[] = [
  { id: 'need-basis', severity: 'error', ground: 'law', probe: blank('basis') },
  {
    id: 'basis-cites-law',
    severity: 'warning',
    ground: 'law',
    probe: eachPlace('basis', (_, { text }) => {
      const plain = narrow(text);
      if (isBlankWording(text)) return [];
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
];
