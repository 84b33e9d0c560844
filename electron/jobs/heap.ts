import type { JobName } from './kinds';
import { READING_HEAP } from '../processes/watch';

/** The engine of a process that reads foreign files keeps within `READING_HEAP`. */
const isLimited = (name: JobName) => name === 'intake';

const HEAP = `--max-old-space-size=${String(READING_HEAP)}`;

/** Switches of plain Node for the process of a job. */
export function nodeSwitches(name: JobName): string[] {
  return isLimited(name) ? [HEAP] : [];
}

/** Switches of Electron for the process of a job: it hands those of the engine on in `--js-flags` only, and ignores Node's. */
export function utilitySwitches(name: JobName): string[] {
  return isLimited(name) ? [`--js-flags=${HEAP}`] : [];
}
