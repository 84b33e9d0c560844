import type { JobName } from './kinds';
import { READING_HEAP } from './watch';

/** Switches of the process of a job: the engine of one that reads foreign files keeps within `READING_HEAP`. */
export function heapLimit(name: JobName): readonly string[] {
  return name === 'intake' ? [`--max-old-space-size=${String(READING_HEAP)}`] : [];
}
