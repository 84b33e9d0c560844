import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Language = 'ja' | 'en';

const files = import.meta.glob<Record<string, unknown>>('../../resources/locales/{ja,en}/*.json', {
  eager: true,
  import: 'default',
});

/** Starts the texts in a language. All languages are in memory, so a switch shows at once. */
export async function startTexts(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'ja',
    defaultNS: 'common',
    resources: bundles(),
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  markDocument(language);
}

export async function switchLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  markDocument(language);
}

function markDocument(language: Language): void {
  document.documentElement.lang = language;
}

/** `…/locales/ja/common.json` → bundles.ja.common */
function bundles(): Record<Language, Record<string, Record<string, unknown>>> {
  const found: Record<Language, Record<string, Record<string, unknown>>> = { ja: {}, en: {} };
  for (const [path, texts] of Object.entries(files)) {
    const [language, file] = path.split('/').slice(-2) as [Language, string];
    found[language][file.replace('.json', '')] = texts;
  }
  return found;
}
