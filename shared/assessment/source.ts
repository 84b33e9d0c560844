import type { Value } from './types';

/** Why a person must look: a key of the locale files, with what the sentence needs. */
export interface ReviewReason {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A place in the source, from 1 where counted; `block` and `line` address the neutral blocks of the reader. */
export interface Where {
  readonly page?: number;
  readonly sheet?: string;
  readonly table?: number;
  readonly row?: number;
  readonly column?: number;
  readonly line?: number;
  /** Index among `Recognition.blocks` (from 0) and the characters in its text, for highlighting. */
  readonly block?: number;
  readonly from?: number;
  readonly to?: number;
}

/** One part of the source as it was read, for showing the source beside the form. */
export interface SourceBlock {
  readonly where: Where;
  readonly text: string;
}

export interface SourceInfo {
  readonly name: string;
  readonly format: 'docx' | 'doc' | 'xlsx' | 'xls' | 'pdf' | 'html' | 'text' | 'hyoka' | 'json';
  readonly pages?: number;
}

/** What the reader could not read, or left out by rule; shown to the person. */
export interface ReadNotice {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What was read at a place of the source: the value of an item, a row of a table or a 別紙. */
export type RecognisedValue = Value | TableRow | AttachmentValue;

/** Column name (`date`, `item`, `before`, `after`, `timing`, `reason`) → text. */
export type TableRow = Readonly<Record<string, string>>;

export interface AttachmentValue {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}
