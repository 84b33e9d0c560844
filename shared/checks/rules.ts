import { countsAgree } from './rules/counts';
import { datesRead, datesInOrder } from './rules/dates';
import {
  answeredThoughNot,
  exclusiveOptions,
  detailWithoutAccident,
  textWithoutTick,
} from './rules/contradictions';
import { fileNames } from './rules/fileNames';
import { requiredItems } from './rules/required';
import { privateUseCharacters, stalePassages, unfinishedTexts } from './rules/texts';
import type { Rule } from './types';

/** All rules of the 点検, as data. */
export const rules: readonly Rule[] = [
  requiredItems,
  countsAgree,
  exclusiveOptions,
  answeredThoughNot,
  textWithoutTick,
  detailWithoutAccident,
  fileNames,
  datesRead,
  datesInOrder,
  unfinishedTexts,
  stalePassages,
  privateUseCharacters,
];
