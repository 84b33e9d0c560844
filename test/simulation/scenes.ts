import { SHARE } from './setting';
import type { Act, Action, Fault, PcPlan, Story } from './story';
import type { Random } from './world/random';

/** Makes one kind of trouble likely that the general draws meet seldom; the rest of the story stays as it was drawn. */
export function withScene(story: Story, random: Random): Story {
  const scene = random.weighted<(story: Story, random: Random) => Story>([
    [14, (plain) => plain],
    [2, typingFast],
    [2, savingElsewhere],
    [2, fallingAsleep],
    [1, unmounted],
  ]);
  return scene(story, random);
}

/** One person types without a rest while saves are under way and the journal begins anew; then something ends it. */
function typingFast(story: Story, random: Random): Story {
  const actions = Array.from({ length: 30 }, () => typing(random, random.below(120)));
  const call = Math.round(random.between(60, 400));
  return { ...alone(story, actions), rebaseAt: 600, faults: [ending(random, call)] };
}

/** The same while the document is saved under another name. */
function savingElsewhere(story: Story, random: Random): Story {
  const name = `${random.pick([SHARE, '/home'])}/写し${String(random.below(3))}.hyoka`;
  const actions = Array.from({ length: 16 }, (_, at) => {
    if (at === 5) return action({ kind: 'saveAs', path: name }, random.below(400), true);
    return typing(random, random.below(80));
  });
  const faults = random.chance(0.6) ? [ending(random, Math.round(random.between(80, 320)))] : [];
  return { ...alone(story, actions), faults };
}

/** A PC falls asleep at a call; others come for the document meanwhile. */
function fallingAsleep(story: Story, random: Random): Story {
  const { pcs } = story;
  const duration = random.between(135_000, 500_000);
  const strike = { kind: 'sleep', when: 'after', for: duration } as const;
  const coming: readonly Action[] = [
    typing(random, random.between(125_000, duration)),
    action({ kind: 'takeOver' }, 100, false),
    typing(random, 200),
    action({ kind: random.pick(['close', 'save']) }, 1_000, false),
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

/** The program is killed, and when it is started again the share is not there. */
function unmounted(story: Story, random: Random): Story {
  const at = Math.round(random.magnitude(300, 60_000));
  const away = { pc: 0, at: at + random.between(-2_000, 2_000), for: 600_000, keepsHandles: false };
  const faults: Fault[] = [
    { kind: 'killed', pc: 0, at },
    { kind: 'away', ...away, reach: { kind: 'empty' } },
  ];
  return { ...story, pcs: story.pcs.map(quiet), faults };
}

function ending(random: Random, call: number): Fault {
  const kind = random.pick(['kill', 'power'] as const);
  return { kind: 'strike', pc: 0, call, strike: { kind, when: random.pick(['before', 'after', 'part']) } };
}

function alone(story: Story, actions: readonly Action[]): Story {
  const pcs = story.pcs
    .slice(0, 1)
    .map((pc) => ({ ...quiet(pc), people: pc.people.slice(0, 1).map((person) => ({ ...person, actions })) }));
  return { ...story, pcs };
}

/** Without errors of its own: what the scene is about shall happen. */
function quiet(pc: PcPlan): PcPlan {
  return { ...pc, errorRate: 0, spikes: 0 };
}

function typing(random: Random, after: number): Action {
  return action(
    { kind: 'type', edits: random.chance(0.1) ? 3 : 1, field: random.below(4) },
    after,
    random.chance(0.5),
  );
}

function action(act: Act, after: number, isEager: boolean): Action {
  return { after: Math.round(after), window: 0, isEager, act };
}
