import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommandHandlers } from '../../state/windowCommands';
import { Frame } from '../../components/frame/Frame';
import { TopBar } from '../../components/frame/TopBar';
import { Button } from '../../components/Button';
import { chooseAndOpenFile } from '../../state/opening';
import { useOffice } from '../../state/office';
import { openScreen, useNavigation } from '../../state/navigation';
import { LedgerSection } from './ledger/LedgerSection';
import { NewDialog } from './NewDialog';
import { RecentFiles } from './RecentFiles';
import { Recoverables } from './Recoverables';
import { Samples } from './Samples';
import { StartCard } from './StartCard';

/** The first screen: what to do first, and what was done last. */
export function StartScreen() {
  const { t } = useTranslation(['start', 'common']);
  const asked = useNavigation((state) => state.place.args.new === 'yes');
  const available = useNavigation((state) => state.available);
  const hasLedger = useOffice(({ ledger }) => (ledger?.rows.length ?? 0) > 0);
  const [creating, setCreating] = useState(asked);
  const [handlers] = useState(() => ({ 'file.new': () => setCreating(true) }));
  useCommandHandlers(handlers);
  return (
    <Frame
      mainLabel={t('title')}
      top={
        <TopBar title={t('common:appName')} detail={t('about')}>
          {available.includes('ledger') ? (
            <Button onPress={() => openScreen('ledger')}>{t('ledger')}</Button>
          ) : null}
          <Button onPress={() => openScreen('settings')}>{t('common:settings')}</Button>
        </TopBar>
      }
    >
      <div className={hasLedger ? 'page page-wide start start-office' : 'page start'}>
        <Recoverables />
        <h2>{t('title')}</h2>
        <div className="start-cards">
          <StartCard
            title={t('new.title')}
            help={t('new.help')}
            action={t('new.begin')}
            primary
            onPress={() => setCreating(true)}
          />
          <StartCard
            title={t('open.title')}
            help={t('open.help')}
            action={t('open.begin')}
            onPress={() => void chooseAndOpenFile()}
          />
          {available.includes('intake') ? (
            <StartCard
              title={t('import.title')}
              help={t('import.help')}
              action={t('import.begin')}
              onPress={() => openScreen('intake')}
            />
          ) : null}
          <StartCard
            title={t('batch.title')}
            help={t('batch.help')}
            action={t('batch.begin')}
            onPress={() => openScreen('batch')}
          />
        </div>
        <LedgerSection />
        <RecentFiles />
        <Samples />
      </div>
      {creating ? <NewDialog onClose={() => setCreating(false)} /> : null}
    </Frame>
  );
}
