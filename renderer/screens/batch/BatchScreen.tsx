import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Frame } from '../../app/Frame';
import { TopBar } from '../../app/TopBar';
import { Button } from '../../components/Button';
import { goBack } from '../../state/view';
import { BatchReport } from './BatchReport';
import { Choosing } from './Choosing';
import { PresentDialog } from './PresentDialog';
import { begin, named, start, useBatch } from './state';
import { Writing } from './Writing';

/** まとめて書き出し: the assessments of a folder, written in several formats, with a report. */
export function BatchScreen() {
  const { t } = useTranslation(['batch', 'common']);
  const { folder, step } = useBatch();
  useEffect(() => void begin(), []);
  return (
    <Frame
      mainLabel={t('title')}
      top={
        <TopBar
          title={t('title')}
          detail={folder}
          before={
            <Button look="icon" label={t('common:back')} onPress={goBack}>
              ←
            </Button>
          }
        >
          {step.kind === 'choose' || step.kind === 'ask' ? <Go /> : null}
        </TopBar>
      }
    >
      <div className="page page-wide stack">
        {step.kind === 'write' ? <Writing step={step} /> : null}
        {step.kind === 'done' ? <BatchReport lines={step.lines} /> : null}
        {step.kind === 'choose' || step.kind === 'ask' ? <Choosing /> : null}
      </div>
      {step.kind === 'ask' ? <PresentDialog present={step.present} /> : null}
    </Frame>
  );
}

function Go() {
  const { t } = useTranslation('batch');
  const state = useBatch();
  const count = named(state).length;
  const ready = count > 0 && state.formats.length > 0 && state.target !== '' && !state.listing;
  return (
    <Button look="primary" disabled={!ready} onPress={() => void start()}>
      {count === 0 ? t('goNone') : t('go', { count })}
    </Button>
  );
}
