import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Frame } from '../../app/Frame';
import { TopBar } from '../../app/TopBar';
import { Button } from '../../components/Button';
import { goTo } from '../../state/view';
import { NewDialog } from './NewDialog';

/** The first screen: what to do first. */
export function StartScreen() {
  const { t } = useTranslation(['start', 'common']);
  const [creating, setCreating] = useState(false);
  return (
    <Frame
      top={
        <TopBar title={t('common:appName')}>
          <Button onPress={() => goTo('settings')}>{t('common:settings')}</Button>
        </TopBar>
      }
    >
      <div className="page stack">
        <h2>{t('title')}</h2>
        <div className="line-up">
          <Button look="primary" large onPress={() => setCreating(true)}>
            {t('new.title')}
          </Button>
        </div>
      </div>
      {creating ? <NewDialog onClose={() => setCreating(false)} /> : null}
    </Frame>
  );
}
