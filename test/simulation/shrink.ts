import type { Action, Story } from './story';
import type { Outcome } from './run';

/** Runs that a shrinking may take. */
const BUDGET = 1_500;

/**
 * The smallest story found that still ends with a violation of the same kind: parts are left out and numbers made plain, as
 * long as the end stays.
 */
export async function shrink(
  story: Story,
  kind: string,
  run: (story: Story) => Promise<Outcome>,
): Promise<Story> {
  let best = story;
  let runs = 0;
  const isSame = async (candidate: Story) => {
    runs += 1;
    const { violations } = await run(candidate);
    return violations.some((violation) => violation.kind === kind);
  };
  for (let isSmaller = true; isSmaller && runs < BUDGET;) {
    isSmaller = false;
    for (const candidate of candidates(best)) {
      if (runs >= BUDGET) break;
      if (!(await isSame(candidate))) continue;
      best = candidate;
      isSmaller = true;
      break;
    }
  }
  return best;
}

function* candidates(story: Story): Generator<Story> {
  yield* withoutPcs(story);
  yield* withoutFaults(story);
  yield* withoutActions(story);
  yield* plainer(story);
}

function* withoutPcs(story: Story): Generator<Story> {
  for (const [at, pc] of story.pcs.entries()) {
    if (pc.people.some(({ actions }) => actions.length > 0))
      yield withPc(story, at, { ...pc, people: pc.people.map((person) => ({ ...person, actions: [] })) });
    for (const n of pc.people.keys())
      if (pc.people.length > 1)
        yield withPc(story, at, { ...pc, people: pc.people.filter((_, other) => other !== n) });
  }
  const last = story.pcs.length - 1;
  if (last > 0)
    yield {
      ...story,
      pcs: story.pcs.slice(0, last),
      faults: story.faults.filter((fault) => !('pc' in fault) || fault.pc !== last),
    };
}

function* withoutFaults(story: Story): Generator<Story> {
  if (story.faults.length > 1) yield { ...story, faults: [] };
  for (const at of story.faults.keys())
    yield { ...story, faults: story.faults.filter((_, other) => other !== at) };
}

function* withoutActions(story: Story): Generator<Story> {
  for (const [at, pc] of story.pcs.entries())
    for (const [n, person] of pc.people.entries())
      for (const actions of shorter(person.actions))
        yield withPc(story, at, { ...pc, people: pc.people.with(n, { ...person, actions }) });
}

/** Without a half, a quarter … and without single ones. */
function* shorter(actions: readonly Action[]): Generator<readonly Action[]> {
  for (let length = actions.length >> 1; length >= 1; length >>= 1)
    for (let at = 0; at < actions.length; at += length)
      yield [...actions.slice(0, at), ...actions.slice(at + length)];
}

function* plainer(story: Story): Generator<Story> {
  for (const [at, pc] of story.pcs.entries()) {
    const plain = {
      offset: 0,
      rate: 1,
      spikes: 0,
      errorRate: 0,
      diskLatency: 1,
      shareLatency: 10,
      hostName: pc.name,
      kind: 0,
    };
    for (const [key, value] of Object.entries(plain))
      if (pc[key as keyof typeof plain] !== value) yield withPc(story, at, { ...pc, [key]: value });
    for (const [n, person] of pc.people.entries())
      for (const actions of plainerActions(person.actions))
        yield withPc(story, at, { ...pc, people: pc.people.with(n, { ...person, actions }) });
  }
  if (story.share.offset !== 0) yield { ...story, share: { ...story.share, offset: 0 } };
  if (story.share.remembers !== 0) yield { ...story, share: { ...story.share, remembers: 0 } };
  if (story.share.kind !== 0) yield { ...story, share: { ...story.share, kind: 0 } };
  if (story.rebaseAt < 4_000_000) yield { ...story, rebaseAt: 4_000_000 };
  for (const [at, document] of story.documents.entries())
    if (document.isOlder)
      yield { ...story, documents: story.documents.with(at, { ...document, isOlder: false }) };
}

function* plainerActions(actions: readonly Action[]): Generator<readonly Action[]> {
  for (const [at, action] of actions.entries()) {
    if (action.isEager) yield actions.with(at, { ...action, isEager: false });
    if (action.after > 0) yield actions.with(at, { ...action, after: 0 });
    if (action.window === 1) yield actions.with(at, { ...action, window: 0 });
    if (action.act.kind === 'type' && action.act.edits > 1)
      yield actions.with(at, { ...action, act: { ...action.act, edits: 1 } });
  }
}

function withPc(story: Story, at: number, pc: Story['pcs'][number]): Story {
  return { ...story, pcs: story.pcs.with(at, pc) };
}
