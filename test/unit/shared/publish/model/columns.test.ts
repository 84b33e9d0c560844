import { expect, it } from 'vitest';
import { CELL_PADDING, ems, SIZE, widthOf } from '../../../../../shared/publish/model/measure';
import type { Cell, Line, PrintDocument } from '../../../../../shared/publish/model/types';
import { PUBLICATIONS } from '../publications';

/** A digit in the program's own fonts, and the room that LibreOffice sets between digits and Japanese (ems). */
const DIGIT = 0.66;
const CHANGE = 0.18;

function wide(text: string): number {
  const digits = text.match(/\d/g)?.length ?? 0;
  const changes = text.match(/\d(?=[^\x20-\x7e])|[^\x20-\x7e](?=\d)/g)?.length ?? 0;
  // Options in columns are set 3 % closer.
  return (ems(text) + digits * (DIGIT - 0.5) + changes * CHANGE) * 0.97;
}

function tooWide(line: Line, width: number): boolean {
  const em = SIZE.option * 10;
  const starts = [0, ...(line.stops ?? [])];
  return line.parts.some((runs, at) => {
    const text = runs.map((run) => run.text).join('');
    const end = starts[at + 1] ?? width - 2 * CELL_PADDING;
    return (starts[at] ?? 0) + wide(text) * em > end;
  });
}

function wrapped({ sections }: PrintDocument): readonly string[] {
  return sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => ({ row, block })) : []))
    .flatMap(({ row, block }) => {
      let from = row.covered ?? 0;
      return row.cells.flatMap((cell: Cell) => {
        const width = widthOf(block.columns, from, cell.span);
        from += cell.span;
        const lines = cell.content.filter((one) => one.kind === 'line');
        return lines.filter((one) => one.role === 'option' && one.stops && tooWide(one, width));
      });
    })
    .map(({ parts }) => parts.map((runs) => runs.map(({ text }) => text).join('')).join(' | '));
}

it('options in columns have room beside each other, also in fonts with wide digits', () => {
  for (const [name, of] of Object.entries(PUBLICATIONS))
    if (name.endsWith(' blank')) expect(wrapped(of()), name).toEqual([]);
});
