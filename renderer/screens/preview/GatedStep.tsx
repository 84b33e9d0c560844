import { useTranslation } from 'react-i18next';
import { stops, type Purpose } from '../../../shared/checks/gates';
import { Button } from '../../components/Button';
import { TextInput } from '../../components/TextInput';
import { GateList } from '../../components/submission/GateList';
import { gatesNow, prepareGates, useGates } from '../../state/submission';
import { openScreen } from '../../state/navigation';

/** Whether 提出前チェック stops the open document as it is now. */
export async function isStopped(purpose: Purpose): Promise<boolean> {
  await prepareGates();
  return stops(gatesNow(purpose));
}

/** The lines that stop, the way to each, and room for the sentence with which the file is written all the same. */
export function GatedStep(props: {
  readonly purpose: Purpose;
  readonly sentence: string;
  readonly onSentence: (sentence: string) => void;
  readonly onLeave: () => void;
}) {
  const { t } = useTranslation('checking');
  const gates = useGates(props.purpose);
  const open = gates.filter(({ state }) => state === 'stop' || state === 'attention');
  const count = open.filter(({ state }) => state === 'stop').length;
  const whole = () => {
    props.onLeave();
    openScreen('submission', { purpose: props.purpose });
  };
  return (
    <div className="stack">
      <p>
        {count > 0 ? t('submission.stop', { count }) : t('submission.clear')}　
        <Button variant="link" onPress={whole}>
          {t('submission.open')}
        </Button>
      </p>
      <GateList gates={open} onLeave={props.onLeave} />
      {count > 0 ? (
        <TextInput
          label={t('submission.sentence')}
          help={t('submission.sentenceHelp')}
          value={props.sentence}
          onChange={props.onSentence}
        />
      ) : null}
    </div>
  );
}

/** Once nothing stops any more, no sentence is needed. */
export function GatedActions(props: {
  readonly purpose: Purpose;
  readonly sentence: string;
  readonly onBack: () => void;
  readonly onGo: () => void;
}) {
  const { t } = useTranslation(['checking', 'common']);
  const isStopping = stops(useGates(props.purpose));
  return (
    <>
      <Button onPress={props.onBack}>{t('common:back')}</Button>
      <Button variant="primary" disabled={isStopping && props.sentence.trim() === ''} onPress={props.onGo}>
        {t(isStopping ? 'submission.override' : 'submission.proceed')}
      </Button>
    </>
  );
}
