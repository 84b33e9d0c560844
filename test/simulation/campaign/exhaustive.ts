import { SHARE } from '../setting';
import type { Outcome, RunOptions } from '../run';
import type { Action, Fault, PcPlan, Story } from '../story';
import type { Strike } from '../world/pc';
import { Coverage } from './coverage';
import type { Failed } from './main';

/*
 * Small stories with every cut: two people write one document on a share, one after the other; between any two calls of the
 * one, and of both, the program is killed, the power fails, the PC sleeps or the call fails.
 */

const CUTS: readonly Strike[] = [
  { kind: 'kill', when: 'before' },
  { kind: 'kill', when: 'after' },
  { kind: 'power', when: 'after' },
  { kind: 'sleep', when: 'after', for: 200_000 },
  { kind: 'error', when: 'before', code: 'EIO' },
  { kind: 'error', when: 'after', code: 'ETIMEDOUT' },
];

/** Cuts of the second writer while the first is cut as well. */
const SECOND_CUTS: readonly Strike[] = [
  { kind: 'kill', when: 'after' },
  { kind: 'sleep', when: 'after', for: 200_000 },
];

function act(kind: Action['act']['kind'], after = 50, isEager = false): Action {
  const one = kind === 'type' ? { kind, edits: 1, field: 0 } : { kind };
  return { after, window: 0, isEager, act: one as Action['act'] };
}

const FIRST: readonly Action[] = [
  act('type'),
  act('type', 5, true),
  act('type', 20),
  act('save'),
  act('type', 1_500),
  act('close', 5),
];

/** Comes while the first may be asleep or gone, takes over what may be taken over and writes. */
const SECOND: readonly Action[] = [act('type', 140_000), act('takeOver'), act('type'), act('close', 2_000)];

function pc(name: string, actions: readonly Action[]): PcPlan {
  const settings = {
    name,
    hostName: name,
    offset: 0,
    rate: 1,
    diskLatency: 1,
    shareLatency: 5,
    spikes: 0,
    errorRate: 0,
    errorCodes: [],
  };
  return { ...settings, kind: 0, people: [{ name: `${name}.1`, documents: [0, 0], actions }] };
}

function story(seed: string, faults: readonly Fault[]): Story {
  return {
    seed,
    share: { kind: 0, offset: 0, remembers: 0, connectionLasts: 30_000 },
    pcs: [pc('PC-1', FIRST), pc('PC-2', SECOND)],
    documents: [{ path: `${SHARE}/一課.hyoka`, isOlder: false }],
    faults,
    rebaseAt: 600,
    isRealFormat: false,
  };
}

export interface Exhausted {
  readonly stories: number;
  readonly failed: readonly Failed[];
}

type Run = (story: Story, options: RunOptions) => Promise<Outcome>;

/** Every so many cases one is played; where from; whether cuts of both writers at once are among them. */
export interface Extent {
  readonly every: number;
  readonly from: number;
  readonly pairs: boolean;
}

const WHOLE: Extent = { every: 1, from: 0, pairs: true };

/** Every single cut of either writer, then every pair of cuts of both. */
export async function exhaustive(
  run: Run,
  say: (text: string) => void,
  { every, from, pairs }: Extent = WHOLE,
): Promise<Exhausted> {
  const counted = await callsOf(run);
  say(`the first writer makes ${counted[0]} calls, the second ${counted[1]}`);
  const failed: Failed[] = [];
  let stories = 0;
  let at = 0;
  for (const faults of plans(counted, pairs)) {
    if (at++ % every !== from) continue;
    const seed = faults.map((fault) => JSON.stringify(fault)).join(' ');
    const { violations } = await run(story('exhaustive', faults), {});
    stories += 1;
    if (stories % 1_000 === 0) say(`${stories} stories, ${failed.length} with a violation`);
    if (violations.length > 0)
      failed.push({
        seed,
        kinds: [...new Set(violations.map(({ kind }) => kind))],
        text: violations[0]?.text ?? '',
      });
  }
  return { stories, failed };
}

function* plans([first, second]: readonly [number, number], pairs: boolean): Generator<readonly Fault[]> {
  for (const strike of CUTS) {
    for (let call = 1; call <= first; call++) yield [{ kind: 'strike', pc: 0, call, strike }];
    for (let call = 1; call <= second; call++) yield [{ kind: 'strike', pc: 1, call, strike }];
  }
  if (!pairs) return;
  for (const one of SECOND_CUTS)
    for (const two of SECOND_CUTS)
      for (let call = 1; call <= first; call++)
        for (let other = 1; other <= second; other++)
          yield [
            { kind: 'strike', pc: 0, call, strike: one },
            { kind: 'strike', pc: 1, call: other, strike: two },
          ];
}

/** How many calls each writer makes when nothing happens. */
async function callsOf(run: Run): Promise<readonly [number, number]> {
  const calls = [0, 0];
  const narrate = (_at: number, who: string, what: string) => {
    if (!what.startsWith('  ')) return;
    const at = who === 'PC-1' ? 0 : 1;
    calls[at] = (calls[at] ?? 0) + 1;
  };
  await run(
    { ...story('exhaustive', []) },
    { narrate, showCalls: true, coverage: new Coverage(), isShort: true },
  );
  return [calls[0] ?? 0, calls[1] ?? 0];
}
