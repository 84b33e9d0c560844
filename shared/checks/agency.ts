import type { Subject, View } from './types';
import { textOf } from './view';

/** How the agency of a document is called. */
export interface OwnNames {
  /** 川口市, 埼玉県: without the organ, and without the prefecture before it. */
  readonly name: string;
  readonly prefecture?: string;
}

const ORGAN =
  /^(?:(?<prefecture>(?:北海|[^\s　都道府県]{2,3})[都道府県])(?!知事|教育|公安|議会|$))?(?<name>[^\s　]+?[市区町村])(?:長|教育委員会|[^\s　]*(?:委員会|管理者|組合|事務所|局|議会).*)?$/u;
const PREFECTURE = /^(?<name>(?:北海|[^\s　]{2,3})[都道府県])(?:知事|教育委員会|公安委員会|.*委員会)?$/u;

/** From the profile of the office, else read off 評価実施機関名; undefined where neither tells. */
export function ownNames(subject: Subject): OwnNames | undefined {
  const { agency } = subject.input;
  if (agency) return { name: agency.name, ...(agency.prefecture ? { prefecture: agency.prefecture } : {}) };
  return namesIn(textOf(subject, 'agency'));
}

export function namesIn(organ: string): OwnNames | undefined {
  const text = organ.replace(/[\s　]/g, '');
  const prefecture = PREFECTURE.exec(text)?.groups?.name;
  if (prefecture !== undefined) return { name: prefecture };
  const found = ORGAN.exec(text)?.groups;
  if (found?.name === undefined) return undefined;
  return { name: found.name, ...(found.prefecture === undefined ? {} : { prefecture: found.prefecture }) };
}

/** Whether the agency is a 地方公共団体: as the profile says, else by its name. */
export function isLocal(subject: Subject): boolean | undefined {
  const kind = subject.input.agency?.kind;
  if (kind) return kind === 'local';
  const name = textOf(subject, 'agency').replace(/[\s　]/g, '');
  if (name === '') return undefined;
  return /[市区町村](?:長|$)|[都道府県]$|知事|教育委員会|広域連合|一部事務組合|企業団/.test(name)
    ? true
    : undefined;
}

/** What a duty is called without the words that every name has. */
export function dutyCore(name: string): string {
  return name
    .replace(/[\s　]/g, '')
    .replace(/[（(【［[].*$/u, '')
    .replace(/(?:基礎項目|重点項目|全項目)評価書?$/u, '')
    .replace(/(?:に関する|に係る|関係)?(?:の)?(?:事務|業務)$/u, '');
}

/** 評価書番号, cut to what is compared. */
export function numberOf(view: View): string {
  return textOf(view, 'number').normalize('NFKC').trim();
}
