import type { Path } from '../../assessment/path';
import type {
  Cell,
  CellContent,
  HeadingBlock,
  PrintBlock,
  PrintComment,
  PrintDocument,
  PrintSection,
  Row,
  Run,
} from '../model/types';

/** A remark that a circulation copy shows beside the text. */
export interface Note {
  /** The item it is about; the whole document where absent. */
  readonly path?: Path;
  readonly author: string;
  /** ISO 8601 without fractions. */
  readonly date: string;
  readonly text: string;
  /** The value itself is shown as one that a person must look at. */
  readonly review?: boolean;
}

/** The document with the notes as comments at the cells of their items, numbered in the order of the document. */
export function withNotes(document: PrintDocument, notes: readonly Note[]): PrintDocument {
  const placement = new NotePlacement(document, notes);
  const sections = document.sections.map((section, at) => placement.section(section, at));
  return { ...document, sections, comments: placement.comments };
}

class NotePlacement {
  readonly comments: PrintComment[] = [];
  private readonly byPosition = new Map<string, readonly Note[]>();

  constructor(document: PrintDocument, notes: readonly Note[]) {
    const positions = cellPositions(document);
    for (const note of notes) {
      const position = positionOf(positions, note.path);
      this.byPosition.set(position, [...(this.byPosition.get(position) ?? []), note]);
    }
  }

  section(section: PrintSection, at: number): PrintSection {
    const headNotes = this.byPosition.get(headPosition(at)) ?? [];
    let first = true;
    const blocks = section.blocks.map((block, index): PrintBlock => {
      if (block.kind === 'table') {
        const rows = block.rows.map((row, line) => this.row(row, [at, index, line]));
        return { ...block, rows };
      }
      if (block.kind !== 'heading' || !first) return block;
      first = false;
      return headNotes.length > 0 ? this.heading(block, headNotes) : block;
    });
    return { ...section, blocks };
  }

  private heading(block: HeadingBlock, notes: readonly Note[]): HeadingBlock {
    return { ...block, runs: this.commented(block.runs, notes) };
  }

  private row(row: Row, position: readonly number[]): Row {
    const cells = row.cells.map((cell, at) => {
      const notes = this.byPosition.get([...position, at].join('.'));
      return notes ? this.cell(cell, notes) : cell;
    });
    return { ...row, cells };
  }

  private cell(cell: Cell, notes: readonly Note[]): Cell {
    const at = cell.content.findIndex((content) => content.kind === 'line');
    const review = notes.some((note) => note.review);
    const content = cell.content.map((one, index): CellContent => {
      if (one.kind !== 'line') return one;
      const parts = review ? one.parts.map(withReviewMark) : one.parts;
      const [first = [], ...rest] = parts;
      return { ...one, parts: index === at ? [this.commented(first, notes), ...rest] : parts };
    });
    return { ...cell, content };
  }

  /** Comments are at the first run of the line; an empty line gets an empty run for them. */
  private commented(runs: readonly Run[], notes: readonly Note[]): readonly Run[] {
    const ids = notes.map((note) => this.add(note));
    const [first = { text: '' }, ...rest] = runs;
    return [{ ...first, comments: [...(first.comments ?? []), ...ids] }, ...rest];
  }

  private add({ author, date, text }: Note): number {
    const id = this.comments.length;
    this.comments.push({ id, author, date, text });
    return id;
  }
}

function withReviewMark(runs: readonly Run[]): readonly Run[] {
  return runs.map((run) => (run.mark ? run : { ...run, mark: 'review' as const }));
}

/** `section.block.row.cell` of the cell of each path. */
function cellPositions(document: PrintDocument): ReadonlyMap<Path, string> {
  const positions = new Map<Path, string>();
  document.sections.forEach((section, s) => {
    positions.set(section.key, headPosition(s));
    section.blocks.forEach((block, b) => {
      if (block.kind !== 'table') return;
      block.rows.forEach((row, r) => {
        row.cells.forEach((cell, c) =>
          cell.paths?.forEach((path) => positions.set(path, [s, b, r, c].join('.'))),
        );
      });
    });
  });
  return positions;
}

function headPosition(section: number): string {
  return `head${String(section)}`;
}

/** The cell of the item, else that of the part around it, else the head of the document. */
function positionOf(positions: ReadonlyMap<Path, string>, path: Path | undefined): string {
  for (let at = path ?? ''; at !== ''; at = at.replace(/(?:\.[^.[\]]*|\[[^\]]*\]|^[^.[\]]+)$/, '')) {
    const position = positions.get(at);
    if (position) return position;
  }
  return headPosition(0);
}
