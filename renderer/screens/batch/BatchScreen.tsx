import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Frame } from '../../components/frame/Frame';
import { TopBar } from '../../components/frame/TopBar';
import { Button } from '../../components/Button';
import { openPreviousScreen } from '../../state/navigation';
import { BatchReport } from './BatchReport';
import { Choosing } from './Choosing';
import { ExposedDialog } from './ExposedDialog';
import { PresentDialog } from './PresentDialog';
import { begin, named, start, type Step, useBatch } from './state';
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
            <Button look="icon" label={t('common:back')} onPress={openPreviousScreen}>
              ←
            </Button>
          }
        >
          {isChoosing(step) ? <Go /> : null}
        </TopBar>
      }
    >
      <div className="page page-wide stack">
        {step.kind === 'write' ? <Writing step={step} /> : null}
        {step.kind === 'done' ? <BatchReport lines={step.lines} /> : null}
        {isChoosing(step) ? <Choosing /> : null}
      </div>
      {step.kind === 'exposed' ? <ExposedDialog step={step} /> : null}
      {step.kind === 'ask' ? <PresentDialog present={step.present} /> : null}
    </Frame>
  );
}

/** The choices stay in sight behind what is asked. */
function isChoosing({ kind }: Step): boolean {
  return kind === 'choose' || kind === 'exposed' || kind === 'ask';
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
