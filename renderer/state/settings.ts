import { create } from 'zustand';
import type { Language } from '../i18n/setup';
import { backend } from './backend';

/** Preferences of the person at this PC. */
export interface Settings {
  readonly language: Language;
  readonly theme: 'system' | 'light' | 'dark';
  /** Size of all text, percent. */
  readonly textSize: number;
  /** Stands in the edit history and in the lock of a document. */
  readonly userName: string;
}

const DEFAULTS: Settings = { language: 'ja', theme: 'system', textSize: 100, userName: '' };

export const useSettings = create<Settings>(() => DEFAULTS);

/** Takes over what the shell keeps; the defaults stay where it has nothing. */
export async function loadSettings(): Promise<void> {
  useSettings.setState(await backend().readSettings());
}

/** Changes preferences at once and has them kept. */
export function choose(patch: Partial<Settings>): void {
  useSettings.setState(patch);
  void backend().writeSettings(patch);
}
