import type { Form } from '../forms/types';
import { changeRules } from './rules/changes';
import { copiedRules } from './rules/copied';
import { coverRules } from './rules/cover';
import { dutyRules } from './rules/duty';
import { fileRules } from './rules/files';
import { outsourcingRules } from './rules/outsourcing';
import { pairRules } from './rules/pair';
import { procedureRules } from './rules/procedure';
import { riskRules } from './rules/risks';
import { staleRules } from './rules/stale';
import { thresholdRules } from './rules/threshold';
import { wordRules } from './rules/words';
import type { CheckInput, Need, Rule } from './types';

/** All rules of the 点検, as data, in the order of the form. */
export const rules: readonly Rule[] = [
  ...coverRules,
  ...dutyRules,
  ...fileRules,
  ...outsourcingRules,
  ...riskRules,
  ...procedureRules,
  ...thresholdRules,
  ...pairRules,
  ...changeRules,
  ...copiedRules,
  ...wordRules,
  ...staleRules,
];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule of this id; undefined for an id that no rule has. */
export function ruleOf(id: string): Rule | undefined {
  return byId.get(id);
}

/** Rules that an id means: the rule itself, or those that have taken over what was reported under it. */
export function rulesNamed(id: string): readonly Rule[] {
  const own = byId.get(id);
  return own ? [own] : rules.filter(({ aliases }) => aliases?.includes(id));
}

/** Whether a rule speaks of a form in this edition. */
export function appliesTo({ forms, fromEdition }: Rule, form: Form): boolean {
  const isOfForm = forms === undefined || forms.includes(form.id);
  return isOfForm && (fromEdition === undefined || editionMonth(form.edition) >= fromEdition);
}

const ERA_OFFSETS: Readonly<Record<string, number>> = { 平成: 1988, 令和: 2018 };

/** 令和6年10月 → 202410; 0 for an edition that is named otherwise. */
export function editionMonth(edition: string): number {
  const match = /^(平成|令和)(\d+)年(\d+)月$/u.exec(edition);
  return match ? ((ERA_OFFSETS[match[1] ?? ''] ?? 0) + Number(match[2])) * 100 + Number(match[3]) : 0;
}

/** What a rule would need and the input does not have. */
export function missingNeeds({ needs }: Rule, input: CheckInput): readonly Need[] {
  return (needs ?? []).filter((need) => input[need] === undefined);
}
