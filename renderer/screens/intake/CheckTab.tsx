import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourcePlace } from '../../../shared/assessment/document';
import { EmptyState } from '../../components/EmptyState';
import { useDocument } from '../../state/document';
import { useIntake } from '../../state/intake';
import { ItemCard } from './ItemCard';
import { LeftoverList } from './LeftoverList';

/** The selected item with its actions, and below it the text that no item was found for. */
export function CheckTab({ places }: { readonly places: readonly SourcePlace[] }) {
  const { t } = useTranslation('intake');
  const path = useIntake((state) => state.path);
  const open = useDocument(({ view }) => view?.review.some(({ settled }) => !settled));
  return (
    <div className="intake-check stack">
      {path === undefined ? (
        <Nothing title={t(open ? 'choose' : 'allChecked')}>
          {t(open ? 'chooseHelp' : 'allCheckedHelp')}
        </Nothing>
      ) : (
        <ItemCard path={path} places={places} />
      )}
      <LeftoverList />
    </div>
  );
}

/** Nothing is selected, or everything is settled: announced by screen readers, and the next stop of Tab follows it. */
function Nothing({ title, children }: { readonly title: string; readonly children: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={place} tabIndex={-1} className="nothing-left" role="group" aria-label={title}>
      <EmptyState title={title}>{children}</EmptyState>
    </div>
  );
}
