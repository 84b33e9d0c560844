import { useTranslation } from 'react-i18next';
import type { FormItem } from '../../../../shared/forms/types';
import { Badge } from '../../../components/Badge';
import { Button } from '../../../components/Button';
import { useReadOnly, write } from '../../../state/document';
import { usePrior, usePriorValue } from '../../../state/prior';
import { ValueText } from '../ValueText';

/** Last year's wording under an item that changed since, and the way back to it. */
export function PriorNote({ path, item }: { readonly path: string; readonly item: FormItem }) {
  const { t } = useTranslation('editor');
  const shown = usePrior((state) => state.shown);
  const prior = usePriorValue(path);
  const readOnly = useReadOnly();
  if (!shown || !prior || item.fixed) return null;
  return (
    <div className="prior">
      <Badge tone="change">{t('prior.badge')}</Badge> <ValueText value={prior.before} />{' '}
      {readOnly ? null : (
        <Button look="link" onPress={() => write(path, prior.before, 'restorePrior')}>
          {t('prior.restore')}
        </Button>
      )}
    </div>
  );
}
