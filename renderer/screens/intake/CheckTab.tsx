import { useTranslation } from 'react-i18next';
import type { SourcePlace } from '../../../shared/assessment/document';
import { EmptyState } from '../../components/EmptyState';
import { useDocument } from '../../state/document';
import { useIntake } from '../../state/intake';
import { ItemCard } from './ItemCard';
import { LeftoverList } from './LeftoverList';

/** The item looked at with what can be done about it, and below it the text that no item was found for. */
export function CheckTab({ places }: { readonly places: readonly SourcePlace[] }) {
  const { t } = useTranslation('intake');
  const path = useIntake((state) => state.path);
  const open = useDocument(({ view }) => view?.review.some(({ settled }) => !settled));
  return (
    <div className="intake-check stack">
      {path === undefined ? (
        <EmptyState title={t(open ? 'choose' : 'allChecked')}>
          {t(open ? 'chooseHelp' : 'allCheckedHelp')}
        </EmptyState>
      ) : (
        <ItemCard path={path} places={places} />
      )}
      <LeftoverList />
    </div>
  );
}
