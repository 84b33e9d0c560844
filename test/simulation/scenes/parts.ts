import { SHARE } from '../setting';
import type { Act, Action, DocumentPlan, Fault, PcPlan, Story } from '../story';
import type { CallTarget } from '../world/targets';
import type { Strike } from '../world/pc';
import type { Random } from '../world/random';

/** A document on the share that every PC knows. */
export const SHARED: DocumentPlan = { path: `${SHARE}/一課.hyoka`, isOlder: false };

export function action(act: Act, after: number, isEager = false, window: 0 | 1 = 0): Action {
  return { after: Math.round(after), window, isEager, act };
}

export function typing(random: Random, after: number): Action {
  const act = { kind: 'type', edits: random.chance(0.1) ? 3 : 1, field: random.below(4) } as const;
  return action(act, after, random.chance(0.5));
}

/** The first person of the first PC alone. */
export function alone(story: Story, actions: readonly Action[]): Story {
  const pcs = story.pcs.slice(0, 1).map((pc) => withActions(pc, actions));
  return { ...story, pcs };
}

/** The first person of a quiet PC does this, nobody else works there. */
export function withActions(pc: PcPlan, actions: readonly Action[]): PcPlan {
  const people = pc.people.slice(0, 1).map((person) => ({ ...person, documents: [0, 1] as const, actions }));
  return { ...quiet(pc), people };
}

/** Without errors that come by chance: what the scene is about shall happen. */
export function quiet(pc: PcPlan): PcPlan {
  return { ...pc, errorRate: 0, spikes: 0 };
}

/** Two PCs, whatever the story had. */
export function two(story: Story): readonly [PcPlan, PcPlan] {
  const [first, second] = story.pcs;
  if (!first) throw new Error('a story has a PC');
  const other = second ?? { ...first, name: 'PC-2', hostName: 'PC-2' };
  const named = {
    ...other,
    people: other.people.map((person, n) => ({ ...person, name: `PC-2.${String(n + 1)}` })),
  };
  return [quiet(first), quiet(named)];
}

export function strikeAt(
  [call, target]: readonly [string, CallTarget],
  nth: number,
  strike: Strike,
  pc = 0,
): Fault {
  return { kind: 'strikeAt', pc, call, target, nth, strike };
}

/** The program or the PC ends. */
export function end(random: Random): Strike {
  const kind = random.pick(['kill', 'power'] as const);
  return { kind, when: random.pick(['before', 'after', 'part']) };
}
