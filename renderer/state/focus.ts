import { create } from 'zustand';
import type { Edit } from '../../shared/assessment/edit';
import type { Path } from '../../shared/assessment/path';

interface FocusState {
  /** The item being written or looked at last. */
  readonly path?: Path;
  /** Key of the part that stands at the top of the middle column. */
  readonly part?: string;
  /** Where to go; `count` grows so that the same place can be asked for again. */
  readonly wanted?: Wanted;
}

export interface Wanted {
  readonly key: string;
  readonly count: number;
  readonly select?: Selection;
  /** The place is shown and marked, and the keys stay where they are: what is pressed next is not written into it. */
  readonly stay?: boolean;
}

/** Characters to select in the text of an item (UTF-16 units). */
export interface Selection {
  readonly from: number;
  readonly to: number;
}

export const useFocus = create<FocusState>(() => ({}));

/** Brings an item, an entry or a part into sight and gives it the focus. */
export function reveal(key: string, select?: Selection): void {
  want(key, select, false);
}

/** Brings an item into sight, marked, while the focus stays where it is. */
export function show(key: string, select?: Selection): void {
  want(key, select, true);
}

function want(key: string, select: Selection | undefined, stay: boolean): void {
  useFocus.setState(({ wanted }) => ({
    wanted: { key, count: (wanted?.count ?? 0) + 1, stay, ...(select ? { select } : {}) },
  }));
}

/** Shows where an edit changed something. */
export function revealEdit(edit: Edit | undefined): void {
  const key = edit && placeOf(edit);
  if (key) reveal(key);
}

/** Where an edit changes something: the first place of several, undefined for the head of the document. */
export function placeOf(edit: Edit): string | undefined {
  switch (edit.kind) {
    case 'set':
      return edit.path;
    case 'insert':
      return `${edit.list}[${edit.entry.id}]`;
    case 'remove':
    case 'move':
    case 'renumber':
      return edit.list;
    case 'header':
      return undefined;
    case 'batch':
      return edit.edits.map(placeOf).find((place) => place !== undefined);
  }
}

export function lookAt(path: Path): void {
  if (useFocus.getState().path !== path) useFocus.setState({ path });
}

/** Another document begins without a place: those of the one before mean nothing in it. */
export function forgetPlaces(): void {
  useFocus.setState({}, true);
}
