import { useTranslation } from 'react-i18next';
import { shell } from '../../../shell';
import { Badge } from '../../../components/Badge';
import { Button } from '../../../components/Button';
import { messageOf } from '../../../i18n/message';
import { ask } from '../../../state/ask';
import { update, useDocument } from '../../../state/document';

/** 要確認: what the import could not tell for certain, and the way to say that it was looked at. */
export function ReviewNote({ path }: { readonly path: string }) {
  const { t } = useTranslation('editor');
  const mark = useDocument(({ view }) => view?.review.find((review) => review.path === path));
  if (!mark || mark.settled) return null;
  return (
    <p className="line-up">
      <Badge tone="warn">{t('review.badge')}</Badge>
      <span className="warn-text">{messageOf('reasons', mark.reason)}</span>
      <Button look="link" onPress={() => void settle(path)}>
        {t('review.settle')}
      </Button>
    </p>
  );
}

async function settle(path: string): Promise<void> {
  const view = useDocument.getState().view;
  if (!view) return;
  const mark = await ask(
    shell.commands['document.settleReview']({ session: view.session, path, settled: true }),
  );
  const now = useDocument.getState().view;
  if (mark && now)
    update(view.session, { review: now.review.map((other) => (other.path === path ? mark : other)) });
}
