import type { Block, ParagraphBlock } from '../../blocks';
import type { FloatingText } from './floating';
import { Grid } from './grid';
import { whereOf, type SheetContext, type SheetParts, type SheetPlace } from './parts';

/** One table with every cell that shows or frames something, and what floats beside it. */
export function sheetBlocks(parts: SheetParts, place: SheetPlace, book: SheetContext): readonly Block[] {
  const rows = new Grid(parts, place, book).rows();
  const { name: sheet, table } = place;
  if (parts.floating.texts.some(({ role }) => role === 'comment')) book.notices.add('comments');
  return [
    ...parts.margins,
    ...(rows.length ? [{ kind: 'table', where: { sheet, table }, rows } as const] : []),
    ...parts.floating.texts.map((text) => floatingBlock(text, place)),
    ...hiddenTexts(parts, place, book),
  ];
}

/** Values that their formats keep from being shown stand beside the table, as comments do. */
function hiddenTexts(
  { cells }: SheetParts,
  place: SheetPlace,
  book: SheetContext,
): readonly ParagraphBlock[] {
  return cells.flatMap((cell) => {
    if (cell.hidden === undefined) return [];
    book.notices.add('hiddenByFormat', { sheet: place.name });
    return [floatingBlock({ role: 'comment', text: cell.hidden, at: cell }, place)];
  });
}

function floatingBlock({ role, text, at }: FloatingText, place: SheetPlace): ParagraphBlock {
  return { kind: 'paragraph', role, text, where: at ? whereOf(at, place) : { sheet: place.name } };
}
