import { sqlCodec, sqlite } from '../../../electron/database/format';
import type { Codec } from '../../../electron/database/contract';
import { drawStory } from '../draw';
import { runStory, unhandled, type Outcome, type RunOptions } from '../run';
import { shrink } from '../shrink';
import type { Story } from '../story';
import { Coverage, type CoverageData } from './coverage';
import { exhaustive, type Exhausted, type Extent } from './exhaustive';

process.on('unhandledRejection', (error) => unhandled.push(error));

/** Every so many stories one runs with the real file format. */
const REAL_EVERY = 100;

export interface Failed {
  readonly seed: string;
  readonly kinds: readonly string[];
  readonly text: string;
}

export interface Batch {
  readonly stories: number;
  readonly acknowledged: number;
  readonly events: number;
  readonly duration: number;
  readonly failed: readonly Failed[];
  readonly coverage: CoverageData;
}

export function storyOf(seed: string, number: number): Story {
  return drawStory(seed, number % REAL_EVERY === REAL_EVERY - 1);
}

/** Plays the stories `base-from` … `base-(to - 1)`. */
export async function runBatch(base: string, from: number, to: number, untilFailed = false): Promise<Batch> {
  const coverage = new Coverage();
  const failed: Failed[] = [];
  const sum = { stories: 0, acknowledged: 0, events: 0, duration: 0 };
  for (let number = from; number < to && !(untilFailed && failed.length > 0); number++) {
    const seed = `${base}-${String(number)}`;
    const outcome = await played(storyOf(seed, number), { coverage });
    sum.stories += 1;
    sum.acknowledged += outcome.acknowledged;
    sum.events += outcome.events;
    sum.duration += outcome.duration;
    if (outcome.violations.length > 0) failed.push(failure(seed, outcome));
  }
  return { ...sum, failed, coverage: coverage.data() };
}

export async function played(story: Story, options: RunOptions = {}): Promise<Outcome> {
  const realCodec = story.isRealFormat ? await realCodecOnce() : undefined;
  return runStory(story, { ...options, ...(realCodec ? { realCodec } : {}) });
}

function failure(seed: string, { violations }: Outcome): Failed {
  return { seed, kinds: [...new Set(violations.map(({ kind }) => kind))], text: violations[0]?.text ?? '' };
}

let codec: Promise<Codec> | undefined;

function realCodecOnce(): Promise<Codec> {
  codec ??= sqlite().then(sqlCodec);
  return codec;
}

/** A story as lines of text: what happened, and what was wrong in the end. */
export async function storyLines(story: Story, showCalls = false): Promise<readonly string[]> {
  const lines: string[] = [];
  const narrate = (at: number, who: string, what: string) =>
    lines.push(`${(at / 1_000).toFixed(3).padStart(10)} s  ${who}: ${what}`);
  const { violations } = await played(story, { narrate, showCalls });
  const all = [
    ...setting(story),
    ...lines,
    ...violations.map(({ kind, text }) => `VIOLATION ${kind}: ${text}`),
  ];
  return all.map((line) =>
    line.replace(/長{83}/g, '長…長').replace(/デ|デ/g, (found) => (found.length > 1 ? '[NFD]デ' : found)),
  );
}

function setting({ pcs, share, documents, rebaseAt, faults }: Story): readonly string[] {
  return [
    ...documents.map(({ path, isOlder }) => `document ${path}${isOlder ? ' of an older format' : ''}`),
    `share: kind ${share.kind}, clock ${share.offset.toFixed(0)} ms, remembers ${share.remembers} ms; journal begins anew at ${rebaseAt} bytes`,
    ...pcs.map(
      ({ name, hostName, offset, rate, diskLatency, shareLatency, spikes, errorRate, kind }) =>
        `${name} (${hostName}): disk kind ${kind}, clock ${offset.toFixed(0)} ms × ${rate.toFixed(3)}, calls ${diskLatency.toFixed(1)}/${shareLatency.toFixed(1)} ms, spikes ${spikes}, errors ${errorRate}`,
    ),
    ...faults.map((fault) => `fault ${JSON.stringify(fault)}`),
  ];
}

export async function shrunk(seed: string, number: number, kind: string): Promise<Story> {
  return shrink(storyOf(seed, number), kind, (story) => played(story));
}

/** Every cut between any two calls of small stories. */
export function exhaust(say: (text: string) => void, extent?: Extent): Promise<Exhausted> {
  return exhaustive(played, say, extent);
}
