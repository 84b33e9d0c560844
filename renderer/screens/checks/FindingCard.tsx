import { useTranslation } from 'react-i18next';
import type { JudgedFinding } from '../../../shared/checks/judged';
import { ruleOf } from '../../../shared/checks/rules';
import { Badge } from '../../components/Badge';
import { messageOf } from '../../i18n/message';
import { momentText } from '../../i18n/dates';
import { findingKey } from '../../state/findingSteps';
import { useLabel } from '../../state/labels';
import { FindingActions } from './FindingActions';
import { FindingWords } from './FindingWords';
import { TONES } from './Filters';
import { look, sentenceOf, useChecksView } from './state';

/** One finding: its sentence and place; unfolded also its words, its ground and what can be done. */
export function FindingCard({ judged }: { readonly judged: JudgedFinding }) {
  const { t } = useTranslation('checking');
  const { finding, acceptance } = judged;
  const key = findingKey(finding);
  const label = useLabel(finding.path);
  const isChosen = useChecksView((state) => state.chosen === key);
  const place = [label.headings, label.short].filter((part) => part !== '').join('　');
  return (
    <li className={isChosen ? 'checks-card checks-card-chosen' : 'checks-card'} data-finding={key}>
      <button
        type="button"
        className="checks-head"
        aria-expanded={isChosen}
        onClick={() => look({ chosen: isChosen ? undefined : key, accepting: undefined })}
      >
        <Badge tone={acceptance ? 'good' : TONES[finding.severity]}>
          {acceptance ? t('filter.accepted') : t(`filter.${finding.severity}`)}
        </Badge>
        <span className="grow">
          <span className="checks-sentence">{sentenceOf(judged)}</span>
          <span className="muted small">{place}</span>
        </span>
      </button>
      {isChosen ? (
        <div className="checks-body stack-tight">
          <FindingWords finding={finding} />
          <Explanation rule={finding.rule} />
          {acceptance ? <Accepted judged={judged} /> : null}
          <FindingActions judged={judged} />
        </div>
      ) : null}
    </li>
  );
}

/** Why the rule holds, and what it rests on. */
function Explanation({ rule }: { readonly rule: string }) {
  const { t } = useTranslation('checking');
  const ground = ruleOf(rule)?.ground;
  return (
    <p className="label">
      {messageOf('checks', { code: `why.${rule}` })}
      {ground ? (
        <span className="muted">
          {' '}
          {t('ground', { ground: messageOf('checks', { code: `grounds.${ground}` }) })}
        </span>
      ) : null}
    </p>
  );
}

function Accepted({ judged: { acceptance } }: { readonly judged: JudgedFinding }) {
  const { t, i18n } = useTranslation('checking');
  if (!acceptance) return null;
  const { reason, author, at } = acceptance;
  const who = [author.department, author.name].filter((part) => part !== '').join(' ');
  return (
    <p className="label">
      {t('accept.by', { who, time: momentText(at, i18n.language) })}
      <br />
      <span className="prewrap">{reason}</span>
    </p>
  );
}
