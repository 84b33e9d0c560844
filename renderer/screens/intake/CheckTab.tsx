import { useEffect, useRef } from 'react';
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

/** Nothing is looked at, or nothing is left to look at: read out, and the next Tab leads on from here. */
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
