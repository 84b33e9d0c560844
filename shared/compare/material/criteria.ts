import data from '../../../resources/compare/grounds.json';

/**
 * A reason why a change of a ※ item is, or is not, a 重要な変更, and what in the change suggests it. The data file holds
 * them in the order in which they are applied; every condition that is given must hold.
 */
export interface Criterion {
  readonly id: string;
  /** `formal`: speaks against a 重要な変更. `material`: speaks for one. */
  readonly indicates: 'formal' | 'material';
  /** The cause as it is in 提出時期に係る説明, in front of the tail. */
  readonly cause: string;
  /** The item or a heading above it is called so. */
  readonly items?: string;
  /** Every removed and every added text matches this. */
  readonly each?: string;
  /** Every change, widened to whole words, matches this. */
  readonly words?: string;
  /** Is beside every change. */
  readonly near?: string;
  /** Every change is below such a line of the text. */
  readonly under?: string;
  /** Some removed text, and some added text, contains this. */
  readonly from?: string;
  readonly to?: string;
  /** Some added text contains this and does not match `except`. */
  readonly adds?: string;
  readonly except?: string;
  /** Words were only added, or only removed: together at least `size` letters (for others: at most). */
  readonly only?: 'added' | 'removed';
  readonly size?: number;
  readonly options?: 'ticked' | 'unticked';
  readonly entry?: 'added' | 'removed';
  readonly formOnly?: boolean;
}

export const CRITERIA: readonly Criterion[] = data.grounds as readonly Criterion[];

/** The ends of the sentence in 提出時期に係る説明. */
export const TAILS: typeof data.tails = data.tails;

export function criterionOf(id: string): Criterion | undefined {
  return CRITERIA.find((criterion) => criterion.id === id);
}

/** 提出時期に係る説明 as a sentence of the document: `組織改正による変更であり、重要な変更に該当しない。` */
export function reasonSentence(criterion: Criterion | undefined, material: boolean): string {
  if (!criterion) return material ? '' : TAILS.unmarked;
  return criterion.cause + (material ? TAILS.material : TAILS.notMaterial);
}
