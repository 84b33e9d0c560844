import { DamagedFile } from '../damage';
import {
  cellAt,
  cellOffsets,
  childrenOf,
  kindOf,
  type PageFile,
  type PageKind,
  type TreeCell,
} from './pageFile';

/** Levels of a tree; SQLite has the same limit. */
const DEEPEST = 20;

/** All cells of the b-tree with this root, in the order of their keys. Throws `DamagedFile` where a page is none of it. */
export function* cellsBelow(
  file: PageFile,
  root: number,
  seen = new Set<number>(),
  depth = 1,
): Generator<TreeCell> {
  if (seen.has(root) || depth > DEEPEST) throw new DamagedFile();
  seen.add(root);
  const kind = kindOf(file, root);
  if (!kind) throw new DamagedFile();
  if (kind === 'tableLeaf' || kind === 'indexLeaf') return yield* leafCells(file, root, kind);
  const own = kind === 'indexInterior' ? cellOffsets(file, root, kind) : [];
  for (const [at, child] of childrenOf(file, root, kind).entries()) {
    yield* cellsBelow(file, child, seen, depth + 1);
    const offset = own[at];
    if (offset !== undefined && kind === 'indexInterior') yield cellAt(file, kind, offset);
  }
}

function* leafCells(file: PageFile, page: number, kind: Extract<PageKind, 'tableLeaf' | 'indexLeaf'>) {
  for (const offset of cellOffsets(file, page, kind)) yield cellAt(file, kind, offset);
}
