import { useTranslation } from 'react-i18next';
import { proposedDecisions } from '../../../shared/compare/material/decide';
import { datedSteps, stepsOf } from '../../../shared/compare/material/steps';
import { parseDate, toWareki } from '../../../shared/japanese/wareki';
import { Badge } from '../../components/Badge';
import { Button } from '../../components/Button';
import { Callout } from '../../components/Callout';
import { Option } from '../../components/Option';
import { TextInput } from '../../components/TextInput';
import { useReadOnly } from '../../state/document';
import { useForm } from '../../state/outline';
import { useRound, work } from './round';
import type { Compared } from './useComparison';

const TONES = { reassess: 'warn', amend: 'good', undecided: 'warn', nothing: 'accent' } as const;

/** What all decisions together mean: 再実施 or 修正のみ, and until when each step has to begin. */
export function SumPanel({ compared }: { readonly compared: Compared }) {
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
        {readOnly ? null : <AcceptProposals compared={compared} />}
        {sum.verdict === 'reassess' && !readOnly ? <Steps form={comparison.after.form} /> : null}
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
  const accept = () => work(({ decisions }) => ({ decisions: { ...proposed, ...decisions } }));
  return (
    <span>
      <Button onPress={accept}>{t('sum.accept', { count })}</Button>
    </span>
  );
}

function Steps({ form }: { readonly form: Compared['comparison']['after']['form'] }) {
  const { t } = useTranslation('compare');
  const { effective, withOptional } = useRound();
  const iso = isoOf(effective);
  const steps = iso ? datedSteps(form, iso, withOptional) : [];
  const latest = new Map(steps.map((step) => [step.id, step.latest]));
  return (
    <div className="stack-tight">
      <div className="line-up">
        <TextInput
          label={t('sum.effective')}
          value={effective}
          onChange={(text) => work(() => ({ effective: text }))}
          help={effective !== '' && !iso ? t('sum.unread') : t('sum.effectiveHelp')}
        />
        <Option
          kind="checkbox"
          chosen={withOptional}
          onChange={(chosen) => work(() => ({ withOptional: chosen }))}
        >
          {t('sum.optional')}
        </Option>
      </div>
      <dl className="sum-steps">
        {stepsOf(form).map(({ id, duty }) => (
          <div key={id} style={{ display: 'contents' }}>
            <dt>{t(`sum.step.${id}`)}</dt>
            <dd>
              <Badge tone={duty === 'must' ? 'accent' : 'plain'}>{t(`sum.${duty}`)}</Badge>
            </dd>
            <dd>{latest.has(id) ? t('sum.by', { date: warekiOf(latest.get(id) ?? '') }) : null}</dd>
          </div>
        ))}
      </dl>
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

function warekiOf(iso: string): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return toWareki({ year, month, day });
}
