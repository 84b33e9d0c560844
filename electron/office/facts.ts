import {
  type AssessmentFacts,
  assessmentFacts,
  type FindingCounts,
  findingCounts,
} from '../../shared/ledger/facts';
import { inProcessStoreHost } from '../store/inProcess';
import { dayNumber } from '../../shared/japanese/days';

export interface LedgerFactsRequest {
  readonly path: string;
  /** The 点検 takes several times as long as the rest. */
  readonly withFindings: boolean;
}

export interface LedgerFacts {
  readonly facts: AssessmentFacts;
  readonly findings?: FindingCounts;
}

/** What the 台帳 says of a document. A job: the file may take any time and memory. Throws a `Failure`. */
export async function ledgerFacts({ path, withFindings }: LedgerFactsRequest): Promise<LedgerFacts> {
  const host = await inProcessStoreHost();
  try {
    const { document } = (await host.open(path)).opened;
    return {
      facts: assessmentFacts(document),
      ...(withFindings ? { findings: findingCounts(document, dayNumber(Date.now())) } : {}),
    };
  } finally {
    await host.close();
  }
}
