import { create } from 'zustand';
import type { Edit } from '../../shared/assessment/edit';
import type { Path } from '../../shared/assessment/path';

interface FocusState {
  /** The item that had the focus last. */
  readonly path?: Path;
  /** Key of the part at the top of the middle column. */
  readonly part?: string;
  /** What to scroll to; `count` grows so that the same key can be requested again. */
  readonly request?: RevealRequest;
}

export interface RevealRequest {
  readonly key: string;
  readonly count: number;
  readonly select?: Selection;
  /** The item is marked but not focused: what is typed next is not written into it. */
  readonly keepsFocus?: boolean;
}

/** Characters to select in the text of an item (UTF-16 units). */
export interface Selection {
  readonly from: number;
  readonly to: number;
}

export const useFocus = create<FocusState>(() => ({}));

/** Scrolls to an item, an entry or a part and gives it the focus. */
export function focusItem(key: string, select?: Selection): void {
  requestReveal(key, select, false);
}

/** Scrolls to an item and marks it; the focus does not move. */
export function revealItem(key: string, select?: Selection): void {
  requestReveal(key, select, true);
}

function requestReveal(key: string, select: Selection | undefined, keepsFocus: boolean): void {
  useFocus.setState(({ request }) => ({
    request: { key, count: (request?.count ?? 0) + 1, keepsFocus, ...(select ? { select } : {}) },
  }));
}

/** Scrolls to what an edit changed and gives it the focus. */
export function focusEdit(edit: Edit | undefined): void {
  const key = edit && locationOfEdit(edit);
  if (key) focusItem(key);
}

/** The path or list that an edit changes: the first of several, undefined for the header of the document. */
export function locationOfEdit(edit: Edit): string | undefined {
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
      return edit.edits.map(locationOfEdit).find((place) => place !== undefined);
  }
}

export function setFocusedItem(path: Path): void {
  if (useFocus.getState().path !== path) useFocus.setState({ path });
}

/** Forgets the focused item: paths of one document mean nothing in the next. */
export function resetFocus(): void {
  useFocus.setState({}, true);
}
