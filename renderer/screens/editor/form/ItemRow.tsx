import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Node } from '../../../../shared/assessment/walk';
import { itemLabel } from '../../../../shared/forms/label';
import { classes } from '../../../components/classes';
import { Field } from '../../../fields/Field';
import { useOverview } from '../../../state/findings';
import { ConditionNote, useIdle } from './ConditionNote';
import { CountBehind } from './CountBehind';
import { ItemMenu } from './ItemMenu';
import { PriorNote } from './PriorNote';
import { ReviewNote } from './ReviewNote';
import { RowFindings } from './RowFindings';
import { ThresholdLine } from './ThresholdLine';

interface ItemRowProps {
  readonly node: Extract<Node, { kind: 'leaf' }>;
  readonly level: number;
  readonly alone: boolean;
  readonly label?: string;
}

/** A row of the official table: the label cell with number, wording and ※, and the value beside it. */
export const ItemRow = memo(function ItemRow({ node, level, alone, label }: ItemRowProps) {
  const { t } = useTranslation('editor');
  const { path, item } = node;
  const name = label ?? itemLabel(item);
  const idle = useIdle(path, item);
  const bad = useOverview(
    (state) => state.byPath.get(path)?.some(({ severity }) => severity === 'error') ?? false,
  );
  // The heading over a part names its only item.
  const labelId = alone ? `heading-${path}` : `label-${path}`;
  const notesId = `notes-${path}`;
  return (
    <div
      className={classes(
        'row',
        alone && 'row-alone',
        level > 0 && 'row-inner',
        idle && 'idle',
        bad && 'row-bad',
      )}
      id={`item-${path}`}
      data-path={path}
    >
      {alone ? null : (
        <div className="row-label">
          <span id={labelId}>{name}</span>
          {item.mark ? (
            <span className="mark" title={t('markMeaning')}>
              {' '}
              ※
            </span>
          ) : null}
          {item.printedNote ? <p className="muted small">{item.printedNote}</p> : null}
          <ItemMenu path={path} label={name} />
        </div>
      )}
      <div className="row-value">
        <Field path={path} item={item} labelledBy={labelId} describedBy={notesId} bad={bad} />
        <CountBehind path={path} item={item} />
        <ThresholdLine item={item} />
        <div id={notesId} className="row-notes">
          <ConditionNote path={path} item={item} />
          <RowFindings path={path} />
          <ReviewNote path={path} />
          {alone ? <ItemMenu path={path} label={name} /> : null}
        </div>
        <PriorNote path={path} item={item} />
      </div>
    </div>
  );
});
