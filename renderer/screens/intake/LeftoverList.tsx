import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeftoverText } from '../../../shared/assessment/document';
import { Badge } from '../../components/Badge';
import { Button } from '../../components/Button';
import { classes } from '../../components/classes';
import { useDocumentView, useReadOnly } from '../../state/document';
import { lookAtPiece, openPieces, useIntake } from '../../state/intake';
import { decide, placeInto } from '../../state/leftover';
import { useLabel } from '../editor/labels';
import { DropReason } from './DropReason';
import { PIECE } from './DropTarget';
import { ItemPicker } from './ItemPicker';

/** 未割当: text of the source that stands in no item. A person puts it into one, or says why it is not needed. */
export function LeftoverList() {
  const { t } = useTranslation('intake');
  const { leftover } = useDocumentView();
  const [asked, setAsked] = useState<{ piece: LeftoverText; what: 'place' | 'drop' }>();
  const ordered = [...leftover].sort((a, b) => Number(a.state !== 'open') - Number(b.state !== 'open'));
  const close = () => setAsked(undefined);
  return (
    <section aria-labelledby="left-title" className="stack-tight">
      <h2 id="left-title">
        {t('left.title', { count: openPieces(leftover).length })}{' '}
        <span className="muted small">{t('left.help')}</span>
      </h2>
      {leftover.length === 0 ? (
        <p className="muted">{t('left.none')}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('left.page')}</th>
              <th scope="col">{t('left.text')}</th>
              <th scope="col">{t('left.place')}</th>
            </tr>
          </thead>
          <tbody>
            {ordered.map((piece) => (
              <PieceRow key={piece.id} piece={piece} onAsk={(what) => setAsked({ piece, what })} />
            ))}
          </tbody>
        </table>
      )}
      {asked?.what === 'place' ? <ItemPicker piece={asked.piece} onClose={close} /> : null}
      {asked?.what === 'drop' ? <DropReason piece={asked.piece} onClose={close} /> : null}
    </section>
  );
}

interface PieceRowProps {
  readonly piece: LeftoverText;
  readonly onAsk: (what: 'place' | 'drop') => void;
}

function PieceRow({ piece, onAsk }: PieceRowProps) {
  const chosen = useIntake((state) => state.piece === piece.id);
  const readOnly = useReadOnly();
  return (
    <tr
      className={classes(chosen && 'piece-chosen', piece.state !== 'open' && 'piece-done')}
      draggable={!readOnly && piece.state === 'open'}
      onDragStart={(event) => event.dataTransfer.setData(PIECE, piece.id)}
    >
      <td className="muted small">
        <PieceWhere piece={piece} />
      </td>
      <td>
        <button type="button" className="piece-text prewrap" onClick={() => lookAtPiece(piece.id)}>
          {piece.text}
        </button>
      </td>
      <td>{readOnly ? null : <PieceActs piece={piece} onAsk={onAsk} />}</td>
    </tr>
  );
}

function PieceWhere({ piece }: { readonly piece: LeftoverText }) {
  const { t } = useTranslation('intake');
  const { page, sheet, line } = piece.where;
  if (page !== undefined) return t('left.onPage', { page });
  return sheet ?? (line === undefined ? '—' : t('left.line', { line }));
}

function PieceActs({ piece, onAsk }: PieceRowProps) {
  const { t } = useTranslation('intake');
  const path = useIntake((state) => state.path);
  const target = useLabel(path ?? '');
  const placed = useLabel(piece.path ?? '');
  if (piece.state !== 'open') {
    return (
      <span className="piece-acts">
        <Badge tone="good">{piece.state === 'placed' ? placed.short : t('left.unneeded')}</Badge>
        {piece.reason ? <span className="muted">{piece.reason}</span> : null}
        <Button look="link" onPress={() => void decide(piece, 'open')}>
          {t('left.reopen')}
        </Button>
      </span>
    );
  }
  return (
    <span className="piece-acts">
      {path === undefined ? null : (
        <Button look="link" onPress={() => void placeInto(piece, path)}>
          {t('left.into', { item: target.short })}
        </Button>
      )}
      <Button look="link" onPress={() => onAsk('place')}>
        {t('left.choose')}
      </Button>
      <Button look="link" onPress={() => onAsk('drop')}>
        {t('left.drop')}
      </Button>
    </span>
  );
}
