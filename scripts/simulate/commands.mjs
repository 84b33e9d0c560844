import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { prepareResources } from '../build/resources.mjs';
import { fromRoot } from '../lib/paths.mjs';
import { Plainly, say } from '../lib/say.mjs';
import { bundle, editPlugin } from './bundle.mjs';
import { campaign } from './campaign.mjs';
import { MUTANTS } from './mutants.mjs';
import { showCampaign } from './show.mjs';

/** @typedef {import('./types').Simulator} Simulator */

const USAGE = `npm run simulate -- --seeds N       plays N stories
                    --seed BASE     their seeds are BASE-0, BASE-1 … (default: the time)
                    --threads N     (default 1)
                    --replay SEED   plays one story and tells it; --calls also tells every call of the disk
                    --shrink        tells the shortest story with the same end
                    --kind KIND     the violation to shrink for (default: the first)
                    --exhaustive    every cut between any two calls of small stories
                    --mutants       what finds each of the mutants of the save path; --only NAME for one; --from N: from the N-th on;
                    --seeds N       (with --mutants: stories for each, default 10,000)`;

/** @param {string[]} args */
export async function simulate(args) {
  const { values } = parseArgs({
    args,
    options: {
      seeds: { type: 'string' },
      seed: { type: 'string' },
      threads: { type: 'string' },
      replay: { type: 'string' },
      calls: { type: 'boolean' },
      shrink: { type: 'boolean' },
      kind: { type: 'string' },
      exhaustive: { type: 'boolean' },
      mutants: { type: 'boolean' },
      only: { type: 'string' },
      from: { type: 'string' },
    },
  });
  // Another simulation may be reading them.
  if (!existsSync(fromRoot('dist/resources/vendor'))) await prepareResources();
  if (values.replay !== undefined) return replay(values.replay, values);
  if (values.exhaustive) return exhaustive();
  if (values.mutants) return mutants(values);
  if (values.seeds !== undefined) return play(values.seeds, values);
  throw new Plainly(USAGE);
}

/** @param {string} seeds @param {{ seed?: string | undefined, threads?: string | undefined }} options */
async function play(seeds, { seed = String(Date.now()), threads = '1' }) {
  const path = await bundle('base');
  say(`playing ${seeds} stories, ${seed}-0 …`);
  const result = await campaign(path, {
    base: seed,
    stories: Number(seeds),
    threads: Number(threads),
    progress: (text) => say(text),
  });
  showCampaign(result);
  return result.failed.length === 0 ? 0 : 1;
}

/** @param {string} seed @param {{ calls?: boolean | undefined, shrink?: boolean | undefined, kind?: string | undefined }} options */
async function replay(seed, { calls = false, shrink = false, kind }) {
  const simulator = /** @type {Simulator} */ (await import(await bundle('base')));
  const number = Number(/-(\d+)$/.exec(seed)?.[1] ?? 0);
  const story = simulator.storyOf(seed, number);
  const found = (await simulator.played(story)).violations;
  const wanted = kind ?? found[0]?.kind;
  const shown = shrink && wanted !== undefined ? await simulator.shrunk(seed, number, wanted) : story;
  console.log((await simulator.storyLines(shown, calls)).join('\n'));
  return found.length === 0 ? 0 : 1;
}

async function exhaustive() {
  const simulator = /** @type {Simulator} */ (await import(await bundle('base')));
  const { stories, failed } = await simulator.exhaust((text) => say(text));
  for (const { seed, kinds, text } of failed.slice(0, 50))
    console.log(`  ${seed}: ${kinds.join(', ')}: ${text}`);
  console.log(`${String(stories)} stories, ${String(failed.length)} with a violation`);
  return failed.length === 0 ? 0 : 1;
}

/** Within so many stories every mutant has to be found. */
const MUTANT_STORIES = 10_000;
const MUTANT_BATCH = 50;

/** @param {{ only?: string | undefined, seed?: string | undefined, seeds?: string | undefined, from?: string | undefined }} options */
async function mutants({ only, seed = 'mutant', seeds = String(MUTANT_STORIES), from = '0' }) {
  const base = /** @type {Simulator} */ (await import(await bundle('base')));
  const chosen = MUTANTS.slice(Number(from)).filter(({ name }) => only === undefined || name.includes(only));
  let found = 0;
  for (const mutant of chosen) {
    const mutated = await simulatorOf(mutant, [mutant, ...(mutant.also ?? [])]);
    const original = mutant.besides ? await simulatorOf(mutant, [], 'besides') : base;
    const { first, played } = await hunt(original, mutated, seed, Number(seeds));
    if (first) found += 1;
    const how = first ? `${first.kinds.join(', ')} in ${first.seed}` : '';
    console.log(`${first ? 'found' : 'ALIVE'}  ${mutant.name}  ${how}  (${String(played)} stories)`);
  }
  console.log(`${String(found)} of ${String(chosen.length)} mutants found`);
  return found === chosen.length ? 0 : 1;
}

/**
 * @param {import('./types').Mutant} mutant
 * @param {readonly import('./types').SourceEdit[]} edits
 * @returns {Promise<Simulator>}
 */
async function simulatorOf(mutant, edits, kind = 'mutant') {
  const name = `${kind}-${String(MUTANTS.indexOf(mutant))}`;
  return /** @type {Promise<Simulator>} */ (
    import(await bundle(name, [editPlugin([...edits, ...(mutant.besides ?? [])])]))
  );
}

/**
 * Plays stories until one ends with a violation that the program without the mutant does not have.
 * @param {Simulator} original
 * @param {Simulator} mutated
 * @param {string} base
 * @param {number} stories
 */
async function hunt(original, mutated, base, stories) {
  for (let from = 0; from < stories; from += MUTANT_BATCH) {
    const { failed } = await mutated.runBatch(base, from, from + MUTANT_BATCH);
    for (const first of failed) {
      const number = Number(first.seed.slice(base.length + 1));
      const { violations } = await original.played(original.storyOf(first.seed, number));
      if (violations.length === 0) return { first, played: number + 1 };
    }
  }
  return { first: undefined, played: stories };
}
