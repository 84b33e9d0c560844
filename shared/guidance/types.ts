import type { FormId, ItemId } from '../forms/types';

/** An item of any form. */
export interface FormItemRef {
  readonly form: FormId;
  readonly item: ItemId;
}

/** What the box asks and why, what belongs in it and what does not, in one language. */
export interface GuidanceText {
  readonly asks: string;
  readonly write: readonly string[];
  readonly avoid: readonly string[];
}

/** The duties (事務) that the examples are taken from; `any`: the same for every duty. */
export type ExampleDuty = 'resident' | 'localTax' | 'healthInsurance' | 'immunization' | 'any';

/** What an office of the fictional みなも市 answers. `why` says on what the answer rests; it is not inserted. */
export type Example =
  | {
      readonly kind: 'text';
      readonly duty: ExampleDuty;
      readonly short: string;
      /** The same answer at the length that is usual in published assessments. */
      readonly full?: string;
      /** The wording can be right as it is, so the 点検 does not ask for it to be adapted: なし, a fixed phrase of the form. */
      readonly asIs?: true;
    }
  | {
      readonly kind: 'options';
      readonly duty: ExampleDuty;
      readonly chosen: readonly string[];
      /** Texts in the brackets of options, by option. */
      readonly texts?: Readonly<Record<string, string>>;
      readonly why: string;
    }
  | { readonly kind: 'count'; readonly duty: ExampleDuty; readonly value: number; readonly why: string }
  | { readonly kind: 'flag'; readonly duty: ExampleDuty; readonly value: boolean; readonly why: string }
  /** A picture or a printed text cannot be inserted: the example is described. */
  | { readonly kind: 'description'; readonly duty: ExampleDuty; readonly why: string };

/** What a text rests on. `fromMemory`: the writer knew it and had no source at hand. */
export interface GuidanceGround {
  readonly kind: 'form' | 'law' | 'rules' | 'guideline' | 'instructions' | 'practice' | 'stateExample';
  /** The article, or what the practice is seen in. */
  readonly detail?: string;
  readonly fromMemory?: true;
}

/** 書き方 of one item. */
export interface Guidance {
  readonly texts: { readonly ja: GuidanceText; readonly en?: GuidanceText };
  readonly example: Example;
  /** Ids of the rules of the 点検 that report typical mistakes in this item. */
  readonly mistakes: readonly string[];
  /** Items whose answers must agree with this one; `form2:IV.4.none` for an item of another form. */
  readonly agrees: readonly FormItemRef[];
  readonly grounds: readonly GuidanceGround[];
}

/** An entry of the glossary. */
export interface Term {
  readonly id: string;
  /** The words it is found by in Japanese texts; the first is its name. */
  readonly words: readonly string[];
  readonly reading: string;
  readonly ja: string;
  readonly english: string;
  readonly en: string;
  readonly grounds: readonly GuidanceGround[];
}
