import { brokenHeading } from './broken';
import { headedColumns, headedLines } from './columns';
import type { Element } from './elements';
import type { Unit } from './pieces';
import type { Print } from './print';
import { type Together, unitElements } from './together';
import { appendAll } from '../lists';

/** The source as a stream of places that may be print of the form, and of the text between them. */
export function observe(print: Print, units: readonly Unit[]): readonly Element[] {
  const elements: Element[] = [];
  for (let unit = units[0], at = 0; unit; unit = units[at]) {
    const found = severalUnits(print, units, at) ?? { elements: unitElements(print, unit), units: 1 };
    appendAll(elements, found.elements);
    at += found.units;
  }
  return elements;
}

function severalUnits(print: Print, units: readonly Unit[], at: number): Together | undefined {
  return headedColumns(print, units, at) ?? headedLines(print, units, at) ?? brokenHeading(print, units, at);
}
