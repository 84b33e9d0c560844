import type { AttachmentValue } from '../../assessment/source';
import type { RecognisedItem } from '../result';
import type { Where } from '../../assessment/source';
import { headingOf } from './headings';
import { type Piece, type Unit, whereOf, wholeOf } from './pieces';
import type { Print } from './print';

export interface AttachmentPart {
  readonly items: readonly RecognisedItem[];
  readonly used: ReadonlySet<Unit>;
}

const TITLE = /^\(?(?:別紙|別表|別記|別添資料|添付資料|参考資料)[\dIVー\-(]{0,5}\)?/;
const REFERENCE = /。$|参照\)?$|(?:の|に記載)とおり|に記載$/;
const LONGEST_TITLE = 90;

/**
 * 別紙 and other tables that no item of the form holds: a line that names one, followed by a table. They end at the
 * next heading of the form.
 */
export function attachmentsOf(print: Print, units: readonly Unit[]): AttachmentPart {
  const used = new Set<Unit>();
  const items: RecognisedItem[] = [];
  for (let at = 0; at < units.length; at++) {
    const group = groupAt(print, units, at);
    if (group.length === 0) continue;
    items.push(attachmentItem(items.length + 1, group));
    for (const unit of group) used.add(unit);
    at += group.length - 1;
  }
  return { items, used };
}

function groupAt(print: Print, units: readonly Unit[], at: number): readonly Unit[] {
  const [title, next] = units.slice(at, at + 2);
  if (
    !title ||
    !isTitle(print, units, at) ||
    next?.kind !== 'row' ||
    next.columns < 2 ||
    isHeading(print, next)
  )
    return [];
  const rest = units.slice(at + 1);
  const end = rest.findIndex((unit, i) => isTitle(print, units, at + 1 + i) || isHeading(print, unit));
  return [title, ...(end < 0 ? rest : rest.slice(0, end))];
}

/** A line, or the only cell of a table's first row, that names a 別紙 and does not merely refer to one. */
function isTitle(print: Print, units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  const key = unit?.pieces[0]?.folded.key ?? '';
  if (!unit || unit.pieces.length > 1 || key.length > LONGEST_TITLE) return false;
  const opens = unit.kind === 'line' || units[at - 1]?.table !== unit.table;
  return opens && TITLE.test(key) && !REFERENCE.test(key) && !isHeading(print, unit);
}

/** A heading of the form ends the 別紙; the headings of its own columns may be words of the form too. */
function isHeading(print: Print, { pieces }: Unit): boolean {
  const match = headingOf(print, pieces[0]?.text ?? '', false, pieces[0]?.folded);
  return match !== undefined && match.whole && (match.numbered || pieces.length < 3);
}

function attachmentItem(ordinal: number, [title, ...rest]: readonly Unit[]): RecognisedItem {
  const value: AttachmentValue = { title: title?.pieces[0]?.text ?? '', rows: rest.map(cellsOf) };
  const where: Where[] = [title, ...rest].flatMap((unit) =>
    (unit?.pieces ?? []).map((piece) => whereOf(wholeOf(piece))),
  );
  return { path: `attachments[${String(ordinal)}]`, status: 'filled', value, where };
}

/** The cells at their columns of the grid, none behind a last one that is merged; a line between tables is a row of one cell. */
function cellsOf({ pieces, reach: columns }: Unit): readonly string[] {
  const cells = Array.from({ length: columns }, () => '');
  for (const piece of pieces)
    cells[columnOf(piece, columns)] = [cells[columnOf(piece, columns)], piece.text]
      .filter(Boolean)
      .join('\n');
  return cells;
}

function columnOf(piece: Piece, columns: number): number {
  return Math.min(piece.column ?? 0, columns - 1);
}
