import type { Path } from '../../../shared/assessment/path';

export const RESCUE_PARTS = [
  'header',
  'items',
  'entries',
  'history',
  'revisions',
  'comments',
  'attachments',
  'leftover',
  'review',
  'rounds',
  'acceptances',
  'thresholds',
  'overrides',
  'progress',
] as const;

/** What of a document can be whole or lost. `header`: form, edition, and what else is known of the document itself. */
export type RescuePart = (typeof RESCUE_PARTS)[number];

export interface PartCount {
  readonly whole: number;
  /** Undefined where the file does not say how many there were. */
  readonly lost: number | undefined;
}

export interface RescueReport {
  /** False for formats without digests: then a part counts as whole that can be read. */
  readonly hasDigests: boolean;
  readonly parts: Readonly<Record<RescuePart, PartCount>>;
  /** Items whose value is lost, as far as their paths are known. */
  readonly lostItems: readonly Path[];
  /** Items whose value was damaged and follows from the history. */
  readonly restoredItems: readonly Path[];
  /** Entries of lists that were lost while something in them is whole; they come last in their lists. */
  readonly restoredEntries: number;
}

/** Nothing is lost, as far as is known. */
export function isComplete({ parts, lostItems }: RescueReport): boolean {
  return lostItems.length === 0 && Object.values(parts).every(({ lost }) => lost === 0);
}
