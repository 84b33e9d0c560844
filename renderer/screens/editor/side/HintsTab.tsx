import { useTranslation } from 'react-i18next';
import { itemIdOf } from '../../../../shared/assessment/path';
import { findItem } from '../../../../shared/forms/lookup';
import { EmptyState } from '../../../components/EmptyState';
import { useFocus } from '../../../state/focus';
import { useForm } from '../../../state/outline';
import { hints } from './hints';
import { ItemHead } from './ItemHead';

/** 書き方: guidance on the item that has the focus. */
export function HintsTab() {
  const { t } = useTranslation(['hints', 'editor']);
  const path = useFocus((state) => state.path);
  const placed = findItem(useForm(), itemIdOf(path ?? ''));
  if (!path || !placed) return <EmptyState title={t('editor:history.choose')} />;
  return (
    <>
      <ItemHead path={path} />
      <ul>
        {hints
          .filter((hint) => hint.fits(placed))
          .map(({ key }) => (
            <li key={key} className="side-item label">
              {t(`items.${key}`)}
            </li>
          ))}
      </ul>
    </>
  );
}
