import { Worker } from 'node:worker_threads';

/** @typedef {import('./types').Batch} Batch */
/** @typedef {import('./types').Failed} Failed */
/** @typedef {{ base: string, stories: number, threads: number, untilFailed?: boolean, progress?: (text: string) => void }} CampaignOptions */
/** @typedef {{ batches: Batch[], failed: Failed[], seconds: number }} Result */

const BATCH = 250;
const PROGRESS_EVERY = 20;

/**
 * Plays many stories in threads of their own. `untilFailed`: no more after the first violation.
 * @param {string} path the bundle
 * @param {CampaignOptions} options
 * @returns {Promise<Result>}
 */
export async function campaign(path, { base, stories, threads, untilFailed = false, progress }) {
  const started = performance.now();
  /** @type {Batch[]} */
  const batches = [];
  let next = 0;
  const isOver = () => next >= stories || (untilFailed && batches.some(({ failed }) => failed.length > 0));
  const take = () => {
    const from = next;
    next = Math.min(stories, next + BATCH);
    return { base, from, to: next, untilFailed };
  };
  const done = (/** @type {Batch} */ batch) => {
    batches.push(batch);
    if (progress && batches.length % PROGRESS_EVERY === 0) progress(soFar(batches, started));
  };
  await Promise.all(Array.from({ length: threads }, () => thread(path, take, isOver, done)));
  const failed = batches.flatMap((batch) => batch.failed);
  return { batches, failed, seconds: (performance.now() - started) / 1_000 };
}

/** @param {readonly Batch[]} batches @param {number} started */
function soFar(batches, started) {
  const stories = batches.reduce((all, batch) => all + batch.stories, 0);
  const failed = batches.flatMap((batch) => batch.failed);
  const seconds = (performance.now() - started) / 1_000;
  const list = failed.map(({ seed, kinds }) => `${seed} ${kinds.join(', ')}`).join('; ');
  return `${String(stories)} stories, ${seconds.toFixed(0)} s, ${String(failed.length)} with a violation ${list}`;
}

/**
 * @param {string} path
 * @param {() => object} take
 * @param {() => boolean} isOver
 * @param {(batch: Batch) => void} done
 * @returns {Promise<void>}
 */
function thread(path, take, isOver, done) {
  const worker = new Worker(new URL('./thread.mjs', import.meta.url), {
    workerData: { path },
    resourceLimits: { maxYoungGenerationSizeMb: 96 },
  });
  return new Promise((resolve, reject) => {
    const more = () => (isOver() ? worker.postMessage(undefined) : worker.postMessage(take()));
    worker.on('message', (/** @type {Batch | 'ready'} */ message) => {
      if (message !== 'ready') done(message);
      more();
    });
    worker.on('error', reject);
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error('the simulator failed'))));
  });
}
