import { lazy, Suspense, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Toasts } from '../components/Toasts';
import { useHasDocument } from '../state/document';
import { useView } from '../state/view';
import { Problems } from './Problems';
import { screens, type ScreenEntry, type ScreenId } from './screens';

const elements = new Map<ScreenId, ReactNode>(screens.map((screen) => [screen.id, lazyScreen(screen)]));

function lazyScreen(screen: ScreenEntry): ReactNode {
  const Screen = lazy(async () => ({ default: await screen.load() }));
  return <Screen key={screen.id} />;
}

/** The window: the screen that is shown, and the messages that pass over it. */
export function App() {
  const { i18n } = useTranslation();
  const screen = useScreen();
  return (
    <I18nProvider locale={i18n.language === 'en' ? 'en-US' : 'ja-JP'}>
      <Problems>
        <Suspense fallback={null}>{elements.get(screen)}</Suspense>
      </Problems>
      <Toasts />
    </I18nProvider>
  );
}

function useScreen(): ScreenId {
  const wanted = useView((state) => state.place.screen);
  const hasDocument = useHasDocument();
  const entry = screens.find((screen) => screen.id === wanted);
  return entry && (hasDocument || !entry.needsDocument) ? entry.id : 'start';
}
