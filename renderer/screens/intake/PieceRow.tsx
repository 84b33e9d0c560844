import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeftoverText } from '../../../shared/assessment/document';
import type { Path } from '../../../shared/assessment/path';
import { Badge } from '../../components/Badge';
import { Button } from '../../components/Button';
import { classes } from '../../components/classes';
import { useReadOnly } from '../../state/document';
import { selectPiece, useIntake } from '../../state/intake';
import { placeLeftover, reopenLeftover } from '../../state/leftover';
import { useLabel } from '../../state/labels';
import { startDrag } from './dragging';

/** The selected item, where it holds text. */
export interface Target {
  readonly path: Path;
  readonly short: string;
}

interface PieceRowProps {
  readonly piece: LeftoverText;
  /** Absent where there is no choice among several. */
  readonly marked: boolean | undefined;
  readonly target: Target | undefined;
  readonly onMark: (id: string, on: boolean) => void;
  readonly onPlace: (piece: LeftoverText) => void;
  readonly onDrop: (piece: LeftoverText) => void;
}

/** One text of the source that is in no item: its position, its words, and what can be done with it. */
export const PieceRow = memo(function PieceRow(props: PieceRowProps) {
  const { piece } = props;
  const chosen = useIntake((state) => state.piece === piece.id);
  const readOnly = useReadOnly();
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const isFree = !readOnly && piece.state === 'open';
  return (
    <tr
      ref={row}
      className={classes(chosen && 'piece-chosen', piece.state !== 'open' && 'piece-done')}
      draggable={isFree}
      onDragStart={(event) => startDrag(event, piece.id)}
    >
      <td className="muted small piece-where">
        {isFree && props.marked !== undefined ? <Mark {...props} marked={props.marked} /> : null}
        <SourceLine piece={piece} />
      </td>
      <td>
        {piece.heading === undefined ? null : <span className="muted small">{piece.heading}</span>}
        <button type="button" className="piece-text prewrap" onClick={() => selectPiece(piece.id)}>
          {piece.text}
        </button>
      </td>
      <td>{readOnly ? null : isFree ? <PlacingActions {...props} /> : <Decided piece={piece} />}</td>
    </tr>
  );
});

function Mark({ piece, marked, onMark }: PieceRowProps & { readonly marked: boolean }) {
  const { t } = useTranslation('intake');
  return (
    <input
      type="checkbox"
      className="piece-box"
      aria-label={t('left.mark', { text: piece.text })}
      checked={marked}
      onChange={(event) => onMark(piece.id, event.currentTarget.checked)}
    />
  );
}

function SourceLine({ piece }: { readonly piece: LeftoverText }) {
  const { t } = useTranslation('intake');
  const { page, sheet, line } = piece.where;
  if (page !== undefined) return t('left.onPage', { page });
  return sheet ?? (line === undefined ? '—' : t('left.line', { line }));
}

function Decided({ piece }: { readonly piece: LeftoverText }) {
  const { t } = useTranslation('intake');
  const placed = useLabel(piece.path ?? '');
  return (
    <span className="piece-acts">
      <Badge tone="good">{piece.state === 'placed' ? placed.short : t('left.unneeded')}</Badge>
      {piece.reason ? <span className="muted">{piece.reason}</span> : null}
      <Button variant="link" onPress={() => void reopenLeftover(piece)}>
        {t('left.reopen')}
      </Button>
    </span>
  );
}

function PlacingActions({ piece, target, onPlace, onDrop }: PieceRowProps) {
  const { t } = useTranslation('intake');
  return (
    <span className="piece-acts">
      {target ? (
        <Button variant="link" onPress={() => void placeLeftover(piece, target.path)}>
          {t('left.into', { item: target.short })}
        </Button>
      ) : null}
      <Button variant="link" onPress={() => onPlace(piece)}>
        {t('left.choose')}
      </Button>
      <Button variant="link" onPress={() => onDrop(piece)}>
        {t('left.drop')}
      </Button>
    </span>
  );
}
