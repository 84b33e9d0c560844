import { startTexts } from '../i18n/setup';
import { useDocument } from '../state/document';
import { resumeOpenDocument } from '../state/opening';
import { followSaving } from '../state/saving';
import { loadSettings, useSettings } from '../state/settings';
import { resetFocus } from '../state/focus';
import { followPlaces, forgetPlaces } from '../state/placeHistory';
import { dismissOutdated, dismissPassing } from '../state/toasts';
import { useNavigation } from '../state/navigation';
import { listenToDrops, openAnyFile } from './openFiles';
import { restoreLostFocus } from './focusKeeper';
import { load, loadFirst } from './loading';
import { applyAppearance } from './appearance';
import { listenToMenu } from './menu';
import { screens } from './screens';
import { followOpenDocument } from './windowTitle';

/** The first screen waits at most this time (ms) for the document. */
const FIRST_SCREEN_TIMEOUT = 400;

/**
 * What must be there before the first screen: the settings, the texts, the looks, an ear for the shell, and the document
 * that the program was started with, if it opens at once.
 */
export async function start(): Promise<void> {
  followSaving();
  dismissPassedToasts();
  restoreLostFocus();
  followPlaces();
  const given = listenToMenu();
  await loadSettings();
  await startTexts(useSettings.getState().language);
  applyAppearance(useSettings.getState());
  followOpenDocument();
  useSettings.subscribe(applyAppearance);
  useNavigation.setState({ available: screens.map(({ id }) => id) });
  listenToDrops();
  const first = openInitialDocument(given).then(loadFirst);
  await Promise.race([first, new Promise((resolve) => setTimeout(resolve, FIRST_SCREEN_TIMEOUT))]);
}

/** Takes up what is open in the shell already, then the file of the start; the editor is fetched meanwhile. */
async function openInitialDocument(given: Promise<string | undefined>): Promise<void> {
  await resumeOpenDocument();
  const path = await given;
  if (path === undefined) return;
  void load('editor');
  await openAnyFile(path);
}

/** Messages go with the document and the screen that they were said on, and once what they say does not hold any more. */
function dismissPassedToasts(): void {
  useDocument.subscribe(({ view, assessment }, before) => {
    if (view?.session !== before.view?.session) {
      dismissPassing();
      resetFocus();
      forgetPlaces();
    } else if (assessment !== before.assessment || view?.rounds !== before.view?.rounds) dismissOutdated();
  });
  useNavigation.subscribe(({ place }, before) => {
    if (place.screen !== before.place.screen) dismissPassing();
  });
}
