import { startTexts } from '../i18n/setup';
import { loadSettings, useSettings } from '../state/settings';
import { applyLooks } from './looks';

/** What must be there before the first screen: the settings, the texts, the looks. */
export async function start(): Promise<void> {
  await loadSettings();
  const { language } = useSettings.getState();
  await startTexts(language);
  applyLooks(useSettings.getState());
  useSettings.subscribe(applyLooks);
}
