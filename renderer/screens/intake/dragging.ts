import type { DragEvent } from 'react';

/** The kind of what is dragged: the id of a piece of 未割当 text. */
const PIECE = 'application/x-leftover';

/** Begins to drag a piece of 未割当 text. */
export function startDrag(event: DragEvent, piece: string): void {
  event.dataTransfer.setData(PIECE, piece);
  event.dataTransfer.effectAllowed = 'copyMove';
  event.stopPropagation();
}

/** Whether a piece of 未割当 text is dragged over this place. */
export function isPiece(event: DragEvent): boolean {
  return event.dataTransfer.types.includes(PIECE);
}

/** The id of the piece that was dropped; '' where something else was. */
export function droppedPiece(event: DragEvent): string {
  return event.dataTransfer.getData(PIECE);
}
