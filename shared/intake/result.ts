import type {
  ReadNotice,
  ReviewReason,
  SourceBlock,
  SourceInfo,
  Where,
  RecognisedValue,
} from '../assessment/source';
import type { Assessment, ImageRef, Value } from '../assessment/types';
import type { Edition, FormId } from '../forms/types';

/**
 * What intake makes of a source: the contract between readers/recogniser, the command line, the review
 * screen and the document. Paths carry ordinals (`II[2].4.items[3].m1`).
 */
export type ItemStatus =
  /** certain */
  | 'filled'
  /** a value or none, and a person must look: `reason` */
  | 'review'
  /** the item's place is in the source and blank */
  | 'empty'
  /** the source does not show the item */
  | 'missing';

export interface RecognisedItem {
  /** A leaf, a whole table row (`annex2.rows[12]`, value: a record of its columns) or `attachments[n]`. */
  readonly path: string;
  readonly status: ItemStatus;
  readonly value?: RecognisedValue;
  readonly reason?: ReviewReason;
  readonly where?: readonly Where[];
  /** Other readings a person may choose instead. */
  readonly candidates?: readonly Value[];
}

/** Text that no item could be found for. */
export interface Leftover {
  readonly where: Where;
  readonly text: string;
}

/** Bytes of a picture found in the source. */
export interface FoundImage {
  readonly ref: ImageRef;
  readonly bytes: Uint8Array;
}

export interface Recognition {
  readonly source: SourceInfo;
  readonly form: FormId;
  readonly edition: Edition;
  /** Form or edition were not printed and were told from the wording. */
  readonly formUncertain?: ReviewReason;
  readonly items: readonly RecognisedItem[];
  readonly leftover: readonly Leftover[];
  readonly blocks: readonly SourceBlock[];
  readonly images: readonly FoundImage[];
  readonly notices: readonly ReadNotice[];
  /** Set when the source is our own file: the document itself, exact. */
  readonly assessment?: Assessment;
}
