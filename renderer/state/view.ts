import { create } from 'zustand';
import type { ScreenId } from './screenId';

/** Where the person is: a screen and what it was opened with (a path, the id of an import …). */
export interface Place {
  readonly screen: ScreenId;
  readonly args: Readonly<Record<string, string>>;
}

interface ViewState {
  readonly place: Place;
  /** Places passed on the way here, the latest last. */
  readonly trail: readonly Place[];
  /** Screens that this program has. */
  readonly available: readonly ScreenId[];
}

const START: Place = { screen: 'start', args: {} };

export const useView = create<ViewState>(() => ({ place: START, trail: [], available: [] }));

/** Shows a screen. */
export function goTo(screen: ScreenId, args: Place['args'] = {}): void {
  useView.setState(({ place, trail }) => ({ place: { screen, args }, trail: [...trail, place].slice(-20) }));
}

/** Back to the place before this one, the start screen where there was none. */
export function goBack(): void {
  useView.setState(({ trail }) => ({ place: trail.at(-1) ?? START, trail: trail.slice(0, -1) }));
}
