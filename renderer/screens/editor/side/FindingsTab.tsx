import { useTranslation } from 'react-i18next';
import type { Finding, Severity } from '../../../../shared/checks/types';
import { Badge, type Tone } from '../../../components/Badge';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { messageOf } from '../../../i18n/message';
import { useOverview } from '../../../state/findings';
import { findingKey, revealFinding, stepFinding } from '../../../state/findingSteps';
import { useFocus } from '../../../state/focus';
import { useLabel } from '../../../state/labels';
import { openScreen } from '../../../state/navigation';
import { BlankLine } from './BlankLine';

const TONES: Readonly<Record<Severity, Tone>> = { error: 'error', warning: 'warn', notice: 'accent' };

/** 点検: everything that was found and not accepted, in the order of the paper. */
export function FindingsTab() {
  const { t } = useTranslation('editor');
  const findings = useOverview((state) => state.findings);
  return (
    <>
      <BlankLine />
      <div className="side-bar">
        <Button variant="link" onPress={() => openScreen('checks')}>
          {t('findings.whole')}
        </Button>
        <span className="grow" />
        {findings.length > 0 ? <Steps /> : null}
      </div>
      {findings.length === 0 ? (
        <EmptyState title={t('findings.none')}>{t('findings.noneHelp')}</EmptyState>
      ) : (
        <ul>
          {findings.map((finding) => (
            <FindingLine key={findingKey(finding)} finding={finding} />
          ))}
        </ul>
      )}
    </>
  );
}

function Steps() {
  const { t } = useTranslation('editor');
  return (
    <>
      <Button
        variant="icon"
        label={t('findings.previous')}
        shortcut="Shift+F8"
        onPress={() => stepFinding(-1)}
      >
        ↑
      </Button>
      <Button variant="icon" label={t('findings.next')} shortcut="F8" onPress={() => stepFinding(1)}>
        ↓
      </Button>
    </>
  );
}

function FindingLine({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation('editor');
  const label = useLabel(finding.path);
  const here = useFocus((state) => state.path === finding.path);
  return (
    <li className={here ? 'side-item side-item-here' : 'side-item'}>
      <p>
        <Badge tone={TONES[finding.severity]}>{t(`severity.${finding.severity}`)}</Badge>{' '}
        <button
          type="button"
          className="button button-link side-title"
          onClick={() => revealFinding(finding)}
        >
          {label.short}
        </button>
      </p>
      <p className="muted small">{label.headings}</p>
      <p className="label">
        {messageOf('checks', { code: `rules.${finding.rule}`, params: finding.params })}
      </p>
      <p>
        <Button variant="link" onPress={() => openScreen('checks', { finding: findingKey(finding) })}>
          {t('findings.more')}
        </Button>
      </p>
    </li>
  );
}
