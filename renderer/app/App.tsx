import { useEffect, useReducer, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Toasts } from '../components/Toasts';
import { useHasDocument } from '../state/document';
import { useNavigation } from '../state/navigation';
import { BackupsDialog } from './BackupsDialog';
import { DamageDialog } from './damage/DamageDialog';
import { HelpDialogs } from './help/HelpDialogs';
import { load, loadedScreen, screenFor } from './loading';
import { ScreenErrorBoundary } from './ScreenErrorBoundary';
import { PaletteDialog } from './palette/PaletteDialog';
import { screens } from './screens';
import type { ScreenId } from '../state/screenId';
import { ThinDialog } from './ThinDialog';

/** The window: the screen that is shown, and the messages that pass over it. */
export function App() {
  const { i18n } = useTranslation();
  const screen = useLoaded(useScreen());
  return (
    <I18nProvider locale={i18n.language === 'en' ? 'en-US' : 'ja-JP'}>
      <div className="screen">
        <ScreenErrorBoundary>{screen}</ScreenErrorBoundary>
      </div>
      <BackupsDialog />
      <DamageDialog />
      <ThinDialog />
      <HelpDialogs />
      <PaletteDialog />
      <Toasts />
    </I18nProvider>
  );
}

function useScreen(): ScreenId {
  const wanted = useNavigation((state) => state.place.screen);
  return screenFor(wanted, useHasDocument());
}

/** A screen. Once the first is shown the others are loaded, so that each opens at once. */
function useLoaded(id: ScreenId): ReactNode {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    void load(id)
      .then(redraw)
      .then(() => requestIdleCallback(() => screens.forEach((screen) => void load(screen.id))));
  }, [id]);
  return loadedScreen(id);
}
