import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { toWareki } from '../../../shared/japanese/wareki';
import { dateOfDay } from '../../../shared/japanese/days';
import { distancesOf } from '../../../shared/threshold/distance';
import { procedureDates, type MarkedDay, type StepDates } from '../../../shared/threshold/procedure';
import { reasonsOf } from '../../../shared/threshold/reasons';
import {
  closedSentence,
  distanceSentence,
  reasonSentence,
  type ThresholdSentence,
} from '../../../shared/threshold/sentences';
import { dutyOf, performedFor, type Duty, type ThresholdFacts } from '../../../shared/threshold/threshold';
import { Badge } from '../../components/Badge';
import { EmptyState } from '../../components/EmptyState';
import { Select } from '../../components/Select';
import { useSettings } from '../../state/settings';
import { answer, factsOf, offeredDuties, planOf, useThresholdDraft } from '../../state/thresholdDraft';

/** Sentences name other keys of their own file, so that the file is given apart. */
function sentenceOf({ key, params }: ThresholdSentence): string {
  const translate = i18next.t as (key: string, options: Readonly<Record<string, string>>) => string;
  return translate(key, { ...params, ns: 'threshold' });
}

/** The result once the questions are answered: 義務の結果 and 実施する評価 apart, the way to it, and what follows. */
export function Result() {
  const { t } = useTranslation('threshold');
  const draft = useThresholdDraft();
  const { ownRule } = useSettings();
  const facts = factsOf(draft);
  if (!facts)
    return (
      <div className="threshold-result">
        <EmptyState title={t('screen.open')}>{t('screen.openHelp')}</EmptyState>
      </div>
    );
  const duty = dutyOf(facts);
  const performed = performedFor(duty, { [duty]: draft.performed ?? ownRule[duty] });
  return (
    <div className="threshold-result stack" aria-live="polite">
      <div className="threshold-duties">
        <div>
          <p className="field-label">{t('screen.duty')}</p>
          <p className="threshold-duty">{t(`duty.${duty}`)}</p>
        </div>
        <Select
          label={t('screen.performed')}
          options={offeredDuties(duty).map((id) => ({ id, label: t(`duty.${id}`) }))}
          chosen={performed}
          onChoose={(chosen) => answer({ performed: chosen })}
        />
      </div>
      <Reasons facts={facts} />
      <Steps dates={procedureDates(duty, performed, planOf(draft))} performed={performed} />
    </div>
  );
}

/** The way through the table, and how near another result is. */
function Reasons({ facts }: { readonly facts: ThresholdFacts }) {
  const { t } = useTranslation('threshold');
  return (
    <>
      <section>
        <h3 className="field-label">{t('screen.reasons')}</h3>
        <ol className="threshold-path">
          {reasonsOf(facts).map((reason, at) => (
            <li key={at}>{sentenceOf(reasonSentence(reason))}</li>
          ))}
        </ol>
      </section>
      <section>
        <h3 className="field-label">{t('screen.distance')}</h3>
        <ul className="threshold-counting">
          {distancesOf(facts).map((distance, at) => (
            <li key={at}>{sentenceOf(distanceSentence(distance))}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Steps({ dates, performed }: { readonly dates: readonly StepDates[]; readonly performed: Duty }) {
  const { t } = useTranslation('threshold');
  if (performed === 'none') return null;
  const days = dates.flatMap(({ planned, earliest, latest }) => [planned, earliest, latest]);
  const hasReckoned = days.some((day) => day?.isComputed === true);
  return (
    <section>
      <h3 className="field-label">{t('screen.steps')}</h3>
      <table className="threshold-steps">
        <tbody>
          {dates.map((step) => (
            <tr key={step.step}>
              <th scope="row">
                {t(`step.${step.step}`)}
                <br />
                <span className="muted small">{step.ground}</span>
              </th>
              <td>
                <StepDays step={step} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hasReckoned ? <p className="muted small">{t('screen.reckoned')}</p> : null}
    </section>
  );
}

function StepDays({ step }: { readonly step: StepDates }) {
  const { t } = useTranslation('threshold');
  const { planned, earliest, latest, conflict, basis } = step;
  return (
    <>
      {planned ? <DayLine kind="planned" day={planned} /> : null}
      {earliest ? <DayLine kind="earliest" day={earliest} /> : null}
      {latest ? <DayLine kind="latest" day={latest} /> : null}
      {conflict ? <Badge tone="error">{t('date.conflict')}</Badge> : null}
      {basis === 'choice' ? <Badge>{t('date.choice')}</Badge> : null}
      {!planned && !earliest && !latest ? <span className="muted">{t('screen.noDay')}</span> : null}
    </>
  );
}

function DayLine(props: { readonly kind: 'planned' | 'earliest' | 'latest'; readonly day: MarkedDay }) {
  const { t } = useTranslation('threshold');
  const { day, closed, isComputed } = props.day;
  const date = `${toWareki(dateOfDay(day))}${isComputed ? '※' : ''}`;
  return (
    <p>
      {t(`date.${props.kind}`, { date })}
      {closed ? <span className="warn-text small"> （{sentenceOf(closedSentence(closed))}）</span> : null}
    </p>
  );
}
