import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { dutyOf, performedFor } from '../../../shared/threshold/threshold';
import { Frame } from '../../components/frame/Frame';
import { TopBar } from '../../components/frame/TopBar';
import { Button } from '../../components/Button';
import { useDocument, useHasDocument, useReadOnly, useTitle } from '../../state/document';
import { useSettings } from '../../state/settings';
import { beginEmpty, beginWith, factsOf, useThresholdDraft } from '../../state/thresholdDraft';
import { applyThreshold, latestThreshold } from '../../state/thresholds';
import { openPreviousScreen } from '../../state/navigation';
import { CreateActions } from './CreateActions';
import { Questions } from './Questions';
import { Result } from './Result';

/** しきい値判断: the questions with how to count, and the result with its reasons, dates and what follows. */
export function ThresholdScreen() {
  const { t } = useTranslation(['threshold', 'common']);
  const hasDocument = useHasDocument();
  const title = useTitle();
  useBeginning();
  return (
    <Frame
      mainLabel={t('screen.title')}
      top={
        <TopBar
          title={t('screen.title')}
          detail={hasDocument ? title : t('screen.forNew')}
          before={
            <Button variant="icon" label={t('common:back')} onPress={openPreviousScreen}>
              ←
            </Button>
          }
        >
          {hasDocument ? <WriteAction /> : <CreateActions />}
        </TopBar>
      }
    >
      <div className="page page-wide threshold">
        <Questions />
        <Result />
      </div>
    </Frame>
  );
}

/** Each opening of the screen begins with the answers of last time. */
function useBeginning(): void {
  const session = useDocument(({ view }) => view?.session);
  useEffect(() => {
    const { view, assessment } = useDocument.getState();
    if (view && assessment) beginWith(view.session, assessment, latestThreshold(view.thresholds));
    else beginEmpty();
  }, [session]);
}

function WriteAction() {
  const { t } = useTranslation('threshold');
  const draft = useThresholdDraft();
  const isReadOnly = useReadOnly();
  const { ownRule } = useSettings();
  const facts = factsOf(draft);
  const write = () => {
    if (!facts) return;
    const duty = dutyOf(facts);
    void applyThreshold(draft, facts, performedFor(duty, { [duty]: draft.performed ?? ownRule[duty] }));
  };
  return (
    <Button variant="primary" disabled={!facts || isReadOnly} onPress={write}>
      {t('screen.write')}
    </Button>
  );
}
