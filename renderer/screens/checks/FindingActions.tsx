import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { acceptanceOf } from '../../../shared/checks/acceptance';
import { fixOf } from '../../../shared/checks/fix';
import { fixAllOf } from '../../../shared/checks/fixAll';
import type { JudgedFinding } from '../../../shared/checks/judged';
import type { Finding } from '../../../shared/checks/types';
import { Button } from '../../components/Button';
import { AcceptanceReason } from '../../components/AcceptanceReason';
import { acceptFindings, revokeAcceptance } from '../../state/acceptances';
import { useChecks } from '../../state/checks';
import { useDocument, useReadOnly } from '../../state/document';
import { findingKey, revealFinding } from '../../state/findingSteps';
import { dispatchWithUndo } from '../../state/undoToast';
import { openScreen } from '../../state/navigation';
import { look, useChecksView } from './state';

/** To the words in the form, 直す, 理由を付けて確認済み. */
export function FindingActions({ judged }: { readonly judged: JudgedFinding }) {
  const { t } = useTranslation('checking');
  const isReadOnly = useReadOnly();
  const { finding, acceptance } = judged;
  const key = findingKey(finding);
  const isAccepting = useChecksView((state) => state.accepting === key);
  if (isAccepting) return <ReasonForm finding={finding} />;
  return (
    <div className="line-up">
      <Button onPress={() => toForm(finding)}>{t('act.toWords')}</Button>
      {isReadOnly ? null : <Fixes finding={finding} />}
      {isReadOnly || acceptance ? null : (
        <Button onPress={() => look({ accepting: key })}>{t('act.accept')}</Button>
      )}
      {isReadOnly || !acceptance ? null : (
        <Button onPress={() => void revokeAcceptance(acceptance)}>{t('act.revoke')}</Button>
      )}
    </div>
  );
}

function toForm(finding: Finding): void {
  openScreen('editor');
  revealFinding(finding);
}

/** One correction, or all of the kind; each is one step that can be taken back. */
function Fixes({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation('checking');
  const report = useChecks((state) => state.report);
  const acceptances = useDocument(({ view }) => view?.acceptances);
  const edit = report && fixOf(report.subject, finding);
  if (!report || !edit) return null;
  const isOpen = (one: Finding) => acceptanceOf(report.subject, one, acceptances ?? []) === undefined;
  const others = report.findings.filter((one) => one.rule === finding.rule && isOpen(one)).length;
  const fixAll = () => {
    const fixed = fixAllOf(report, finding.rule, isOpen);
    if (fixed) dispatchWithUndo(fixed.edit, i18next.t('checking:fix.doneAll', { count: fixed.count }), LABEL);
  };
  return (
    <>
      <Button onPress={() => dispatchWithUndo(edit, i18next.t('checking:fix.done'), LABEL)}>
        {t('act.fix')}
      </Button>
      {others > 1 ? <Button onPress={fixAll}>{t('act.fixAll', { count: others })}</Button> : null}
    </>
  );
}

/** What the history calls the step. */
const LABEL = { label: 'fix' } as const;

/** Why the finding may stay as it is; the reason is kept with who and when. */
function ReasonForm({ finding }: { readonly finding: Finding }) {
  const close = () => look({ accepting: undefined });
  const accept = (reason: string) => {
    close();
    void acceptFindings([finding], reason);
  };
  return (
    <div className="stack-tight">
      <AcceptanceReason isPrimary onAccept={accept} onCancel={close} />
    </div>
  );
}
