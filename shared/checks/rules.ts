import type { Form } from '../forms/types';
import { abbreviationsRules } from './rules/abbreviations';
import { accidentsRules } from './rules/accidents';
import { basisRules } from './rules/basis';
import { changeRowsRules } from './rules/changeRows';
import { changeItemsRules } from './rules/changeItems';
import { charactersRules } from './rules/characters';
import { copiedRules } from './rules/copied';
import { annexesRules } from './rules/annexes';
import { stateWordingsRules } from './rules/stateWordings';
import { countingRules } from './rules/counting';
import { coverRules } from './rules/cover';
import { datesRules } from './rules/dates';
import { departmentRules } from './rules/department';
import { dutyRules } from './rules/duty';
import { examplesRules } from './rules/examples';
import { fileNamingRules } from './rules/fileNaming';
import { filesRules } from './rules/files';
import { linkageRules } from './rules/linkage';
import { measuresRules } from './rules/measures';
import { optionsRules } from './rules/options';
import { outsourcingRules } from './rules/outsourcing';
import { pairRules } from './rules/pair';
import { agencyWideRules } from './rules/agencyWide';
import { privacyRules } from './rules/privacy';
import { procedureRules } from './rules/procedure';
import { provisionRules } from './rules/provision';
import { recordWordsRules } from './rules/recordWords';
import { requestsRules } from './rules/requests';
import { risksRules } from './rules/risks';
import { spellingRules } from './rules/spelling';
import { staleRules } from './rules/stale';
import { structureRules } from './rules/structure';
import { thresholdRules } from './rules/threshold';
import { unfinishedRules } from './rules/unfinished';
import type { CheckInput, Need, Rule } from './types';
import { editionMonth } from '../forms/edition';

/** All rules of the 点検, as data, in the order of the form. */
export const rules: readonly Rule[] = [
  ...coverRules,
  ...dutyRules,
  ...optionsRules,
  ...basisRules,
  ...linkageRules,
  ...departmentRules,
  ...fileNamingRules,
  ...filesRules,
  ...recordWordsRules,
  ...outsourcingRules,
  ...provisionRules,
  ...risksRules,
  ...measuresRules,
  ...accidentsRules,
  ...requestsRules,
  ...procedureRules,
  ...countingRules,
  ...thresholdRules,
  ...pairRules,
  ...agencyWideRules,
  ...changeRowsRules,
  ...changeItemsRules,
  ...copiedRules,
  ...annexesRules,
  ...stateWordingsRules,
  ...unfinishedRules,
  ...examplesRules,
  ...datesRules,
  ...structureRules,
  ...spellingRules,
  ...charactersRules,
  ...abbreviationsRules,
  ...privacyRules,
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

/** What a rule would need and the input does not have. */
export function missingNeeds({ needs }: Rule, input: CheckInput): readonly Need[] {
  return (needs ?? []).filter((need) => input[need] === undefined);
}
