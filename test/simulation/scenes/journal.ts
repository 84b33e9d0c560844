import type { Action, Fault, Story, TimedFault } from '../story';
import type { CallTarget } from '../world/targets';
import type { Random } from '../world/random';
import { action, alone, end, SHARED, strikeAt, typing } from './parts';

/** One person types without a rest while saves are under way and the journal begins anew; then something ends it. */
export function typingFast(story: Story, random: Random): Story {
  const actions = Array.from({ length: 30 }, () => typing(random, random.below(120)));
  const call = Math.round(random.between(60, 400));
  return {
    ...alone(story, actions),
    rebaseAt: 600,
    faults: [{ kind: 'strike', pc: 0, call, strike: end(random) }],
  };
}

/** The share is away soon after the document was opened: the journal alone keeps what is typed, and its disk has trouble. */
export function journalAlone(story: Story, random: Random): Story {
  const actions = Array.from({ length: 14 }, () => batch(random));
  return {
    ...alone(story, actions),
    documents: [SHARED],
    faults: [
      awayFrom(random),
      troubleOfList(random),
      strikeAt(random.pick(LIST_CALLS), nth(random, 14), end(random)),
    ],
  };
}

/** A picture cannot be kept, edits after it could; then the program ends. */
export function journalWithGap(story: Story, random: Random): Story {
  const actions = [
    ...Array.from({ length: random.below(4) }, () => batch(random)),
    action({ kind: 'attach', size: random.below(600) }, random.below(200), true),
    ...Array.from({ length: 5 }, () => batch(random)),
  ];
  const failing: TimedFault = {
    kind: 'failing',
    pc: 0,
    call: random.pick(['write', 'flush', 'rename', 'open w']),
    target: 'kept',
    at: 0,
    for: 600_000,
    strike: { kind: 'error', when: random.pick(['before', 'part']), code: random.pick(['ENOSPC', 'EIO']) },
  };
  const faults: Fault[] = [
    { kind: 'from', pc: 0, call: 'rename', target: 'list', nth: 1, fault: failing },
    strikeAt(random.pick(LIST_CALLS), nth(random, 9), end(random)),
  ];
  const isAway = random.chance(0.7);
  return {
    ...alone(story, actions),
    documents: [SHARED],
    faults: isAway ? [awayFrom(random), ...faults] : faults,
  };
}

const LIST_CALLS: readonly (readonly [string, CallTarget])[] = [
  ['write', 'list'],
  ['flush', 'list'],
];

function batch(random: Random): Action {
  const edits = random.pick([1, 1, 2, 4]);
  return action({ kind: 'type', edits, field: random.below(4) }, random.below(250), random.chance(0.6));
}

function nth(random: Random, most: number): number {
  return 1 + random.below(most);
}

/** From a change of the journal on. */
function awayFrom(random: Random): Fault {
  const reach = { kind: 'away', code: random.pick(['ETIMEDOUT', 'EHOSTDOWN', 'EIO']) } as const;
  const fault: TimedFault = {
    kind: 'away',
    pc: 0,
    at: random.below(200),
    for: 600_000,
    reach,
    keepsHandles: false,
  };
  return { kind: 'from', pc: 0, call: 'write', target: 'list', nth: nth(random, 3), fault };
}

function troubleOfList(random: Random): Fault {
  const code = random.pick(['EIO', 'ENOSPC']);
  return strikeAt(random.pick(LIST_CALLS), nth(random, 8), {
    kind: 'error',
    when: random.pick(['part', 'after', 'before']),
    code,
  });
}
