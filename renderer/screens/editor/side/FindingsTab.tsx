import { useTranslation } from 'react-i18next';
import type { Finding, Severity } from '../../../../shared/checks/types';
import { Badge, type Tone } from '../../../components/Badge';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { messageOf } from '../../../i18n/message';
import { useOverview } from '../../../state/findings';
import { setFocusedItem, focusItem, useFocus } from '../../../state/focus';
import { useLabel } from '../../../state/labels';
import { BlankLine } from './BlankLine';

const TONES: Readonly<Record<Severity, Tone>> = { error: 'error', warning: 'warn', notice: 'accent' };

/** 点検: everything that was found, in the order of the paper. */
export function FindingsTab() {
  const { t } = useTranslation('editor');
  const findings = useOverview((state) => state.findings);
  if (findings.length === 0)
    return (
      <>
        <BlankLine />
        <EmptyState title={t('findings.none')}>{t('findings.noneHelp')}</EmptyState>
      </>
    );
  return (
    <>
      <BlankLine />
      <div className="side-bar">
        <span className="muted small">{t('findings.keys')}</span>
        <span className="grow" />
        <Button
          variant="icon"
          label={t('findings.previous')}
          shortcut="Alt+↑"
          onPress={() => stepFinding(-1)}
        >
          ↑
        </Button>
        <Button variant="icon" label={t('findings.next')} shortcut="Alt+↓" onPress={() => stepFinding(1)}>
          ↓
        </Button>
      </div>
      <ul>
        {findings.map((finding, at) => (
          <FindingLine key={`${finding.rule}${finding.path}${String(at)}`} finding={finding} />
        ))}
      </ul>
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
          onClick={() => focusItem(finding.path)}
        >
          {label.short}
        </button>
      </p>
      <p className="muted small">{label.headings}</p>
      <p className="label">
        {messageOf('checks', { code: `rules.${finding.rule}`, params: finding.params })}
      </p>
    </li>
  );
}

/** Focuses the next (1) or previous (-1) finding after the focused item; wraps around at the ends. */
export function stepFinding(step: 1 | -1): void {
  const { findings } = useOverview.getState();
  const { path } = useFocus.getState();
  const at = findings.findIndex((finding) => finding.path === path);
  const next =
    at < 0 ? (step > 0 ? 0 : findings.length - 1) : (at + step + findings.length) % findings.length;
  const found = skipSamePath(findings, next, step, path);
  if (!found) return;
  setFocusedItem(found.path);
  focusItem(found.path);
}

/** Two findings of one item are one stop. */
function skipSamePath(
  findings: readonly Finding[],
  from: number,
  step: number,
  path: string | undefined,
): Finding | undefined {
  for (let moved = 0; moved < findings.length; moved += 1) {
    const finding = findings[(from + moved * step + findings.length * 2) % findings.length];
    if (finding && finding.path !== path) return finding;
  }
  return findings[from];
}
