import { useTranslation } from 'react-i18next';
import type { ReviewMark } from '../../../../shared/assessment/document';
import type { Value } from '../../../../shared/assessment/types';
import { shell } from '../../../shell';
import { Badge } from '../../../components/Badge';
import { Button } from '../../../components/Button';
import { messageOf } from '../../../i18n/message';
import { valueOrReport } from '../../../state/shellResult';
import { updateView, useDocument, useReadOnly, setItemValue } from '../../../state/document';
import { ValueText } from '../../../components/ValueText';

/** 要確認: what the import or a conversion could not decide, and the button that settles it. */
export function ReviewNote({ path }: { readonly path: string }) {
  const { t } = useTranslation('editor');
  const mark = useDocument(({ view }) => view?.review.find((review) => review.path === path));
  const readOnly = useReadOnly();
  if (!mark || mark.settled) return null;
  return (
    <>
      <p className="line-up">
        <Badge tone="warn">{t('review.badge')}</Badge>
        <span className="warn-text">{messageOf('reasons', mark.reason)}</span>
        {readOnly ? null : (
          <Button variant="link" onPress={() => void settleReview(path)}>
            {t('review.settle')}
          </Button>
        )}
      </p>
      {readOnly ? null : <Candidates mark={mark} />}
    </>
  );
}

/** Alternative readings; choosing one replaces the value and settles the mark. */
function Candidates({ mark: { path, candidates } }: { readonly mark: ReviewMark }) {
  const { t } = useTranslation('editor');
  return candidates.map((candidate, at) => (
    <p key={at} className="line-up label">
      <span className="muted">{t('review.candidate')}</span>
      <ValueText value={candidate} />
      <Button variant="link" onPress={() => void acceptCandidate(path, candidate)}>
        {t('review.take')}
      </Button>
    </p>
  ));
}

function acceptCandidate(path: string, candidate: Value): Promise<void> {
  setItemValue(path, candidate);
  return settleReview(path);
}

async function settleReview(path: string): Promise<void> {
  const view = useDocument.getState().view;
  if (!view) return;
  const mark = await valueOrReport(
    shell.commands['document.settleReview']({ session: view.session, path, settled: true }),
  );
  const now = useDocument.getState().view;
  if (mark && now)
    updateView(view.session, { review: now.review.map((other) => (other.path === path ? mark : other)) });
}
