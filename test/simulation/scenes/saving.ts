import { SHARE } from '../setting';
import type { Action, DocumentPlan, Fault, Story, TimedFault } from '../story';
import type { CallTarget } from '../world/targets';
import type { Random } from '../world/random';
import { action, alone, end, SHARED, strikeAt, two, typing, withActions } from './parts';

/** One person types while the document is saved under another name; often something ends it. */
export function savingElsewhere(story: Story, random: Random): Story {
  const actions = Array.from({ length: 16 }, (_, at) => {
    if (at === 5) return action({ kind: 'saveAs', path: target(random) }, random.below(400), true);
    return typing(random, random.below(80));
  });
  const call = Math.round(random.between(80, 320));
  const faults: Fault[] = random.chance(0.6) ? [{ kind: 'strike', pc: 0, call, strike: end(random) }] : [];
  return { ...alone(story, actions), faults };
}

/** What is typed while the new file is written; right after it has its name the program ends, or its place is away. */
export function typingWhileMoving(story: Story, random: Random): Story {
  const path = target(random);
  const actions = [
    ...Array.from({ length: random.below(3) }, () => typing(random, random.below(400))),
    action({ kind: 'saveAs', path }, random.below(400), true),
    ...Array.from({ length: 5 }, () =>
      action({ kind: 'type', edits: 1, field: random.below(4) }, random.below(60), true),
    ),
  ];
  const fault: TimedFault = random.chance(0.6)
    ? { kind: 'killed', pc: 0, at: random.below(500) }
    : {
        kind: 'away',
        pc: 0,
        at: random.below(300),
        for: 600_000,
        reach: { kind: 'away', code: 'ETIMEDOUT' },
        keepsHandles: false,
      };
  const later: Fault = strikeAt(['write', 'list'], 4 + random.below(10), end(random));
  const moved: Fault = {
    kind: 'from',
    pc: 0,
    call: 'rename',
    target: 'document',
    nth: 1 + random.below(2),
    fault,
  };
  return { ...alone(story, actions), faults: random.chance(0.5) ? [moved] : [moved, later] };
}

/** A save that has just been done, often the first one under another name, and then a power cut or a crash of the server. */
export function crashAfterSaving(story: Story, random: Random): Story {
  const actions = [
    typing(random, random.below(400)),
    action({ kind: 'type', edits: 1, field: 0 }, random.below(600), true),
    random.chance(0.7)
      ? action({ kind: 'saveAs', path: target(random) }, random.below(30))
      : action({ kind: 'save' }, random.below(30)),
    action({ kind: random.pick(['close', 'save', 'quit']) }, random.below(3_000)),
  ];
  const crash: TimedFault = random.chance(0.5)
    ? { kind: 'serverCrash', at: Math.round(random.magnitude(5, 20_000)) }
    : { kind: 'powerCut', pc: 0, at: Math.round(random.magnitude(5, 20_000)) };
  const nth = 1 + random.below(3);
  return {
    ...alone(story, actions),
    faults: [{ kind: 'from', pc: 0, call: 'rename', target: 'document', nth, fault: crash }],
  };
}

/** The server crashes while it is asked to keep the name of a file that was just renamed. */
export function crashWhileFlushing(story: Story, random: Random): Story {
  const typed = Array.from({ length: 3 + random.below(4) }, () => typing(random, random.below(1_500)));
  const calls: readonly (readonly [string, CallTarget])[] = [
    ['flush folder', 'any'],
    ['open r+', 'document'],
    ['flush', 'document'],
    ['rename', 'document'],
  ];
  const [call, target] = random.pick(calls);
  const crash: TimedFault = { kind: 'serverCrash', at: random.below(4) };
  return {
    ...alone(story, [...typed, action({ kind: random.pick(['close', 'quit']) }, random.below(800))]),
    documents: [SHARED],
    faults: [{ kind: 'from', pc: 0, call, target, nth: 1 + random.below(5), fault: crash }],
  };
}

/** A document that a colleague wrote and closed is replaced by another one. */
export function replacing(story: Story, random: Random): Story {
  const [first, second] = two(story);
  const target: DocumentPlan = { path: SHARED.path.replace('一課', '二課'), isOlder: false };
  const written: readonly Action[] = [
    ...Array.from({ length: 1 + random.below(3) }, () => typing(random, random.below(300))),
    action({ kind: 'close' }, random.below(1_500)),
  ];
  const replaced: readonly Action[] = [
    action({ kind: 'type', edits: 1, field: 0 }, random.below(3_000)),
    action({ kind: 'saveAs', path: target.path }, 2_000 + random.below(10_000)),
    typing(random, random.below(500)),
  ];
  return {
    ...story,
    documents: [SHARED, target],
    pcs: [
      withActions(first, replaced),
      withActions(
        second,
        written.map((one) => ({ ...one, window: 1 })),
      ),
    ],
    faults: [],
  };
}

/** Another program writes the file soon after it was saved; the person decides that the own version counts. */
export function overwriting(story: Story, random: Random): Story {
  const at = 2_500 + random.below(2_000);
  const actions = [
    typing(random, random.below(300)),
    action({ kind: 'type', edits: 1, field: 0 }, at + random.below(1_500)),
    action({ kind: 'overwrite' }, 1_500 + random.below(2_000)),
    typing(random, random.below(500)),
  ];
  return { ...alone(story, actions), documents: [SHARED], faults: [{ kind: 'outside', document: 0, at }] };
}

/** Names cannot be flushed: after the document was closed a crash takes the file back. */
export function notDurable(story: Story, random: Random): Story {
  const before = Array.from({ length: 1 + random.below(4) }, () => typing(random, random.below(1_500)));
  const actions: readonly Action[] = [...before, action({ kind: 'close' }, random.below(2_000))];
  const always = { kind: 'failing', pc: 0, at: 0, for: 600_000 } as const;
  const crash: TimedFault = { kind: 'serverCrash', at: Math.round(random.magnitude(5, 25_000)) };
  const faults: Fault[] = [
    {
      ...always,
      call: 'flush folder',
      target: 'any',
      strike: { kind: 'error', when: 'before', code: 'EPERM' },
    },
    { ...always, call: 'flush', target: 'document', strike: { kind: 'error', when: 'before', code: 'EIO' } },
    { kind: 'from', pc: 0, call: 'rename', target: 'document', nth: 1 + random.below(3), fault: crash },
  ];
  return { ...alone(story, actions), documents: [SHARED], faults };
}

function target(random: Random): string {
  return `${random.pick([SHARE, '/home'])}/写し${String(random.below(3))}.hyoka`;
}
