// One thread of a campaign: plays the stories it is given until it is given none.
import { parentPort, workerData } from 'node:worker_threads';

Error.stackTraceLimit = 4;
const { path } = /** @type {{ path: string }} */ (workerData);
const simulator = /** @type {import('./types').Simulator} */ (await import(path));

parentPort?.on(
  'message',
  (/** @type {{ base: string, from: number, to: number, untilFailed: boolean } | undefined} */ work) => {
    if (!work) return parentPort?.close();
    void simulator
      .runBatch(work.base, work.from, work.to, work.untilFailed)
      .then((batch) => parentPort?.postMessage(batch), fail);
  },
);
parentPort?.postMessage('ready');

/** The simulator itself is at fault: that ends the campaign. @param {unknown} error */
function fail(error) {
  console.error(error);
  process.exit(1);
}
