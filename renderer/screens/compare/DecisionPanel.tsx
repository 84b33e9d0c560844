import { useTranslation } from 'react-i18next';
import type { Decision } from '../../../shared/assessment/round';
import { decide } from '../../../shared/compare/material/decide';
import { CRITERIA } from '../../../shared/compare/material/criteria';
import { proposedReason, type IndicatedCriterion } from '../../../shared/compare/material/assessMateriality';
import type { ChangeView } from '../../../shared/compare/changeViews';
import { Button } from '../../components/Button';
import { Callout } from '../../components/Callout';
import { Option } from '../../components/Option';
import { Select } from '../../components/Select';
import { TextArea } from '../../components/TextArea';
import { useReadOnly } from '../../state/document';
import { groundText } from './grounds';
import { setDecision, setReason } from './round';
import { focusReasons, focusChange } from './focusChange';
import type { Compared } from './useComparison';

/** Whether one change of a ※ item is a 重要な変更: what suggests it, and the person's decision with its reason. */
export function DecisionPanel({
  view,
  compared,
}: {
  readonly view: ChangeView;
  readonly compared: Compared;
}) {
  const { t } = useTranslation('compare');
  const decision = compared.decisions[view.key];
  const { criteria, proposal } = view.materiality;
  const readOnly = useReadOnly();
  return (
    <Callout tone="warn">
      <div
        className="stack-tight"
        role="group"
        aria-label={t('decide.ask', { item: view.headings.at(-1) ?? '' })}
      >
        <p className="decide-ask">{t('decide.ask', { item: view.headings.at(-1) ?? '' })}</p>
        <p>{proposal === 'unmarked' ? null : t(`decide.proposal.${proposal}`)}</p>
        {criteria.length > 0 ? <Evidence grounds={criteria} /> : null}
        {readOnly ? <p>{decision?.reason}</p> : <Choice view={view} decision={decision} />}
        {decision && !readOnly ? <Reason view={view} decision={decision} /> : null}
      </div>
    </Callout>
  );
}

function Evidence({ grounds }: { readonly grounds: readonly IndicatedCriterion[] }) {
  const { t } = useTranslation('compare');
  return (
    <ul className="small" aria-label={t('decide.evidence')}>
      {grounds.slice(0, 3).map(({ criterion, words }) => (
        <li key={criterion.id}>
          {groundText(t, criterion.id)}
          {words.length > 0 ? <span className="muted">　「{words.join('」「')}」</span> : null}
        </li>
      ))}
    </ul>
  );
}

interface ChoiceProps {
  readonly view: ChangeView;
  readonly decision: Decision | undefined;
}

function Choice({ view, decision }: ChoiceProps) {
  const { t } = useTranslation('compare');
  const suggested = (indicates: 'formal' | 'material') =>
    view.materiality.criteria.find(({ criterion }) => criterion.indicates === indicates)?.criterion.id;
  const choose = (material: boolean) => {
    setDecision(view.key, decide(material, suggested(material ? 'material' : 'formal')));
    focusReasons(view.key);
  };
  return (
    <div className="line-up decide-choice">
      <Option
        kind="radio"
        name={`decide-${view.key}`}
        chosen={decision?.material === true}
        onChange={() => choose(true)}
      >
        {t('decide.yes')}
      </Option>
      <Option
        kind="radio"
        name={`decide-${view.key}`}
        chosen={decision?.material === false}
        onChange={() => choose(false)}
      >
        {t('decide.no')}
      </Option>
      {decision ? (
        <Button
          variant="link"
          onPress={() => {
            setDecision(view.key, undefined);
            focusChange(view.key);
          }}
        >
          {t('decide.undo')}
        </Button>
      ) : (
        <span className="muted small">{proposedReason(view.materiality)}</span>
      )}
    </div>
  );
}

/** The reason by the grounds of the data file, then its sentence, which a person may word. */
function Reason({ view, decision }: { readonly view: ChangeView; readonly decision: Decision }) {
  const { t } = useTranslation('compare');
  const indicates = decision.material ? 'material' : 'formal';
  const found = new Set(view.materiality.criteria.map(({ criterion }) => criterion.id));
  const options = CRITERIA.filter((ground) => ground.indicates === indicates)
    .sort((a, b) => Number(found.has(b.id)) - Number(found.has(a.id)))
    .map(({ id }) => ({ id, label: groundText(t, id) }));
  return (
    <div className="decide-reason">
      <Select
        label={t('decide.chooseReason')}
        options={[{ id: '', label: '－' }, ...options]}
        chosen={decision.ground ?? ''}
        onChoose={(id) => setDecision(view.key, decide(decision.material, id === '' ? undefined : id))}
      />
      <div className="field grow">
        <span className="field-label">{t('decide.sentence')}</span>
        <TextArea
          label={t('decide.sentence')}
          value={decision.reason}
          onCommit={(reason) => setReason(view.key, decision, reason)}
        />
      </div>
    </div>
  );
}
