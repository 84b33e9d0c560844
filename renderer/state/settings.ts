import { create } from 'zustand';
import { DEFAULT_SETTINGS, type Settings } from '../../shared/commands/preferences';
import type { SettingsPatch } from '../../shared/commands/settings';
import { shell } from '../shell';
import { valueOrReport } from './shellResult';

export const useSettings = create<Settings>(() => DEFAULT_SETTINGS);

/** Takes over what the shell keeps, now and whenever it changes. */
export async function loadSettings(): Promise<void> {
  shell.on('settings.changed', (settings) => useSettings.setState(settings));
  const kept = await shell.commands['settings.get']();
  if (kept.ok) useSettings.setState(kept.value);
}

/** Changes preferences at once and has them kept. */
export function changeSettings(patch: SettingsPatch): void {
  useSettings.setState(patch as Partial<Settings>);
  void valueOrReport(shell.commands['settings.set'](patch));
}
