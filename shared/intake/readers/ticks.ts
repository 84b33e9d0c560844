/** How readers write a box that can be ticked (see `blocks.ts`). */
export const TICKED = '☑';
export const UNTICKED = '☐';
/** Radio buttons of HTML. */
export const CHOSEN = '◉';
export const NOT_CHOSEN = '◎';
