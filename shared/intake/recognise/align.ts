import type { FormIndex } from '../../forms/lookup';
import { indexOf } from '../../forms/lookup';
import type { Form, ItemId } from '../../forms/types';
import type { Candidate, Observation } from './elements';
import { stepsOf } from './steps';
import { smallest } from '../lists';

/** What an observation was taken for; undefined: for ordinary text. */
export interface Choice {
  readonly candidate?: Candidate;
  /** Another item that fits nearly as well. */
  readonly rival?: ItemId;
}

/**
 * Chooses for every observation the reading by which the whole source follows the order of the form best: the
 * cheapest way through the form, where skipping items costs a little, going back more, and taking print for text
 * what the observation says. Where a different item would have cost nearly the same, it is named as rival.
 */
export function align(form: Form, observations: readonly Observation[]): readonly Choice[] {
  const index = indexOf(form);
  const known = observations.map((observation) => withinForm(index, observation));
  const steps = stepsOf(form);
  const ahead = forward(known, steps);
  const chosen = backtrack(ahead);
  const behind = backward(known, steps, ahead);
  return chosen.map((candidate, at) => {
    if (!candidate) return {};
    const rival = rivalOf(candidate, ahead[at]?.taken, behind[at]);
    return rival === undefined ? { candidate } : { candidate, rival };
  });
}

function withinForm({ byId, sections }: FormIndex, observation: Observation): Observation {
  const candidates = observation.candidates.filter(({ id }) => byId.has(id) || sections.has(id));
  return { ...observation, candidates };
}

export type Step = (from: ItemId, to: Candidate) => number;

type Costs = ReadonlyMap<ItemId, number>;

interface Taken {
  readonly cost: number;
  readonly before: ItemId;
  /** The candidate taken here; undefined where the observation was passed over. */
  readonly candidate?: Candidate;
}

interface Layer {
  /** Cheapest way to stand at an item after the observation. */
  readonly states: ReadonlyMap<ItemId, Taken>;
  /** Cheapest way to take each candidate here. */
  readonly taken: ReadonlyMap<ItemId, number>;
}

export const START: ItemId = 'cover';

/** Ways that cost so much more than the best one are given up. */
const BEAM = 14;

function forward(observations: readonly Observation[], step: Step): readonly Layer[] {
  let states: ReadonlyMap<ItemId, Taken> = new Map([[START, { cost: 0, before: START }]]);
  return observations.map((observation) => {
    const layer = nextLayer(states, observation, step);
    states = layer.states;
    return layer;
  });
}

function nextLayer(states: ReadonlyMap<ItemId, Taken>, observation: Observation, step: Step): Layer {
  const next = new Map<ItemId, Taken>();
  const taken = new Map<ItemId, number>();
  for (const [id, { cost }] of states) next.set(id, { cost: cost + observation.textCost, before: id });
  for (const candidate of observation.candidates) {
    const best = cheapest(states, candidate, step);
    taken.set(candidate.id, Math.min(best.cost, taken.get(candidate.id) ?? Infinity));
    if (best.cost < (next.get(candidate.id)?.cost ?? Infinity)) next.set(candidate.id, best);
  }
  return { states: pruned(next), taken };
}

function cheapest(states: ReadonlyMap<ItemId, Taken>, candidate: Candidate, step: Step): Taken {
  let best: Taken = { cost: Infinity, before: START, candidate };
  for (const [id, { cost }] of states) {
    const total = cost + step(id, candidate) + candidate.cost;
    if (total < best.cost) best = { cost: total, before: id, candidate };
  }
  return best;
}

function pruned(states: ReadonlyMap<ItemId, Taken>): ReadonlyMap<ItemId, Taken> {
  const least = smallest([...states.values()].map(({ cost }) => cost));
  return new Map([...states].filter(([, { cost }]) => cost <= least + BEAM));
}

function backtrack(layers: readonly Layer[]): readonly (Candidate | undefined)[] {
  let id = cheapestState(layers.at(-1)?.states);
  const chosen: (Candidate | undefined)[] = [];
  for (const { states } of [...layers].reverse()) {
    const taken = states.get(id);
    chosen.push(taken?.candidate);
    id = taken?.before ?? id;
  }
  return chosen.reverse();
}

function cheapestState(states: ReadonlyMap<ItemId, Taken> | undefined): ItemId {
  return [...(states ?? [])].sort(([, a], [, b]) => a.cost - b.cost)[0]?.[0] ?? START;
}

/** For every observation: the cost of all that follows it, by the item one stands at after it. */
function backward(
  observations: readonly Observation[],
  step: Step,
  layers: readonly Layer[],
): readonly Costs[] {
  const costs: Costs[] = [];
  let after: Costs = new Map([...(layers.at(-1)?.states.keys() ?? [])].map((id) => [id, 0]));
  for (const [at, observation] of [...observations.entries()].reverse()) {
    costs.push(after);
    after = costsBefore(observation, after, layers[at - 1]?.states.keys() ?? [START], step);
  }
  return costs.reverse();
}

function costsBefore(observation: Observation, after: Costs, ids: Iterable<ItemId>, step: Step): Costs {
  const before = new Map<ItemId, number>();
  for (const id of ids) {
    let least = (after.get(id) ?? Infinity) + observation.textCost;
    for (const candidate of observation.candidates) {
      const follows = after.get(candidate.id);
      if (follows !== undefined) least = Math.min(least, follows + candidate.cost + step(id, candidate));
    }
    before.set(id, least);
  }
  return before;
}

/** Differences below this are chance. */
const MARGIN = 0.35;

function rivalOf(
  candidate: Candidate,
  taken: Costs = new Map(),
  after: Costs = new Map(),
): ItemId | undefined {
  const total = (id: ItemId): number => (taken.get(id) ?? Infinity) + (after.get(id) ?? Infinity);
  const limit = total(candidate.id) + MARGIN;
  return [...taken.keys()].find((id) => id !== candidate.id && total(id) < limit);
}
