import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { diffText } from '../../../../shared/compare/diffText';
import type { Value } from '../../../../shared/assessment/types';
import type { FormItem } from '../../../../shared/forms/types';
import { Badge } from '../../../components/Badge';
import { Button } from '../../../components/Button';
import { useReadOnly, useValue, setItemValue } from '../../../state/document';
import { usePrior, usePriorValue } from '../../../state/prior';
import { ValueText } from '../../../components/ValueText';

/** Last year's wording under an item that changed since, with the words that changed, and the way back to it. */
export function PriorNote({ path, item }: { readonly path: string; readonly item: FormItem }) {
  const shown = usePrior((state) => state.shown);
  const prior = usePriorValue(path);
  if (!shown || !prior || item.fixed) return null;
  return <Note path={path} before={prior.before} />;
}

function Note({ path, before }: { readonly path: string; readonly before: Value | undefined }) {
  const { t } = useTranslation('editor');
  const now = useValue(path);
  const readOnly = useReadOnly();
  return (
    <div className="prior">
      <Badge tone="change">{t('prior.badge')}</Badge>{' '}
      {typeof before === 'string' && typeof now === 'string' ? (
        <ChangedWords before={before} after={now} />
      ) : (
        <ValueText value={before} />
      )}{' '}
      {readOnly ? null : (
        <Button variant="link" onPress={() => setItemValue(path, before, 'restorePrior')}>
          {t('prior.restore')}
        </Button>
      )}
    </div>
  );
}

/** From this length on (characters) changed words are not marked while somebody types. */
const LONG = 20_000;

function ChangedWords({ before, after }: { readonly before: string; readonly after: string }) {
  const segments = useMemo(
    () => (before.length + after.length > LONG ? [] : diffText(before, after)),
    [before, after],
  );
  if (segments.length === 0) return <span className="prewrap">{before}</span>;
  return (
    <span className="prewrap">
      {segments.map(({ kind, text }, at) => {
        if (kind === 'removed')
          return (
            <del key={at} className="removed">
              {text}
            </del>
          );
        return kind === 'added' ? (
          <ins key={at} className="added">
            {text}
          </ins>
        ) : (
          <span key={at}>{text}</span>
        );
      })}
    </span>
  );
}
