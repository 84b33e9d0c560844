import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Frame } from '../../components/frame/Frame';
import { TopBar } from '../../components/frame/TopBar';
import { Button } from '../../components/Button';
import { openPreviousScreen } from '../../state/navigation';
import { BatchReport } from './BatchReport';
import { Selection } from './Selection';
import { GatedDialog } from './GatedDialog';
import { ExposureDialog } from './ExposureDialog';
import { ExistingFilesDialog } from './ExistingFilesDialog';
import { enterBatch, plannedFiles, start, type BatchStep, useBatch } from './state';
import { Writing } from './Writing';

/** まとめて書き出し: the assessments of a folder, written in several formats, with a report. */
export function BatchScreen() {
  const { t } = useTranslation(['batch', 'common']);
  const { folder, step } = useBatch();
  useEffect(() => void enterBatch(), []);
  return (
    <Frame
      mainLabel={t('title')}
      top={
        <TopBar
          title={t('title')}
          detail={folder}
          before={
            <Button variant="icon" label={t('common:back')} onPress={openPreviousScreen}>
              ←
            </Button>
          }
        >
          {isChoosing(step) ? <StartButton /> : null}
        </TopBar>
      }
    >
      <div className="page page-wide stack">
        {step.kind === 'write' ? <Writing step={step} /> : null}
        {step.kind === 'done' ? <BatchReport lines={step.lines} /> : null}
        {isChoosing(step) ? <Selection /> : null}
      </div>
      {step.kind === 'gated' ? <GatedDialog step={step} /> : null}
      {step.kind === 'exposed' ? <ExposureDialog step={step} /> : null}
      {step.kind === 'ask' ? <ExistingFilesDialog present={step.present} /> : null}
    </Frame>
  );
}

/** The choices stay in sight behind what is asked. */
function isChoosing({ kind }: BatchStep): boolean {
  return kind === 'choose' || kind === 'gated' || kind === 'exposed' || kind === 'ask';
}

function StartButton() {
  const { t } = useTranslation('batch');
  const state = useBatch();
  const count = plannedFiles(state).length;
  const ready = count > 0 && state.formats.length > 0 && state.target !== '' && !state.listing;
  return (
    <Button variant="primary" disabled={!ready} onPress={() => void start()}>
      {count === 0 ? t('goNone') : t('go', { count })}
    </Button>
  );
}
