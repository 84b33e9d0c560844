import type { Edition, FormId } from '../forms/types';
import type { ListPath, Path } from './path';

/** A check item: the selected options by their official label, and the text in their brackets. */
export interface Checks {
  readonly selected: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
}

/** A picture of an image area; the bytes are an attachment of the file, found by `hash`. */
export interface ImageRef {
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string;
  readonly mime: 'image/png' | 'image/jpeg';
  readonly name: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** What the picture shows, for readers who cannot see it. */
  readonly alt: string;
}

export interface Images {
  readonly images: readonly ImageRef[];
}

/** Rows of cells of a 別紙. */
export interface Grid {
  readonly rows: readonly (readonly string[])[];
}

/**
 * The value of one item, as the type of the item asks: text, longtext, date (as written) and choice (the
 * option's label) are strings; flag is a boolean; count is a number; checks, image and grid are objects.
 * An item that is blank has no value at all. Text is kept to the character.
 */
export type Value = string | number | boolean | Checks | Images | Grid;

/** One instance of a list. */
export interface Entry {
  /** Stable, unique in the document, never shown. */
  readonly id: string;
  /** The number printed in the source (システム3), where it is not simply one more than that of the entry before. */
  readonly number?: number;
}

/** An assessment (評価書): immutable. Every change makes a new one (see `edit.ts`). */
export interface Assessment {
  readonly form: FormId;
  readonly edition: Edition;
  /** Wording chosen for a slot of the form (4情報 / 5情報), where it differs from that of the edition. */
  readonly slots: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<Path, Value>>;
  readonly lists: Readonly<Record<ListPath, readonly Entry[]>>;
}
