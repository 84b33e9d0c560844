import type { Verb } from '../verb';
import { checkVerb } from './check';
import { compareVerb } from './compare';
import { exportVerb } from './export';
import { importVerb } from './import';
import { ledgerVerb } from './ledger';
import { newVerb } from './new';
import { pairVerb } from './pair';
import { planVerb } from './plan';
import { renewVerb } from './renew';
import { readVerb } from './read';
import { rescueVerb } from './rescue';
import { rulesVerb } from './rules';
import { thinVerb } from './thin';
import { thresholdVerb } from './threshold';

/** Everything the command line can do. Adding a verb is adding an entry. */
export const verbs: readonly Verb[] = [
  newVerb,
  importVerb,
  readVerb,
  checkVerb,
  compareVerb,
  exportVerb,
  ledgerVerb,
  renewVerb,
  pairVerb,
  planVerb,
  rescueVerb,
  thinVerb,
  thresholdVerb,
  rulesVerb,
];
