import { create } from 'zustand';
import { instancesOf, type Path } from '../../shared/assessment/path';
import type { Assessment } from '../../shared/assessment/types';
import { useDocument } from './document';
import { focusItem, useFocus } from './focus';
import { openScreen, useNavigation, type Place } from './navigation';

/** A screen, and in the editor the item that had the focus there. */
export interface VisitedPlace extends Place {
  readonly item?: Path | undefined;
}

interface PlaceHistory {
  /** Places to go back to, the latest last. */
  readonly back: readonly VisitedPlace[];
  /** Places that were left by going back, the latest last. */
  readonly forward: readonly VisitedPlace[];
}

const EMPTY: PlaceHistory = { back: [], forward: [] };

/** Places that are remembered in each direction. */
const MAX_PLACES = 100;

export const usePlaceHistory = create<PlaceHistory>(() => EMPTY);

let isRestoring = false;
let isRecorded = false;

/**
 * Records the place that is left whenever another screen is shown or a jump in the form is requested (tree, finding,
 * search, comparison). Moving the focus by Tab or by a click is no jump.
 */
export function followPlaces(): void {
  useNavigation.subscribe(({ place }, before) => {
    if (place !== before.place) record(visited(before.place, useFocus.getState().path));
  });
  useFocus.subscribe(({ request }, { request: earlier, path }) => {
    const { place } = useNavigation.getState();
    if (request !== earlier && request && !request.keepsFocus && place.screen === 'editor')
      record(visited(place, path));
  });
}

export function forgetPlaces(): void {
  usePlaceHistory.setState(EMPTY, true);
}

/** Shows the previous place. False where there is none. */
export function goBack(): boolean {
  return step('back', 'forward');
}

/** Shows the place that going back left. False where there is none. */
export function goForward(): boolean {
  return step('forward', 'back');
}

/** One action (another screen, then an item there) is one step: only the first place of a task is recorded. */
function record(place: VisitedPlace): void {
  if (isRestoring || isRecorded || place.screen === 'start') return;
  isRecorded = true;
  queueMicrotask(() => (isRecorded = false));
  usePlaceHistory.setState(({ back }) => ({ back: pushed(back, place), forward: [] }));
}

function step(from: keyof PlaceHistory, to: keyof PlaceHistory): boolean {
  const history = usePlaceHistory.getState();
  const here = visited(useNavigation.getState().place, useFocus.getState().path);
  const at = history[from].findLastIndex((place) => isPresent(place) && !isSamePlace(place, here));
  const target = history[from][at];
  if (!target) return false;
  const next = { [from]: history[from].slice(0, at), [to]: pushed(history[to], here) };
  usePlaceHistory.setState(next);
  show(target);
  return true;
}

function show({ screen, args, item }: VisitedPlace): void {
  isRestoring = true;
  if (useNavigation.getState().place.screen !== screen) openScreen(screen, args);
  if (item !== undefined) focusItem(item);
  isRestoring = false;
}

function visited(place: Place, item: Path | undefined): VisitedPlace {
  return place.screen === 'editor' ? { ...place, item } : place;
}

function pushed(places: readonly VisitedPlace[], place: VisitedPlace): readonly VisitedPlace[] {
  const last = places.at(-1);
  return last && isSamePlace(last, place) ? places : [...places, place].slice(-MAX_PLACES);
}

function isSamePlace(one: VisitedPlace, other: VisitedPlace): boolean {
  return one.screen === other.screen && one.item === other.item;
}

/** Whether the entries that an item lies in still exist. */
function isPresent({ item }: VisitedPlace): boolean {
  const { assessment } = useDocument.getState();
  return item === undefined || (assessment !== undefined && hasEntries(assessment, item));
}

/** Whether every entry that a path names is in the document; ids of entries are unique. */
export function hasEntries(assessment: Assessment, path: Path): boolean {
  const ids = new Set(Object.values(assessment.lists).flatMap((entries) => entries.map(({ id }) => id)));
  return instancesOf(path).every((id) => ids.has(id));
}
