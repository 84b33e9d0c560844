import type {
  Cell,
  CellContent,
  Line,
  PrintBlock,
  PrintSection,
  Row,
  Run,
  Tracked,
} from '../../publish/model/types';

/** Parts of the print model as wholly inserted or deleted. */
export function markRuns(runs: readonly Run[], mark: Tracked): readonly Run[] {
  return runs.map(({ text }) => ({ text, mark }));
}

export function markLine(line: Line, mark: Tracked): Line {
  return { ...line, stopMark: mark, parts: line.parts.map((runs) => markRuns(runs, mark)) };
}

export function markContent(content: CellContent, mark: Tracked): CellContent {
  return content.kind === 'line' ? markLine(content, mark) : { ...content, mark };
}

export function markRow(row: Row, mark: Tracked): Row {
  return { ...row, mark, cells: row.cells.map((cell) => markCell(cell, mark)) };
}

function markCell(cell: Cell, mark: Tracked): Cell {
  return { ...cell, content: cell.content.map((content) => markContent(content, mark)) };
}

export function markBlock(block: PrintBlock, mark: Tracked): PrintBlock {
  switch (block.kind) {
    case 'heading':
      return { ...block, mark, runs: markRuns(block.runs, mark) };
    case 'line':
      return { ...markLine(block, mark), mark };
    case 'table':
      return { ...block, rows: block.rows.map((row) => markRow(row, mark)) };
  }
}

export function markSection(section: PrintSection, mark: Tracked): PrintSection {
  return { ...section, blocks: section.blocks.map((block) => markBlock(block, mark)) };
}
