import { startTexts } from '../i18n/setup';
import { resume } from '../state/opening';
import { followSaving } from '../state/saving';
import { loadSettings, useSettings } from '../state/settings';
import { useView } from '../state/view';
import { listenToDrops } from './drop';
import { applyLooks } from './looks';
import { listenToMenu } from './menu';
import { screens } from './screens';

/** What must be there before the first screen: the settings, the texts, the looks, an ear for the shell. */
export async function start(): Promise<void> {
  await loadSettings();
  await startTexts(useSettings.getState().language);
  applyLooks(useSettings.getState());
  useSettings.subscribe(applyLooks);
  useView.setState({ available: screens.map(({ id }) => id) });
  followSaving();
  await resume();
  listenToMenu();
  listenToDrops();
}
