import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { dayText } from '../../i18n/dates';
import { proposedDecisions } from '../../../shared/compare/material/decide';
import {
  datedReassessmentSteps,
  reassessmentSteps,
} from '../../../shared/compare/material/reassessmentSteps';
import type { Round } from '../../../shared/assessment/round';
import { parseDate } from '../../../shared/japanese/wareki';
import { Badge } from '../../components/Badge';
import { Button } from '../../components/Button';
import { Callout } from '../../components/Callout';
import { Option } from '../../components/Option';
import { TextInput } from '../../components/TextInput';
import { useDocument, useReadOnly } from '../../state/document';
import { useForm } from '../../state/outline';
import { showToast } from '../../state/toasts';
import { useRound, updateRound } from './round';
import type { Compared } from './useComparison';

const TONES = { reassess: 'warn', amend: 'good', undecided: 'warn', nothing: 'accent' } as const;

/** What all decisions together mean: 再実施 or 修正のみ, and until when each step has to begin. `brief`: without the steps. */
export function DecisionSummary({
  compared,
  brief,
}: {
  readonly compared: Compared;
  readonly brief?: boolean;
}) {
  const { t } = useTranslation('compare');
  const { sum, comparison } = compared;
  const readOnly = useReadOnly();
  const count = sum.verdict === 'reassess' ? sum.material.length : sum.undecided.length;
  return (
    <Callout tone={TONES[sum.verdict]} role="status">
      <div className="stack-tight">
        <p>
          <strong>{t('sum.title')}</strong>　{t(`sum.${sum.verdict}`, { count })}
          {sum.verdict === 'reassess' && sum.undecided.length > 0 ? (
            <>　{t('sum.undecided', { count: sum.undecided.length })}</>
          ) : null}
        </p>
        {sum.verdict === 'amend' || sum.verdict === 'reassess' ? (
          <p className="label">{t(`sum.follows.${sum.verdict}`)}</p>
        ) : null}
        {readOnly ? null : <AcceptProposals compared={compared} />}
        {sum.verdict === 'reassess' && !readOnly && !brief ? <Steps form={comparison.after.form} /> : null}
      </div>
    </Callout>
  );
}

/** One step for all ※ items where the program found a ground against a 重要な変更; each can still be changed. */
function AcceptProposals({ compared }: { readonly compared: Compared }) {
  const { t } = useTranslation('compare');
  const form = useForm();
  const proposed = proposedDecisions(form, compared.comparison, compared.decisions);
  const count = Object.keys(proposed).length;
  if (count === 0) return null;
  const accept = () => {
    updateRound(({ decisions }) => ({ decisions: { ...proposed, ...decisions } }));
    showToast(t('sum.accepted', { count }), {
      action: { label: i18next.t('undo'), run: () => updateRound(takeBack(proposed)) },
      isValid: () => areDecided(proposed),
    });
  };
  return (
    <span>
      <Button onPress={accept}>{t('sum.accept', { count })}</Button>
    </span>
  );
}

/** Whether all of them are still decided as they were accepted. */
function areDecided(accepted: Round['decisions']): boolean {
  const rounds = useDocument.getState().view?.rounds ?? [];
  return rounds.some(({ decisions }) =>
    Object.entries(accepted).every(([key, decision]) => decisions[key] === decision),
  );
}

/** Takes those decisions back that are still as they were accepted. */
const takeBack = (accepted: Round['decisions']) => (round: Round) => ({
  decisions: Object.fromEntries(
    Object.entries(round.decisions).filter(([key, { material }]) => accepted[key]?.material !== material),
  ),
});

function Steps({ form }: { readonly form: Compared['comparison']['after']['form'] }) {
  const { t, i18n } = useTranslation('compare');
  const { effective, withOptional } = useRound();
  const iso = isoOf(effective);
  const steps = iso ? datedReassessmentSteps(form, iso, withOptional) : [];
  const latest = new Map(steps.map((step) => [step.id, step.latest]));
  return (
    <div className="stack-tight">
      <div className="line-up">
        <TextInput
          label={t('sum.effective')}
          value={effective}
          onChange={(text) => updateRound(() => ({ effective: text }))}
          help={effective !== '' && !iso ? t('sum.unread') : t('sum.effectiveHelp')}
        />
        <Option
          kind="checkbox"
          chosen={withOptional}
          onChange={(chosen) => updateRound(() => ({ withOptional: chosen }))}
        >
          {t('sum.optional')}
        </Option>
      </div>
      <ol className="sum-steps">
        {reassessmentSteps(form).map(({ id, duty }) => (
          <li key={id}>
            <Badge tone={duty === 'must' ? 'accent' : 'plain'}>{t(`sum.${duty}`)}</Badge>
            <span className="label">{t(`sum.step.${id}`)}</span>
            <strong className="label">
              {latest.has(id)
                ? t(ENDS.has(id) ? 'sum.until' : 'sum.by', {
                    date: dayOf(latest.get(id) ?? '', i18n.language),
                  })
                : null}
            </strong>
          </li>
        ))}
      </ol>
      <p className="muted small">{t('sum.estimate')}</p>
    </div>
  );
}

/** ISO 8601; undefined where the text is no whole date. */
function isoOf(text: string): string | undefined {
  const date = parseDate(text);
  if (date?.day === undefined) return undefined;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(date.year)}-${two(date.month)}-${two(date.day)}`;
}

/** Steps that are done on one day; the others take their time and are begun by their day. */
const ENDS: ReadonlySet<string> = new Set(['submit', 'publish']);

/** A day for the reader of the screen: 令和9年4月1日, 1 April 2027. */
function dayOf(iso: string, language: string): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return dayText(new Date(year, month - 1, day).getTime(), language);
}
