import { useTranslation } from 'react-i18next';
import { idWithRole } from '../../../../shared/forms/roles';
import type { FormItem } from '../../../../shared/forms/types';
import { toWareki } from '../../../../shared/japanese/wareki';
import { dutyFromAnswers, thresholdAnswers } from '../../../../shared/threshold/items';
import { Button } from '../../../components/Button';
import { useDocument } from '../../../state/document';
import { useForm } from '../../../state/outline';
import { latestThreshold } from '../../../state/thresholds';
import { openScreen } from '../../../state/navigation';

/** What the law asks for by the answers of the form, and the counted number that is kept and not printed. */
export function ThresholdLine({ item: { id } }: { readonly item: FormItem }) {
  const form = useForm();
  if (id === idWithRole(form, 'thresholdResult')) return <Duty />;
  if (id === idWithRole(form, 'people')) return <Counted of="people" />;
  return id === idWithRole(form, 'handlers') ? <Counted of="handlers" /> : null;
}

function Duty() {
  const { t } = useTranslation('threshold');
  const form = useForm();
  // 様式３ and 様式４ do not ask for the numbers: there the latest しきい値判断 tells.
  const duty = useDocument(({ assessment, view }) =>
    assessment
      ? (dutyFromAnswers(thresholdAnswers(form, assessment)) ?? latestThreshold(view?.thresholds ?? [])?.duty)
      : undefined,
  );
  const written = useDocument(({ assessment }) =>
    assessment ? thresholdAnswers(form, assessment).duty : undefined,
  );
  return (
    <p className="label threshold-line">
      {duty ? t('screen.line', { duty: t(`duty.${duty}`) }) : null}
      {duty && written && duty !== written ? (
        <span className="warn-text"> {t('screen.lineDiffers')}</span>
      ) : null}{' '}
      <Button variant="link" onPress={() => openScreen('threshold')}>
        {t('screen.openScreen')}
      </Button>
    </p>
  );
}

function Counted(props: { readonly of: 'people' | 'handlers' }) {
  const { t } = useTranslation('threshold');
  const record = useDocument(({ view }) => view && latestThreshold(view.thresholds));
  if (!record) return null;
  const day = new Date(record.at);
  const date = toWareki({ year: day.getFullYear(), month: day.getMonth() + 1, day: day.getDate() });
  const count = record[props.of];
  return (
    <p className="label threshold-line muted">
      {t('screen.lineCount', { count: count.toLocaleString('en-US'), date })}
    </p>
  );
}
