import { useState, type DragEvent, type ReactNode } from 'react';
import type { Path } from '../../../shared/assessment/path';
import { classes } from '../../components/classes';
import { useDocument } from '../../state/document';
import { placeLeftover, acceptsText } from '../../state/leftover';
import { droppedPiece, isPiece } from './dragging';

/** A place where 未割当 text can be dropped into an item; items that hold no text do not take it. */
export function ItemDropZone({ path, children }: { readonly path: Path; readonly children: ReactNode }) {
  const [over, setOver] = useState(false);
  const allow = (event: DragEvent) => {
    const { assessment } = useDocument.getState();
    if (!isPiece(event) || !assessment || !acceptsText(assessment, path)) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    setOver(false);
    const id = droppedPiece(event);
    const piece = useDocument.getState().view?.leftover.find((other) => other.id === id);
    if (!piece) return;
    event.preventDefault();
    void placeLeftover(piece, path);
  };
  return (
    <div
      className={classes('drop-item', over && 'drop-over')}
      onDragOver={allow}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
    </div>
  );
}
