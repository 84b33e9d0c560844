import { create } from 'zustand';
import type { ScreenId } from './screenId';

/** A screen and what it was opened with (a path, the id of an import …). */
export interface Place {
  readonly screen: ScreenId;
  readonly args: Readonly<Record<string, string>>;
}

interface NavigationState {
  readonly place: Place;
  /** Places shown before this one, the latest last. */
  readonly history: readonly Place[];
  /** Screens that this program has. */
  readonly available: readonly ScreenId[];
}

const START: Place = { screen: 'start', args: {} };

export const useNavigation = create<NavigationState>(() => ({ place: START, history: [], available: [] }));

/** Shows a screen. */
export function openScreen(screen: ScreenId, args: Place['args'] = {}): void {
  useNavigation.setState(({ place, history: trail }) => ({
    place: { screen, args },
    history: [...trail, place].slice(-20),
  }));
}

/** Back to the place before this one, the start screen where there was none. */
export function openPreviousScreen(): void {
  useNavigation.setState(({ history: trail }) => ({
    place: trail.at(-1) ?? START,
    history: trail.slice(0, -1),
  }));
}
