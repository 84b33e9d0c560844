import type { Block } from '../../blocks';
import { type Bytes, Plc } from './bytes';
import { type Range, rangesWithin } from './ranges';

const ENTRY = 22;
const SHAPE = 14;

/** The texts of text boxes (PlcftxbxTxt, MS-DOC 2.8.32) by the shapes that they stand in, each given out once. */
export class Boxes {
  private readonly byShape = new Map<number, Range[]>();

  constructor(private readonly read: (range: Range) => readonly Block[]) {}

  /** `range`: the text that all of these boxes share. */
  add(entries: Bytes, range: Range): void {
    const table = new Plc(entries, ENTRY);
    for (const { index, ...box } of rangesWithin(table, range)) {
      const shape = table.data(index).u32(SHAPE);
      this.byShape.set(shape, [...(this.byShape.get(shape) ?? []), box]);
    }
  }

  /** The texts in these shapes. */
  of(shapes: readonly number[]): readonly Block[] {
    return shapes.flatMap((shape) => {
      const ranges = this.byShape.get(shape) ?? [];
      this.byShape.delete(shape);
      return ranges.flatMap(this.read);
    });
  }

  /** The texts of boxes that are anchored nowhere. */
  rest(): readonly Block[] {
    return this.of([...this.byShape.keys()]);
  }
}
