import type { Codec } from '../../../electron/database/contract';
import type { DocumentPlan } from '../story';
import type { CallWorld } from '../world/calls';
import type { Ledger } from './ledger';

/** What people share: the world, what is noted of them, and the documents they know of. */
export interface PeopleWorld extends CallWorld {
  readonly ledger: Ledger;
  readonly documents: readonly DocumentPlan[];
  readonly codec: Codec;
  readonly rebaseAt: number;
  readonly say: (who: string, what: string) => void;
}
