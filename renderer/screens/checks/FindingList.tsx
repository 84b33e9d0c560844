import { useTranslation } from 'react-i18next';
import type { JudgedFinding } from '../../../shared/checks/judged';
import { sectionKeyOf } from '../../../shared/checks/view';
import { EmptyState } from '../../components/EmptyState';
import { clockText } from '../../i18n/dates';
import { numberedDay } from '../../i18n/days';
import { useChecks } from '../../state/checks';
import { findingKey } from '../../state/findingSteps';
import { FindingCard } from './FindingCard';
import { useSectionName } from './sections';
import { useChecksView } from './state';

/** The findings under the headings of their sections. */
export function FindingList({ shown }: { readonly shown: readonly JudgedFinding[] }) {
  const nameOf = useSectionName();
  if (shown.length === 0) return <Nothing />;
  const keys = [...new Set(shown.map(({ finding }) => sectionKeyOf(finding.path)))];
  return (
    <>
      {keys.map((key) => (
        <section key={key} className="stack-tight" aria-label={nameOf(key)}>
          <h2 className="checks-section">{nameOf(key)}</h2>
          <ul className="checks-list">
            {shown
              .filter(({ finding }) => sectionKeyOf(finding.path) === key)
              .map((one) => (
                <FindingCard key={findingKey(one.finding)} judged={one} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** A document without findings says what was checked and when; a filter without findings only that. */
function Nothing() {
  const { t, i18n } = useTranslation('checking');
  const { report, judged, checkedAt } = useChecks();
  const { filter, section, query } = useChecksView();
  const isFiltered = filter !== 'all' || section !== undefined || query.trim() !== '';
  const hasOpen = judged.some(({ acceptance }) => !acceptance);
  if (!report || checkedAt === undefined) return null;
  if (isFiltered && (hasOpen || filter === 'accepted')) return <EmptyState title={t('none.filtered')} />;
  return (
    <EmptyState title={t('none.title')}>
      {t('none.what', {
        day: numberedDay(report.subject.referenceDate, i18n.language),
        time: clockText(checkedAt, i18n.language, 'short'),
        count: report.states.size,
        not: report.notChecked.length,
      })}
    </EmptyState>
  );
}
