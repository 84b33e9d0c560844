import { useTranslation } from 'react-i18next';
import { useChecks } from '../../state/checks';
import { clockText } from '../../i18n/dates';
import { numberedDay } from '../../i18n/days';

/** 基準日, and how many rules were judged when. */
export function ChecksStatus() {
  const { t, i18n } = useTranslation('checking');
  const report = useChecks((state) => state.report);
  const checkedAt = useChecks((state) => state.checkedAt);
  if (!report || checkedAt === undefined) return null;
  return (
    <>
      <span>{t('status.day', { day: numberedDay(report.subject.referenceDate, i18n.language) })}</span>
      <span>
        {t('status.rules', {
          count: report.states.size,
          time: clockText(checkedAt, i18n.language, 'short'),
        })}
      </span>
    </>
  );
}
