import type { ItemId } from '../../../forms/types';
import { foldWidth } from '../../../japanese/normalise';
import type { Slot } from './slots';

/** What the values of some items look like; tells them apart where nothing else does. */
const SHAPES: Readonly<Record<ItemId, RegExp>> = {
  'cover.number': /^[\dA-Za-z][\dA-Za-z.-]{0,9}$/,
  'cover.name': /(?:事務|関係|業務|評価書)(?:[(].*[)])?.{0,24}$/,
  'cover.declaration': /宣言する/,
  'cover.agency':
    /(?:[都道府県市区町村長]|委員会|機構|連合|組合|協会|基金|理事会|大臣|大学|公団|事業団)(?:\s.{2,12})?$/,
};

const DATE = /^(?:(?:明治|大正|昭和|平成|令和|[MTSHR])\.?(?:元|\d{1,2})|\d{4})(?:年|[./-])\d{1,2}/;
const DATE_LABEL = /実施日|提出日|開始日|公表日|承認日/;

/** What the form itself prints where its records stand in an annex. */
const REFERENCE = /^別添\d?を?参照。?$/;

/** What a text looks like, found out once. */
export interface Look {
  /** Without white space, width folded. */
  readonly plain: string;
  readonly isDate: boolean;
}

export function lookOf(text: string): Look {
  const plain = foldWidth(text).replace(/\s+/g, '');
  return { plain, isDate: plain.length < 60 && DATE.test(plain) };
}

/** How well a text fits a place: below 0 it speaks for it, above 0 against it. */
export function fit(look: Look, slot: Slot): number {
  const shape = SHAPES[slot.id];
  if (shape) return shape.test(look.plain) ? -2 : 2;
  if (slot.item?.fixed) return foldWidth(slot.item.default ?? '').replace(/\s+/g, '') === look.plain ? -3 : 1;
  if (REFERENCE.test(look.plain)) return 1.5;
  if (look.plain === '-' || look.plain === 'ー') return 0;
  return fitOfDate(look, slot) + fitOfLength(look, slot);
}

function fitOfDate({ plain, isDate }: Look, slot: Slot): number {
  if (slot.item?.type === 'date') return isDate ? -1.5 : 2.5;
  if (DATE_LABEL.test(slot.item?.label ?? '')) return isDate ? -1.5 : 1;
  return isDate && plain.length < 24 ? 0.7 : 0;
}

function fitOfLength({ plain }: Look, slot: Slot): number {
  if (slot.item?.type !== 'text') return 0;
  return plain.length > 160 ? 1.5 : 0;
}
