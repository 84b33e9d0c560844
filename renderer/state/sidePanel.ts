import { create } from 'zustand';
import { isNarrow } from './narrow';
import { backToPlace, leavePlace } from './searchMark';

/** The tabs of the right column. */
export type SideTab = 'findings' | 'hints' | 'history' | 'comments' | 'leftover';

interface SideState {
  readonly tab: SideTab;
  /** Folded away by the person (wide window), or opened as a drawer (narrow window, where there is no third column). */
  readonly folded: boolean;
  readonly drawer: boolean;
  readonly treeFolded: boolean;
  /** The search stands where the tabs are otherwise. */
  readonly searching: boolean;
  readonly replacing: boolean;
  /** Grows each time the search is asked for, so that its field gets the focus again. */
  readonly asked: number;
}

export const useSide = create<SideState>(() => ({
  tab: 'findings',
  folded: false,
  drawer: false,
  treeFolded: false,
  searching: false,
  replacing: false,
  asked: 0,
}));

/** Brings a tab of the right column into sight; what was searched is kept for the next search. */
export function showSide(tab: SideTab): void {
  useSide.setState({ tab, searching: false, folded: false, drawer: isNarrow() });
}

export function openSearch(replacing: boolean): void {
  leavePlace();
  useSide.setState(({ asked }) => ({
    searching: true,
    replacing,
    folded: false,
    drawer: isNarrow(),
    asked: asked + 1,
  }));
}

/** Back to the tab that was there before, and to the place that was found or where somebody was writing. */
export function closeSearch(): void {
  const { drawer } = useSide.getState();
  useSide.setState({ searching: false });
  if (!drawer) backToPlace();
}
