import { useTranslation } from 'react-i18next';
import type { Need } from '../../../shared/checks/types';
import { Button } from '../../components/Button';
import { Callout } from '../../components/Callout';
import { EmptyState } from '../../components/EmptyState';
import { messageOf } from '../../i18n/message';
import { useChecks } from '../../state/checks';
import { readNeighbours, useNeighbours } from '../../state/neighbours';

/** The rules that could not be judged, by what they would need. */
export function NotCheckedList() {
  const { t } = useTranslation('checking');
  const notChecked = useChecks((state) => state.report?.notChecked ?? []);
  const isReading = useNeighbours((state) => state.isReading);
  if (notChecked.length === 0) return <EmptyState title={t('notChecked.none')} />;
  const needs = [...new Set(notChecked.flatMap((one) => one.needs))];
  return (
    <>
      <Callout>
        <p>{t('notChecked.help')}</p>
        <p>
          <Button disabled={isReading} onPress={() => void readNeighbours('now')}>
            {t('notChecked.again')}
          </Button>
        </p>
      </Callout>
      {needs.map((need) => (
        <section key={need} className="stack-tight">
          <h2 className="checks-section">{needName(need)}</h2>
          <ul className="checks-list">
            {notChecked
              .filter((one) => one.needs.includes(need))
              .map(({ rule }) => (
                <li key={rule} className="checks-card">
                  <p className="label">{messageOf('checks', { code: `why.${rule}` })}</p>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function needName(need: Need): string {
  return messageOf('checks', { code: `needs.${need}` });
}
