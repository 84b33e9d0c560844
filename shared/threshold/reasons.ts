import {
  dutyOf,
  MANY_HANDLERS,
  rowFor,
  type Duty,
  type ThresholdFacts,
  type ThresholdRow,
} from './threshold';

/** A step on the way through the table to the result. Facts that do not matter on this way are not asked. */
export type Reason =
  | {
      readonly kind: 'people';
      readonly people: number;
      readonly from: number;
      readonly below: number | undefined;
    }
  /** In this class neither 取扱者数 nor 重大事故 changes the result. */
  | { readonly kind: 'onlyPeople' }
  | { readonly kind: 'handlers'; readonly handlers: number; readonly limit: number; readonly isMany: boolean }
  | { readonly kind: 'incident'; readonly incident: boolean }
  | { readonly kind: 'result'; readonly duty: Duty };

/** The way through the table: the class of 対象人数, then as far as they decide 取扱者数 and 重大事故, then the result. */
export function reasonsOf(facts: ThresholdFacts): readonly Reason[] {
  const row = rowFor(facts.people);
  return [
    { kind: 'people', people: facts.people, from: row.peopleFrom, below: row.peopleBelow },
    ...deciding(facts, row),
    { kind: 'result', duty: dutyOf(facts) },
  ];
}

function deciding({ handlers, incident }: ThresholdFacts, row: ThresholdRow): readonly Reason[] {
  if (row.many === row.incident && row.incident === row.otherwise) return [{ kind: 'onlyPeople' }];
  const isMany = handlers >= MANY_HANDLERS;
  const counted: Reason = { kind: 'handlers', handlers, limit: MANY_HANDLERS, isMany };
  return isMany ? [counted] : [counted, { kind: 'incident', incident }];
}
