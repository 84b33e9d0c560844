import type { FormId } from '../../forms/types';
import type { AgencyProfile } from '../types';
import type { HeadingReading } from '../../headings/reading';

/** Values under ordinal paths, as the command line shows them. */
export type CaseValues = Readonly<Record<string, unknown>>;

/** A document that a rule must speak of, and what makes it silent: test data kept with the rules. */
export interface RuleCase {
  /** 様式４ where absent. */
  readonly form?: FormId;
  readonly edition?: string;
  readonly found: CaseValues;
  /** Values that differ in the document that must not be found; undefined makes an item blank. */
  readonly clean: CaseValues;
  /** 基準日, as 20261121 where absent. */
  readonly on?: number;
  readonly partner?: { readonly form: FormId; readonly values: CaseValues; readonly clean?: CaseValues };
  readonly previous?: CaseValues & { readonly edition?: never };
  readonly previousEdition?: string;
  readonly agency?: AgencyProfile;
  readonly headings?: Readonly<Record<string, HeadingReading>>;
}

export type Cases = Readonly<Record<string, RuleCase>>;

/** Selected options of a check item, with the text of their brackets. */
export function ticked(selected: readonly string[], texts: Readonly<Record<string, string>> = {}) {
  return { selected, texts };
}
