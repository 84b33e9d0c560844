import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { useOverview } from '../../state/findings';
import { togglePrior, usePrior } from '../../state/prior';
import { stepChange } from './changes';

/** How many items are filled, what was found, and with which edition it is compared. */
export function EditorStatus() {
  const { t } = useTranslation('editor');
  const { filled, findings } = useOverview();
  const changed = useOverview((state) => state.changed.length);
  const { revision, shown } = usePrior();
  const done = [...filled.values()].filter(Boolean).length;
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return (
    <>
      <span>{t('status.filled', { done, all: filled.size })}</span>
      <span>
        {t('severity.error')} {count('error')}　{t('severity.warning')} {count('warning')}
      </span>
      {revision ? (
        <>
          <span className="status-compared" title={revision.name}>
            {t('status.compared', { name: revision.name })}
          </span>
          {changed > 0 ? <ChangeSteps /> : null}
          <Button variant="link" onPress={togglePrior}>
            {shown ? t('prior.hide') : t('prior.show')}
          </Button>
        </>
      ) : null}
    </>
  );
}

/** From changed item to changed item. */
function ChangeSteps() {
  const { t } = useTranslation('editor');
  return (
    <span className="status-steps">
      {t('status.changes')}
      <Button
        variant="icon"
        label={t('status.previousChange')}
        shortcut="Shift+F7"
        onPress={() => stepChange(-1)}
      >
        ↑
      </Button>
      <Button variant="icon" label={t('status.nextChange')} shortcut="F7" onPress={() => stepChange(1)}>
        ↓
      </Button>
    </span>
  );
}
