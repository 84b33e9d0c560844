import i18next from 'i18next';
import { switchLanguage } from '../i18n/setup';
import type { Settings } from '../../shared/commands/preferences';

const darkScheme = window.matchMedia('(prefers-color-scheme: dark)');
let current: Settings | undefined;
darkScheme.addEventListener('change', () => current && applyAppearance(current));

/** Language, theme and size of text as chosen, at once and for the whole window. */
export function applyAppearance(settings: Settings): void {
  current = settings;
  const root = document.documentElement;
  root.dataset.theme = settings.theme === 'system' ? (darkScheme.matches ? 'dark' : 'light') : settings.theme;
  root.style.setProperty('--text-scale', String(settings.textSize / 100));
  if (i18next.language !== settings.language) void switchLanguage(settings.language);
}
