import type { FromJob, ToJob } from './messages';

/** The line from a job's own process to the one that started it: the shell, or the command line in plain Node. */
export interface JobPort {
  readonly send: (message: FromJob) => void;
  readonly onMessage: (listener: (message: ToJob) => void) => void;
}

export const port: JobPort = 'parentPort' in process ? inElectron() : inNode();

function inElectron(): JobPort {
  const { parentPort } = process;
  return {
    send: (message) => parentPort.postMessage(message),
    onMessage: (listener) => parentPort.on('message', ({ data }: { data: ToJob }) => listener(data)),
  };
}

function inNode(): JobPort {
  // Nobody waits for the answer any more.
  process.on('disconnect', () => process.exit());
  return {
    send: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on('message', (message: ToJob) => listener(message)),
  };
}
