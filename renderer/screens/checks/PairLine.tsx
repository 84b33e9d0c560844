import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { readNeighbours, useNeighbours } from '../../state/neighbours';

/** 組になる評価書: which assessment of the folder the document is compared with. */
export function PairLine() {
  const { t } = useTranslation('checking');
  const { partner, others, isReading, isPartial } = useNeighbours();
  return (
    <div className="side-section">
      <p className="side-heading">{t('pair.title')}</p>
      <div className="side-search label" role="status">
        <p>
          {isReading ? t('pair.reading') : partner ? t('pair.with', { name: partner.title }) : t('pair.none')}
        </p>
        {isPartial ? (
          <p className="muted small">{t('pair.partial', { count: others?.length ?? 0 })}</p>
        ) : null}
        <Button variant="link" disabled={isReading} onPress={() => void readNeighbours('now')}>
          {t('pair.again')}
        </Button>
      </div>
    </div>
  );
}
