import { previousYear } from '../../shared/checks/documentState';
import type { PreviousYear } from '../../shared/checks/types';
import type { Assessment } from '../../shared/assessment/types';

const known = new WeakMap<Assessment, PreviousYear>();

/** Last year's edition as rules read it; the same object for the same edition, so that a 点検 can go on from the one before. */
export function previousEdition(prior: Assessment | undefined, form: string): PreviousYear | undefined {
  if (prior?.form !== form) return undefined;
  const year = known.get(prior) ?? previousYear(prior);
  known.set(prior, year);
  return year;
}
