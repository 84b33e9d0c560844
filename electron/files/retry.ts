import type { Clock } from '../machine/machine';
import { systemCode } from './faults';

/** How long to wait before each new try while another program (a virus scanner) holds the file, in ms. */
export const RETRY_DELAYS: readonly number[] = [20, 50, 100, 200, 400, 800];

const passing = new Set(['EBUSY', 'EPERM', 'EACCES', 'EMFILE', 'ENFILE', 'ETXTBSY']);

/** Tries again while the system says that the file is held; throws the last error when it stays so. */
export async function retrying<T>(
  clock: Pick<Clock, 'sleep'>,
  work: () => Promise<T>,
  delays: readonly number[] = RETRY_DELAYS,
): Promise<T> {
  for (const delay of delays) {
    try {
      return await work();
    } catch (error) {
      if (!passing.has(systemCode(error) ?? '')) throw error;
      await clock.sleep(delay);
    }
  }
  return work();
}
