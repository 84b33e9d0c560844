import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stops, type Purpose } from '../../../shared/checks/gates';
import { Frame } from '../../components/frame/Frame';
import { TopBar } from '../../components/frame/TopBar';
import { Button } from '../../components/Button';
import { Callout } from '../../components/Callout';
import { Menu } from '../../components/Menu';
import { Select } from '../../components/Select';
import { GateList } from '../../components/submission/GateList';
import { useTitle } from '../../state/document';
import { followOverview } from '../../state/findings';
import { prepareGates, stopping, useGates } from '../../state/submission';
import { openPreviousScreen, openScreen, useNavigation } from '../../state/navigation';
import { Overrides } from './Overrides';
import { writeGateSheet } from './sheet';

const PURPOSES: readonly Purpose[] = ['submission', 'publication'];

/** 提出前チェック: what must be settled before the document leaves the office. */
export function SubmissionScreen() {
  const { t } = useTranslation(['checking', 'common']);
  const title = useTitle();
  const asked = useNavigation(({ place }) => place.args.purpose);
  const [purpose, setPurpose] = useState<Purpose>(asked === 'publication' ? 'publication' : 'submission');
  useEffect(followOverview, []);
  useEffect(() => void prepareGates(), []);
  const gates = useGates(purpose);
  return (
    <Frame
      mainLabel={t('submission.title')}
      mainScrolls
      top={
        <TopBar
          title={t('submission.title')}
          detail={title}
          before={
            <Button variant="icon" label={t('common:back')} onPress={openPreviousScreen}>
              ←
            </Button>
          }
        >
          <Menu
            face={t('submission.print')}
            entries={(['docx', 'pdf'] as const).map((format) => ({
              kind: 'act',
              id: format,
              label: t(`list.${format}`),
              onAct: () => void writeGateSheet(gates, purpose, format),
            }))}
          />
          <Button variant="primary" onPress={() => openScreen('preview', { export: 'yes' })}>
            {t('submission.proceed')}
          </Button>
        </TopBar>
      }
    >
      <div className="page page-wide stack">
        <Select
          label={t('submission.purpose')}
          options={PURPOSES.map((id) => ({ id, label: t(`submission.${id}`) }))}
          chosen={purpose}
          onChoose={setPurpose}
        />
        {stops(gates) ? (
          <Callout tone="error">
            <strong>{t('submission.stop', { count: stopping(gates).length })}</strong>
            <p>{t('submission.stopHelp')}</p>
          </Callout>
        ) : (
          <Callout tone="good">
            <strong>{t('submission.clear')}</strong>
            <p>{t('submission.clearHelp')}</p>
          </Callout>
        )}
        <GateList gates={gates} onLeave={() => undefined} />
        <Overrides />
      </div>
    </Frame>
  );
}
