import { coverCases, dutyCases, fileCases, outsourcingCases } from './form';
import {
  changeCases,
  copiedCases,
  pairCases,
  procedureCases,
  riskCases,
  thresholdCases,
  wordCases,
} from './measures';
import type { Cases } from './types';

/** The two cases of every rule, by its id. */
export const ruleCases: Cases = {
  ...coverCases,
  ...dutyCases,
  ...fileCases,
  ...outsourcingCases,
  ...riskCases,
  ...procedureCases,
  ...thresholdCases,
  ...pairCases,
  ...changeCases,
  ...copiedCases,
  ...wordCases,
};
