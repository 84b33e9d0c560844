import { dutyOf, MANY_HANDLERS, THRESHOLD_ROWS, type Duty, type ThresholdFacts } from './threshold';

/** How far a fact is from another result, the other facts staying as they are. */
export type Distance =
  | {
      readonly fact: 'people' | 'handlers';
      readonly direction: 'more' | 'fewer';
      /** People more or fewer until the result changes; at least 1. */
      readonly by: number;
      /** The number at which it has changed. */
      readonly at: number;
      readonly duty: Duty;
    }
  | { readonly fact: 'incident'; readonly incident: boolean; readonly duty: Duty };

/** The nearest change of the result in each direction of each fact; nothing where a fact alone cannot change it. */
export function distancesOf(facts: ThresholdFacts): readonly Distance[] {
  const limits = THRESHOLD_ROWS.flatMap(({ peopleFrom }) => (peopleFrom > 0 ? [peopleFrom] : []));
  return [
    ...countDistances(facts, 'people', limits),
    ...countDistances(facts, 'handlers', [MANY_HANDLERS]),
    ...incidentDistance(facts),
  ];
}

/** `limits`: the least numbers of the classes, ascending. */
function countDistances(
  facts: ThresholdFacts,
  fact: 'people' | 'handlers',
  limits: readonly number[],
): readonly Distance[] {
  const now = facts[fact];
  const more = limits.filter((limit) => limit > now);
  const fewer = limits.filter((limit) => limit <= now).map((limit) => limit - 1);
  return [...changeAt(facts, fact, 'more', more), ...changeAt(facts, fact, 'fewer', fewer.reverse())];
}

function changeAt(
  facts: ThresholdFacts,
  fact: 'people' | 'handlers',
  direction: 'more' | 'fewer',
  numbers: readonly number[],
): readonly Distance[] {
  const duty = dutyOf(facts);
  const at = numbers.find((number) => dutyOf({ ...facts, [fact]: number }) !== duty);
  if (at === undefined) return [];
  return [{ fact, direction, by: Math.abs(at - facts[fact]), at, duty: dutyOf({ ...facts, [fact]: at }) }];
}

function incidentDistance(facts: ThresholdFacts): readonly Distance[] {
  const incident = !facts.incident;
  const duty = dutyOf({ ...facts, incident });
  return duty === dutyOf(facts) ? [] : [{ fact: 'incident', incident, duty }];
}
