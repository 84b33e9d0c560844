import { mkdirSync } from 'node:fs';
import { KNOWN_BOMBS, MORE_BOMBS } from './bombs';
import { isFault, lineOf, readAll, run, summaryOf } from './campaign';
import { buildJob } from './job';
import { OWN_FILES, samples } from './seeds';

const FAULTS = 'test-results/fuzz';

/** Runs a campaign over files of all formats, then reads files made to ask for a great deal; prints what came of it, and answers whether no bound was broken. */
export async function fuzz({ count, seed }: { count: number; seed: number }): Promise<boolean> {
  const published = samples();
  if (published.length === 0) console.log('no ../shared/samples beside the checkout: skipped');
  mkdirSync(FAULTS, { recursive: true });
  const program = await buildJob();
  const runs = await run({
    seeds: [...OWN_FILES, ...published],
    count,
    seed,
    program,
    keepIn: FAULTS,
    onAnswer: (done) => {
      if (done % 500 === 0) console.log(`${String(done)} of ${String(count)}`);
    },
  });
  for (const line of summaryOf(runs, seed)) console.log(line);
  const heavy = await readAll([...KNOWN_BOMBS, ...MORE_BOMBS], program);
  for (const line of heavy.map(lineOf)) console.log(line);
  return ![...runs, ...heavy].some(isFault);
}
