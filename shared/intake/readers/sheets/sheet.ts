import type { Block, ParagraphBlock } from '../../blocks';
import type { Address } from './address';
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
    ...textsApart(parts, place, book),
  ];
}

/** Values that their formats keep from being shown, and struck-out texts, stand beside the table, as comments do. */
function textsApart({ cells }: SheetParts, place: SheetPlace, book: SheetContext): readonly ParagraphBlock[] {
  const apart = (text: string | undefined, notice: string, cell: Address) => {
    if (text === undefined || text.trim() === '') return [];
    book.notices.add(notice, { sheet: place.name });
    return [floatingBlock({ role: 'comment', text, at: cell }, place)];
  };
  return cells.flatMap((cell) => [
    ...apart(cell.hidden, 'hiddenByFormat', cell),
    ...apart(cell.struck, 'struckText', cell),
  ]);
}

function floatingBlock({ role, text, at }: FloatingText, place: SheetPlace): ParagraphBlock {
  return { kind: 'paragraph', role, text, where: at ? whereOf(at, place) : { sheet: place.name } };
}
