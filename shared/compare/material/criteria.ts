import data from '../../../resources/compare/grounds.json';

/**
 * A reason why a change of a ※ item is, or is not, a 重要な変更, and what in the change suggests it. The data file holds
 * them in the order in which they are looked at; every condition that is given must hold.
 */
export interface Criterion {
  readonly id: string;
  /** `formal`: speaks against a 重要な変更. `material`: speaks for one. */
  readonly indicates: 'formal' | 'material';
  /** The cause as it stands in 提出時期に係る説明, in front of the tail. */
  readonly cause: string;
  /** The item or a heading above it is called so. */
  readonly items?: string;
  /** Every stretch that went or came is of this kind. */
  readonly each?: string;
  /** Every stretch, widened to whole words, is of this kind. */
  readonly words?: string;
  /** Stands beside every stretch. */
  readonly near?: string;
  /** Every stretch lies below such a line of the text. */
  readonly under?: string;
  /** Some stretch that went, and some that came, holds this. */
  readonly from?: string;
  readonly to?: string;
  /** Some stretch that came holds this, and none of them `keeps`. */
  readonly adds?: string;
  readonly except?: string;
  /** Words only came, or only went: together at least `size` letters (for others: at most). */
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
