import type { Verb } from '../verb';
import { exportVerb } from './export';
import { importVerb } from './import';
import { newVerb } from './new';
import { thresholdVerb } from './threshold';

/** Everything the command line can do. Adding a verb is adding an entry. */
export const verbs: readonly Verb[] = [newVerb, importVerb, exportVerb, thresholdVerb];
