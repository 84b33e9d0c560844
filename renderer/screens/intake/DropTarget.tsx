import { useState, type DragEvent, type ReactNode } from 'react';
import type { Path } from '../../../shared/assessment/path';
import { classes } from '../../components/classes';
import { useDocument } from '../../state/document';
import { placeInto } from '../../state/leftover';

/** The kind of what is dragged: the id of a piece of 未割当 text. */
export const PIECE = 'application/x-leftover';

/** A place where 未割当 text can be dropped into an item. */
export function DropTarget({ path, children }: { readonly path: Path; readonly children: ReactNode }) {
  const [over, setOver] = useState(false);
  const allow = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(PIECE)) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    setOver(false);
    const id = event.dataTransfer.getData(PIECE);
    const piece = useDocument.getState().view?.leftover.find((other) => other.id === id);
    if (!piece) return;
    event.preventDefault();
    void placeInto(piece, path);
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
