import type { ClosedDay } from '../japanese/holidays';
import type { Distance } from './distance';
import type { Reason } from './reasons';

/** A sentence of the locale file `threshold`: its key and what is in it. */
export interface ThresholdSentence {
  readonly key: string;
  readonly params: Readonly<Record<string, string>>;
}

/** 12000 → 12,000 */
function grouped(number: number): string {
  return number.toLocaleString('en-US');
}

export function reasonSentence(reason: Reason): ThresholdSentence {
  switch (reason.kind) {
    case 'people':
      return peopleSentence(reason);
    case 'onlyPeople':
      return { key: 'reason.onlyPeople', params: {} };
    case 'handlers':
      return {
        key: reason.isMany ? 'reason.handlersMany' : 'reason.handlersFew',
        params: { handlers: grouped(reason.handlers), limit: grouped(reason.limit) },
      };
    case 'incident':
      return { key: reason.incident ? 'reason.incident' : 'reason.noIncident', params: {} };
    case 'result':
      return { key: 'reason.result', params: { duty: reason.duty } };
  }
}

function peopleSentence({ people, from, below }: Extract<Reason, { kind: 'people' }>): ThresholdSentence {
  const params = { people: grouped(people), from: grouped(from), below: grouped(below ?? 0) };
  if (below === undefined) return { key: 'reason.peopleLast', params };
  return { key: from === 0 ? 'reason.peopleFirst' : 'reason.people', params };
}

export function distanceSentence(distance: Distance): ThresholdSentence {
  if (distance.fact === 'incident')
    return {
      key: distance.incident ? 'distance.incident' : 'distance.noIncident',
      params: { duty: distance.duty },
    };
  const { fact, direction, by, at, duty } = distance;
  return { key: `distance.${fact}.${direction}`, params: { by: grouped(by), at: grouped(at), duty } };
}

/** Why offices are closed, as words behind a date. */
export function closedSentence(closed: ClosedDay): ThresholdSentence {
  return { key: `closed.${closed.kind}`, params: 'name' in closed ? { name: closed.name } : {} };
}
