import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemState, ReviewedItem } from '../../../shared/intake/review';
import { Badge } from '../../components/Badge';
import { EmptyState } from '../../components/EmptyState';
import { Select } from '../../components/Select';
import { useValue } from '../../state/document';
import { selectItem, useIntake } from '../../state/intake';
import { useLabel } from '../../state/labels';
import { ValueText } from '../../components/ValueText';
import { STATE_TONES } from './CountsBar';
import { ItemDropZone } from './ItemDropZone';

const FILTERS = ['all', 'certain', 'review', 'blank', 'absent'] as const;

/** All items in official order with what was read into them; 未割当 text can be dropped on any. */
export function ItemsTab({ items }: { readonly items: readonly ReviewedItem[] }) {
  const { t } = useTranslation('intake');
  const filter = useIntake((state) => state.filter);
  const shown = items.filter(({ state }) => filter === 'all' || state === filter);
  return (
    <div className="intake-items">
      <div className="side-head">
        <Select
          label={t('show')}
          options={FILTERS.map((id) => ({ id, label: t(`state.${id}`) }))}
          chosen={filter}
          onChoose={(id) => useIntake.setState({ filter: id })}
        />
      </div>
      {shown.length === 0 ? <EmptyState title={t('noneOfState')} /> : null}
      <ul>
        {shown.map(({ path, state }) => (
          <ItemLine key={path} path={path} state={state} />
        ))}
      </ul>
    </div>
  );
}

const ItemLine = memo(function ItemLine({
  path,
  state,
}: {
  readonly path: string;
  readonly state: ItemState;
}) {
  const { t } = useTranslation('intake');
  const label = useLabel(path);
  const value = useValue(path);
  const current = useIntake((intake) => intake.path === path);
  return (
    <li className="item-line">
      <ItemDropZone path={path}>
        <button
          type="button"
          className="side-link"
          aria-current={current}
          onClick={() => {
            selectItem(path);
            useIntake.setState({ tab: 'check' });
          }}
        >
          <span className="grow">
            <span className="muted small">{label.headings}</span>
            <br />
            <strong>{label.short}</strong>
            <span className="item-value">
              <ValueText value={value} />
            </span>
          </span>
          <Badge tone={STATE_TONES[state]}>{t(`state.${state}`)}</Badge>
        </button>
      </ItemDropZone>
    </li>
  );
});
