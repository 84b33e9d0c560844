import type { GateSummary } from '../../shared/commands/checks';
import type { Gate, Purpose } from '../../shared/checks/gates';
import { inProcessStoreHost } from '../store/inProcess';
import { dayNumber } from '../../shared/japanese/days';
import { checkInputOf, documentGates } from './documentChecks';

/** 提出前チェック of a file. A job: the file may take any time and memory. Throws a `Failure`. */
export async function gatesOfFile(order: {
  readonly path: string;
  readonly purpose: Purpose;
}): Promise<readonly GateSummary[]> {
  const host = await inProcessStoreHost();
  try {
    const { document } = (await host.open(order.path)).opened;
    const input = checkInputOf(document, dayNumber(Date.now()));
    return documentGates(document, input, order.purpose).map(summary);
  } finally {
    await host.close();
  }
}

function summary({ id, state, count }: Gate): GateSummary {
  return { id, state, count };
}
