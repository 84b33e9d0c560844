import { create } from 'zustand';

/** The tabs of the right column; `search` is there while something is searched. */
export type SideTab = 'findings' | 'hints' | 'history' | 'comments' | 'leftover' | 'search';

interface SideState {
  readonly tab: SideTab;
  /** Folded away by the person (wide window), or opened as a drawer (narrow window). */
  readonly folded: boolean;
  readonly drawer: boolean;
  readonly treeFolded: boolean;
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

/** In a narrow window the right column is a drawer. */
export const NARROW = '(max-width: 1100px)';

function isNarrow(): boolean {
  return window.matchMedia(NARROW).matches;
}

/** Brings a tab of the right column into sight. */
export function showSide(tab: SideTab): void {
  useSide.setState({ tab, folded: false, drawer: isNarrow() });
}

export function openSearch(replacing: boolean): void {
  useSide.setState(({ asked }) => ({
    tab: 'search',
    searching: true,
    replacing,
    folded: false,
    drawer: isNarrow(),
    asked: asked + 1,
  }));
}

export function closeSearch(): void {
  useSide.setState({ searching: false, tab: 'findings' });
}
