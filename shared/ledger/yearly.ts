import data from '../../resources/office/yearly.json';
import { itemIdOf, type Path } from '../assessment/path';
import { formOfAssessment } from '../assessment/roles';
import type { Assessment } from '../assessment/types';
import { leavesOf, outline } from '../assessment/walk';
import { check } from '../checks/check';
import type { Role } from '../forms/roleNames';
import { idWithRole } from '../forms/roles';
import type { Form, ItemId } from '../forms/types';

/** Why an item is looked at; a key of `resources/locales/{ja,en}/reasons.json`. */
export interface YearlyReason {
  readonly code: string;
  readonly params?: Readonly<Record<string, string>>;
}

/** An item that must be looked at each year. */
export interface YearlyItem {
  readonly path: Path;
  readonly reason: YearlyReason;
}

/** Items that go out of date by themselves. Adding one is adding a line to the data file. */
const ROLES = data as readonly { readonly role: Role; readonly why: string }[];

/** Rules whose findings are wording or accidents that time has made wrong. */
const STALE_RULES: Readonly<Record<string, string>> = {
  'stale-any': 'yearlyStale',
  'accident-old': 'yearlyOldAccident',
  'accident-soon-old': 'yearlyOldAccident',
};

/**
 * What must be looked at in this year's edition, in the order of the paper, each item once: dates, counts with their 時点,
 * departments and posts, 委託先, accidents and the procedures, where they are filled in, and wording that a law has made old.
 * `today` as 20261130.
 */
export function yearlyItems(assessment: Assessment, today: number): readonly YearlyItem[] {
  const form = formOfAssessment(assessment);
  const byItem = reasonsIn(form);
  const stale = staleItems(assessment, today);
  return leavesOf(outline(form, assessment)).flatMap(({ path }) => {
    const why = stale.get(path) ?? byItem.get(itemIdOf(path));
    return why === undefined || assessment.values[path] === undefined
      ? []
      : [{ path, reason: { code: why } }];
  });
}

function reasonsIn(form: Form): ReadonlyMap<ItemId, string> {
  const entries = ROLES.flatMap(({ role, why }): [ItemId, string][] => {
    const id = idWithRole(form, role);
    return id === undefined ? [] : [[id, why]];
  });
  return new Map(entries);
}

function staleItems(assessment: Assessment, today: number): ReadonlyMap<Path, string> {
  const findings = check(assessment, today).flatMap(({ rule, path }): [Path, string][] => {
    const why = STALE_RULES[rule];
    return why === undefined ? [] : [[path, why]];
  });
  return new Map(findings);
}
