import { create } from 'zustand';
import type { Path } from '../../shared/assessment/path';

interface FocusState {
  /** The item being written or looked at last. */
  readonly path?: Path;
  /** Key of the part that stands at the top of the middle column. */
  readonly part?: string;
  /** Where to go; `count` grows so that the same place can be asked for again. */
  readonly wanted?: { readonly key: string; readonly count: number; readonly select?: Selection };
}

/** Characters to select in the text of an item (UTF-16 units). */
export interface Selection {
  readonly from: number;
  readonly to: number;
}

export const useFocus = create<FocusState>(() => ({}));

/** Brings an item, an entry or a part into sight and gives it the focus. */
export function reveal(key: string, select?: Selection): void {
  useFocus.setState(({ wanted }) => ({
    wanted: { key, count: (wanted?.count ?? 0) + 1, ...(select ? { select } : {}) },
  }));
}

export function lookAt(path: Path): void {
  if (useFocus.getState().path !== path) useFocus.setState({ path });
}
