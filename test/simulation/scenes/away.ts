import type { Action, Fault, Story } from '../story';
import type { CallTarget } from '../world/targets';
import type { Random } from '../world/random';
import { SHARE } from '../setting';
import { action, alone, quiet, SHARED, strikeAt, two, typing, withActions } from './parts';

/** A PC falls asleep at a call; others come for the document meanwhile. */
export function fallingAsleep(story: Story, random: Random): Story {
  const { pcs } = story;
  const duration = random.between(60_000, 500_000);
  const strike = { kind: 'sleep', when: 'after', for: duration } as const;
  const arrival = random.between(Math.min(125_000, duration / 2), duration);
  const coming: readonly Action[] = [
    typing(random, arrival),
    action({ kind: 'takeOver' }, 100),
    typing(random, 200),
    action({ kind: random.pick(['close', 'save']) }, 1_000),
  ];
  const call = Math.round(random.magnitude(10, 250));
  return {
    ...story,
    pcs: pcs.map((pc, at) =>
      at === 0
        ? quiet(pc)
        : quiet({ ...pc, people: pc.people.map((person) => ({ ...person, actions: coming })) }),
    ),
    faults: [{ kind: 'strike', pc: 0, call, strike }],
  };
}

/** Between looking at lock and file and renaming: there a save falls asleep, and somebody takes the document over. */
const SAVE_CALLS: readonly (readonly [string, CallTarget])[] = [
  ['rename', 'document'],
  ['rename', 'document'],
  ['open r', 'lock'],
  ['read', 'lock'],
  ['close', 'lock'],
  ['open r', 'document'],
  ['read', 'document'],
  ['close', 'document'],
  ['write', 'temporary'],
  ['flush', 'temporary'],
  ['any', 'backup'],
];

export function sleepingSave(story: Story, random: Random): Story {
  const [sleeper, other] = two(story);
  const duration = random.between(128_000, 400_000);
  const typed = Array.from({ length: 4 }, () => typing(random, random.below(700)));
  return {
    ...story,
    share: { ...story.share, connectionLasts: random.chance(0.6) ? 3_600_000 : 30_000 },
    documents: [SHARED],
    pcs: [withActions(sleeper, typed), withActions(other, takingOver(random, duration))],
    faults: [asleepAt(random, SAVE_CALLS, 6, duration)],
  };
}

const SAVE_AS_CALLS: readonly (readonly [string, CallTarget])[] = [
  ['open wx', 'lock'],
  ['close', 'lock'],
  ['open r', 'lock'],
  ['open r', 'document'],
  ['read', 'document'],
  ['open w', 'temporary'],
  ['write', 'temporary'],
  ['any', 'backup'],
  ['rename', 'document'],
];

/** The same while a document is saved over another one that a colleague then opens. */
export function sleepingSaveAs(story: Story, random: Random): Story {
  const [sleeper, other] = two(story);
  const duration = random.between(128_000, 400_000);
  const target = { path: SHARED.path.replace('一課', '二課'), isOlder: false };
  const moving = [
    typing(random, 50),
    action({ kind: 'saveAs', path: target.path }, 600),
    typing(random, 400),
  ];
  return {
    ...story,
    share: { ...story.share, connectionLasts: random.chance(0.3) ? 3_600_000 : 30_000 },
    documents: [target, { path: '/home/一課.hyoka', isOlder: false }],
    pcs: [
      withActions(
        sleeper,
        moving.map((one) => ({ ...one, window: 1 })),
      ),
      withActions(other, takingOver(random, duration)),
    ],
    faults: [asleepAt(random, SAVE_AS_CALLS, 4, duration)],
  };
}

/** The owner sleeps for less than the time after which its lock counts as left; others come too early. */
export function comingEarly(story: Story, random: Random): Story {
  const [sleeper, other] = two(story);
  const duration = random.between(90_000, 118_000);
  const typed = Array.from({ length: 4 }, () => typing(random, random.below(1_500)));
  const coming: readonly Action[] = [
    action({ kind: 'open', document: 0, readOnly: false }, random.between(40_000, 90_000)),
    ...Array.from({ length: 3 }, () => action({ kind: 'takeOver' }, random.below(9_000))),
    typing(random, 500),
  ];
  const strike = { kind: 'sleep', when: 'after', for: duration } as const;
  return {
    ...story,
    documents: [SHARED],
    pcs: [withActions(sleeper, typed), withActions(other, coming)],
    faults: [{ kind: 'strike', pc: 0, call: Math.round(random.magnitude(60, 300)), strike }],
  };
}

/** The owner wakes when a colleague has the document, closes it and opens it again. */
export function closingLate(story: Story, random: Random): Story {
  const [sleeper, other] = two(story);
  const duration = random.between(140_000, 250_000);
  const typed: readonly Action[] = [
    action({ kind: 'type', edits: 1, field: 0 }, 100),
    action({ kind: 'close' }, 30_000 + random.below(1_000)),
    action({ kind: 'open', document: 0, readOnly: false }, random.below(4_000)),
    typing(random, random.below(2_000)),
  ];
  const strike = { kind: 'sleep', when: 'after', for: duration } as const;
  const call = random.pick(['write', 'close', 'open r+'] as const);
  return {
    ...story,
    documents: [SHARED],
    pcs: [withActions(sleeper, typed), withActions(other, takingOver(random, duration))],
    faults: [strikeAt([call, 'lock'], 3 + random.below(3), strike)],
  };
}

/** The program is killed with text that only its journal has, and when it is started again the share is not there. */
export function unmounted(story: Story, random: Random): Story {
  const path = random.chance(0.7) ? `${SHARE}/福祉課/一課.hyoka` : SHARED.path;
  const actions: readonly Action[] = [
    ...Array.from({ length: 1 + random.below(4) }, () => typing(random, random.below(300))),
    action({ kind: 'recover' }, 2_000 + random.below(3_000)),
    ...Array.from({ length: 3 }, () => typing(random, random.below(4_000))),
    action({ kind: 'close' }, random.below(2_000)),
  ];
  const nth = 1 + random.below(3);
  const whenTyped = { kind: 'from', pc: 0, call: 'write', target: 'list', nth } as const;
  const away = { pc: 0, at: random.below(1_500), for: 600_000, keepsHandles: false };
  const faults: Fault[] = [
    { ...whenTyped, fault: { kind: 'killed', pc: 0, at: random.below(300) } },
    { ...whenTyped, fault: { kind: 'away', ...away, reach: { kind: 'empty' } } },
  ];
  return { ...alone(story, actions), documents: [{ path, isOlder: false }], faults };
}

/** Opens the document while its owner sleeps, takes it over and goes on typing. */
function takingOver(random: Random, duration: number): readonly Action[] {
  return [
    action({ kind: 'type', edits: 1, field: 0 }, random.between(121_500, duration)),
    action({ kind: 'takeOver' }, 100),
    // Somebody who only has it open notices nothing, and is not noticed.
    ...Array.from({ length: random.chance(0.3) ? 0 : 6 }, () => typing(random, random.below(900))),
    action({ kind: random.pick(['close', 'save', 'type']), edits: 1, field: 1 }, duration - 100_000),
  ];
}

function asleepAt(
  random: Random,
  calls: readonly (readonly [string, CallTarget])[],
  most: number,
  duration: number,
): Fault {
  const when = random.pick(['before', 'after'] as const);
  return strikeAt(random.pick(calls), 1 + random.below(most), { kind: 'sleep', when, for: duration });
}
