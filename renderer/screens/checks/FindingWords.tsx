import { useTranslation } from 'react-i18next';
import { applyEdit } from '../../../shared/assessment/edit';
import { textLocationsIn } from '../../../shared/assessment/search';
import { fixOf } from '../../../shared/checks/fix';
import { plainText } from '../../../shared/assessment/values';
import type { Finding } from '../../../shared/checks/types';
import { ChangedText } from '../../components/ChangedText';
import { useChecks } from '../../state/checks';
import { useAssessment } from '../../state/document';
import { useLabel } from '../../state/labels';

/** Characters that are shown before and behind the words. */
const CONTEXT = 40;

/** The words of the finding in their sentence, marked, and what 直す would make of them. */
export function FindingWords({ finding }: { readonly finding: Finding }) {
  return (
    <>
      <Quote finding={finding} />
      <Correction finding={finding} />
    </>
  );
}

function Quote({ finding: { path, span } }: { readonly finding: Finding }) {
  const value = useAssessment().values[path];
  const spot = span && textLocationsIn(path, value).find(({ within }) => within === span.within);
  if (!span || !spot || span.from === span.to) return null;
  const { text } = spot;
  const [from, to] = [Math.max(0, span.from - CONTEXT), Math.min(text.length, span.to + CONTEXT)];
  return (
    <blockquote className="checks-quote prewrap">
      {from > 0 ? '…' : ''}
      {text.slice(from, span.from)}
      <mark>{text.slice(span.from, span.to)}</mark>
      {text.slice(span.to, to)}
      {to < text.length ? '…' : ''}
    </blockquote>
  );
}

/** Before and after of every item that 直す would change. */
function Correction({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation('checking');
  const assessment = useAssessment();
  const report = useChecks((state) => state.report);
  const edit = report && fixOf(report.subject, finding);
  if (!edit) return null;
  const after = applyEdit(assessment, edit);
  const paths = [...new Set([...Object.keys(assessment.values), ...Object.keys(after.values)])].filter(
    (path) => assessment.values[path] !== after.values[path],
  );
  return (
    <div className="checks-fix">
      <p className="field-label">{t('fix.preview')}</p>
      {paths.map((path) => (
        <div key={path}>
          {path === finding.path ? null : <OtherPlace path={path} />}
          <ChangedText
            before={plainText(assessment.values[path])}
            after={plainText(after.values[path])}
            side="both"
          />
        </div>
      ))}
    </div>
  );
}

function OtherPlace({ path }: { readonly path: string }) {
  const { short, headings } = useLabel(path);
  return <p className="muted small">{`${headings}　${short}`}</p>;
}
