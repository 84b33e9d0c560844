import { create } from 'zustand';
import { isNarrow } from './narrow';
import { focusReturnTarget, rememberReturnTarget } from './searchMark';

/** The tabs of the right column. */
export type SideTab = 'findings' | 'guidance' | 'history' | 'comments' | 'leftover';

interface SidePanelState {
  readonly tab: SideTab;
  /** Folded away by the person (wide window), or opened as a drawer (narrow window, where there is no third column). */
  readonly folded: boolean;
  readonly drawer: boolean;
  readonly treeFolded: boolean;
  /** The search is shown in place of the tabs. */
  readonly searching: boolean;
  readonly replacing: boolean;
  /** Grows each time the search is opened, so that its field gets the focus again. */
  readonly searchRequests: number;
}

export const useSidePanel = create<SidePanelState>(() => ({
  tab: 'findings',
  folded: false,
  drawer: false,
  treeFolded: false,
  searching: false,
  replacing: false,
  searchRequests: 0,
}));

/** Shows a tab of the right column; the query of the search is kept for the next search. */
export function showSideTab(tab: SideTab): void {
  useSidePanel.setState({ tab, searching: false, folded: false, drawer: isNarrow() });
}

export function openSearch(replacing: boolean): void {
  rememberReturnTarget();
  useSidePanel.setState(({ searchRequests: asked }) => ({
    searching: true,
    replacing,
    folded: false,
    drawer: isNarrow(),
    searchRequests: asked + 1,
  }));
}

/** Shows the tabs again and returns the focus to the last hit or to where the search was opened from. */
export function closeSearch(): void {
  const { drawer } = useSidePanel.getState();
  useSidePanel.setState({ searching: false });
  if (!drawer) focusReturnTarget();
}
