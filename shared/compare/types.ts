import type { Content, Header } from '../assessment/edit';
import type { ListPath, Path } from '../assessment/path';
import type { Assessment, Entry, Value } from '../assessment/types';
import type { ItemId } from '../forms/types';

/** How much of a document the import of its source could read. */
export interface ReadExtent {
  /** Items that the source shows, by path, blank ones included. */
  readonly shown: ReadonlySet<Path>;
  /** The same without the ids of files and entries, which differ between documents. */
  readonly shownItems: readonly Path[];
  /** 未割当: texts of the source that no item was found for, white space left out. */
  readonly unplaced: readonly string[];
}

/** A difference is named by the path it has in the new document (in the older one where it was removed). */
export type DifferenceKey = string;

/** What differs between two assessments. Paths contain the ids of their document. */
export type Difference = ValueDifference | EntryDifference | MoveDifference | HeaderDifference;

export interface ValueDifference {
  readonly kind: 'changed';
  readonly key: DifferenceKey;
  readonly item: ItemId;
  readonly oldPath: Path;
  readonly newPath: Path;
  readonly before?: Value;
  readonly after?: Value;
  /** Only width, white space, line breaks, or the way a blank is kept: nothing a reader would notice. */
  readonly formOnly: boolean;
  /** The item names its entry: the entry was renamed. */
  readonly renames: boolean;
}

/** A whole entry was `added` (to the newer document) or `removed` (from the older one). */
export interface EntryDifference {
  readonly kind: 'added' | 'removed';
  readonly key: DifferenceKey;
  readonly item: ItemId;
  readonly list: ListPath;
  /** Position in its list, from 0. */
  readonly at: number;
  readonly entry: Entry;
  readonly content: Content;
}

/**
 * An entry changed its position among those that both documents have, or the number printed at it. Positions count
 * from 0.
 */
export interface MoveDifference {
  readonly kind: 'moved';
  readonly key: DifferenceKey;
  readonly item: ItemId;
  readonly oldList: ListPath;
  readonly newList: ListPath;
  readonly oldEntry: Entry;
  readonly newEntry: Entry;
  readonly from: number;
  readonly to: number;
}

export interface HeaderDifference {
  readonly kind: 'header';
  readonly key: DifferenceKey;
  readonly before: Header;
  readonly after: Header;
}

/** Which entries of two documents are the same entry; ids of the one to ids of the other. */
export interface Matching {
  readonly toNew: ReadonlyMap<string, string>;
  readonly toOld: ReadonlyMap<string, string>;
}

export interface Comparison {
  readonly before: Assessment;
  readonly after: Assessment;
  readonly matching: Matching;
  /** In the order of the form. */
  readonly differences: readonly Difference[];
  /** What the two documents seem to differ in only because one of them was not read whole: no changes. */
  readonly unread?: readonly Difference[];
}

export interface CompareOptions {
  /**
   * `false`: equal ids are a coincidence (two separately imported files). By default an id that both documents have
   * is one and the same entry.
   */
  readonly sharedHistory?: boolean;
  /** How much of the two documents was read; absent for one that was written in this program. */
  readonly read?: { readonly before?: ReadExtent | undefined; readonly after?: ReadExtent | undefined };
}
