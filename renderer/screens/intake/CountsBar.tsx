import { useTranslation } from 'react-i18next';
import { countStates, type ItemState, type ReviewedItem } from '../../../shared/intake/review';
import type { Tone } from '../../components/Badge';
import { Button } from '../../components/Button';
import { classes } from '../../components/classes';
import { useDocument } from '../../state/document';
import { unplacedPieces, revealLeftover, stepToMark, useIntake } from '../../state/intake';

export const STATE_TONES: Readonly<Record<ItemState, Tone>> = {
  certain: 'good',
  review: 'warn',
  blank: 'accent',
  absent: 'error',
};

const STATES: readonly ItemState[] = ['certain', 'review', 'blank', 'absent'];

/** How many items have each state; a count filters the list. */
export function CountsBar({ items }: { readonly items: readonly ReviewedItem[] }) {
  const { t } = useTranslation('intake');
  const review = useDocument(({ view }) => view?.review) ?? [];
  const leftover = useDocument(({ view }) => view?.leftover) ?? [];
  const counts = countStates(items);
  const settled = review.filter((mark) => mark.settled).length;
  return (
    <div className="counts-bar">
      {STATES.map((state) => (
        <button
          key={state}
          type="button"
          className={classes('count-chip', 'badge', `badge-${STATE_TONES[state]}`)}
          title={t(`stateMeaning.${state}`)}
          onClick={() => useIntake.setState({ tab: 'items', filter: state })}
        >
          {t(`state.${state}`)} {counts[state]}
        </button>
      ))}
      <button
        type="button"
        className="count-chip badge badge-change"
        title={t('stateMeaning.leftover')}
        onClick={revealLeftover}
      >
        {t('state.leftover')} {unplacedPieces(leftover).length}
      </button>
      <span className="muted label">{t('settledOf', { done: settled, total: review.length })}</span>
      <span className="grow" />
      <Button shortcut="Alt+↑" disabled={counts.review === 0} onPress={() => stepToMark(-1)}>
        {t('previous')} ↑
      </Button>
      <Button shortcut="Alt+↓" disabled={counts.review === 0} onPress={() => stepToMark(1)}>
        {t('next')} ↓
      </Button>
    </div>
  );
}
