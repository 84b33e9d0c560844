import type { Element } from './elements';
import { lineElements } from './lines';
import type { Unit } from './pieces';
import type { Print } from './print';
import { rowElements } from './rows';

/** What several units are read as together. */
export interface Together {
  readonly elements: readonly Element[];
  readonly units: number;
}

/** One unit by itself. */
export function unitElements(print: Print, unit: Unit): readonly Element[] {
  return unit.kind === 'row' ? rowElements(print, unit) : lineElements(print, unit);
}
