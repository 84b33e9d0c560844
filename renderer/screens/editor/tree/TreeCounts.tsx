import { useTranslation } from 'react-i18next';
import { Badge } from '../../../components/Badge';
import { useOverview } from '../../../state/findings';
import { changesBelow, countBelow } from '../../../state/overview';

/** What was found below a line of the tree: errors, else warnings, else what changed since last year. */
export function TreeCounts({ target = '', open }: { readonly target?: string; readonly open?: number }) {
  const { t } = useTranslation('editor');
  const errors = useOverview((state) => (target ? countBelow(state, target, 'error') : 0));
  const warnings = useOverview((state) => (target ? countBelow(state, target, 'warning') : (open ?? 0)));
  const changes = useOverview((state) => (target ? changesBelow(state, target) : 0));
  return (
    <span className="tree-counts">
      {changes > 0 ? (
        <Badge tone="change" round label={t('tree.changes')}>
          {changes}
        </Badge>
      ) : null}
      {warnings > 0 && errors === 0 ? (
        <Badge tone="warn" round label={t(target ? 'severity.warning' : 'leftover.open')}>
          {warnings}
        </Badge>
      ) : null}
      {errors > 0 ? (
        <Badge tone="error" round label={t('severity.error')}>
          {errors}
        </Badge>
      ) : null}
    </span>
  );
}
