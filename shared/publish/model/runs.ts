import type { Path } from '../../assessment/path';
import type {
  Cell,
  CellContent,
  CellRole,
  Line,
  LineRole,
  PrintBlock,
  PrintDocument,
  Run,
  Twips,
} from './types';

/**
 * How values become runs. The plain source gives the value as it is; a comparison gives runs with
 * inserted and deleted marks, a circulation copy runs that carry comments.
 */
export interface RunSource {
  /** Runs of a text, or of the label of a choice; a line break is written as \n in a run. */
  readonly text: (path: Path, text: string) => readonly Run[];
  /** The sign in the brackets of an option or flag: `○` or blank. */
  readonly tickSign: (path: Path, option: string, on: boolean) => readonly Run[];
}

export const CIRCLE = '○';
export const NO_CIRCLE = '　';

export const plainRuns: RunSource = {
  text: (_path, text) => [{ text }],
  tickSign: (_path, _option, on) => [{ text: on ? CIRCLE : NO_CIRCLE }],
};

export function plain(text: string): readonly Run[] {
  return [{ text }];
}

export function line(role: LineRole, runs: readonly Run[]): Line {
  return { kind: 'line', role, parts: [runs] };
}

export function printed(role: LineRole, text: string): Line {
  return line(role, plain(text));
}

/** Lines of text at the line breaks of a value. Marks and comments stay on each piece. */
export function splitLines(role: LineRole, runs: readonly Run[]): readonly Line[] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    const pieces = run.text.split(/\r\n|\r|\n/);
    pieces.forEach((text, at) => {
      if (at > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
    });
  }
  return lines.map((pieces) => line(role, pieces));
}

/** A line whose parts after the first begin at the stops. */
export function inColumns(role: LineRole, parts: readonly (readonly Run[])[], stops: readonly Twips[]): Line {
  return parts.length === 1
    ? { kind: 'line', role, parts }
    : { kind: 'line', role, parts, stops: stops.slice(0, parts.length - 1) };
}

export function cell(
  role: CellRole,
  span: number,
  content: readonly CellContent[],
  more: Partial<Cell> = {},
): Cell {
  return { role, span, content, ...more };
}

export function labelCell(text: string, span: number, more: Partial<Cell> = {}): Cell {
  return cell('label', span, [printed('label', text)], more);
}

/** The text of a line as a reader sees it; parts in columns are set apart by a full-width space. */
export function lineText(line: Line): string {
  return line.parts.map((runs) => runs.map((run) => run.text).join('')).join('　');
}

/** All text of the document in reading order, a line each. */
export function documentLines(document: Pick<PrintDocument, 'sections'>): readonly string[] {
  return document.sections.flatMap((section) => section.blocks.flatMap(blockLines));
}

function blockLines(block: PrintBlock): readonly string[] {
  if (block.kind === 'heading') return [block.runs.map((run) => run.text).join('')];
  if (block.kind === 'line') return [lineText(block)];
  return block.rows.flatMap((row) => row.cells.flatMap(cellLines));
}

export function cellLines(cell: Cell): readonly string[] {
  return cell.content.flatMap((content) => (content.kind === 'line' ? [lineText(content)] : []));
}

/** A shaded cell: wording of the form that names values. */
export function isHeadingCell({ role }: Pick<Cell, 'role'>): boolean {
  return role === 'label' || role === 'band' || role === 'head';
}
