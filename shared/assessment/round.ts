import type { ChangeColumn } from '../forms/changeTable';

/** What the person decided for one change, and the reason as it is in 提出時期に係る説明. */
export interface Decision {
  readonly material: boolean;
  /** A criterion of the data file, absent where the person worded the reason alone. */
  readonly ground?: string | undefined;
  readonly reason: string;
}

/** By the key of the difference that was decided. */
export type Decisions = Readonly<Record<string, Decision>>;

/** The texts of a row of 変更箇所 by what its columns are for, whatever a form calls them. */
export type RowCells = Readonly<Record<ChangeColumn, string>>;

/** Cells that a person has worded, by key of the row. */
export type Drafts = Readonly<Record<string, Partial<RowCells>>>;

/**
 * One round of changes: what people decided and worded about what changed since an edition, as long as it is not
 * in the table of 変更箇所. Kept with the document, so that the work can be interrupted and continued.
 */
export interface Round {
  /** The editions that are compared: the id of the older revision, and of the newer one unless that is the present text. */
  readonly id: string;
  readonly decisions: Decisions;
  readonly drafts: Drafts;
  /** Several changes of one long item: in one row, or a row for each. */
  readonly perItem: 'one' | 'each';
  /** A new or removed entry: a row for each of its items, or one for the whole entry. */
  readonly perEntry: 'items' | 'entry';
  /** 変更を実施する日, as typed. */
  readonly effective: string;
  /** Deadlines count what is not a duty too. */
  readonly withOptional: boolean;
}

/** A round in which nothing is decided. */
export function newRound(id: string): Round {
  const nothing = { decisions: {}, drafts: {}, effective: '', withOptional: false };
  return { id, ...nothing, perItem: 'one', perEntry: 'items' };
}
