import { DamagedFile } from '../damage';
import { cellAt, cellOffsets, childrenOf, kindOf, type PageFile, type TreeCell } from './pageFile';

/** Levels of a tree; SQLite has the same limit. */
const DEEPEST = 20;

/** All cells of the b-tree with this root, in the order of their keys. Throws `DamagedFile` where a page is none of it. */
export function cellsBelow(file: PageFile, root: number): readonly TreeCell[] {
  const cells: TreeCell[] = [];
  visitCells(file, root, (cell) => cells.push(cell));
  return cells;
}

/** The same one by one: only those that `visit` keeps stay in memory. */
export function visitCells(
  file: PageFile,
  root: number,
  visit: (cell: TreeCell) => void,
  seen = new Set<number>(),
  depth = 1,
): void {
  if (seen.has(root) || depth > DEEPEST) throw new DamagedFile();
  seen.add(root);
  const kind = kindOf(file, root);
  if (!kind) throw new DamagedFile();
  if (kind === 'tableLeaf' || kind === 'indexLeaf') {
    for (const offset of cellOffsets(file, root, kind)) visit(cellAt(file, kind, offset));
    return;
  }
  const own = kind === 'indexInterior' ? cellOffsets(file, root, kind) : [];
  for (const [at, child] of childrenOf(file, root, kind).entries()) {
    visitCells(file, child, visit, seen, depth + 1);
    const offset = own[at];
    if (offset !== undefined && kind === 'indexInterior') visit(cellAt(file, kind, offset));
  }
}
