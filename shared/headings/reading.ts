import type { Assessment } from '../assessment/types';
import type { ItemId } from '../forms/types';

/** Resolves the 項目 of a row of 変更箇所 to items of the form; a caller that can read headings passes it in. */
export type HeadingReader = (document: Assessment, heading: string) => HeadingReading;

export interface HeadingReading {
  /** Items the heading names; empty where none was recognised. */
  readonly items: readonly ItemId[];
  /** No other item fits nearly as well. */
  readonly isSure: boolean;
  /** A printed heading that differs from what is written, and the official wording. */
  readonly mistakes: readonly { readonly written: string; readonly official: string }[];
}
