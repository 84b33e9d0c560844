import type { ReactNode } from 'react';
import { useDocument } from '../state/document';
import { useNavigation } from '../state/navigation';
import type { ScreenId } from '../state/screenId';
import { screens } from './screens';

const loaded = new Map<ScreenId, ReactNode>();

/** The screen to show: the start screen where the requested one needs a document and none is open. */
export function screenFor(wanted: ScreenId, hasDocument: boolean): ScreenId {
  const entry = screens.find((screen) => screen.id === wanted);
  return entry && (hasDocument || !entry.needsDocument) ? entry.id : 'start';
}

/** A screen that has been loaded. */
export function loadedScreen(id: ScreenId): ReactNode {
  return loaded.get(id);
}

export async function load(id: ScreenId): Promise<void> {
  const entry = loaded.has(id) ? undefined : screens.find((screen) => screen.id === id);
  if (!entry) return;
  const Screen = await entry.load();
  loaded.set(id, <Screen key={id} />);
}

/** Loads the screen that will be shown first. */
export function loadFirst(): Promise<void> {
  return load(
    screenFor(useNavigation.getState().place.screen, useDocument.getState().assessment !== undefined),
  );
}
