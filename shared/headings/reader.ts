import { itemIdOf } from '../assessment/path';
import type { Assessment } from '../assessment/types';
import type { HeadingReader, HeadingReading } from './reading';
import type { HeadingMistake } from './match';
import { resolveHeading } from './resolve';

const NOTHING_READ: HeadingReading = { items: [], isSure: false, mistakes: [] };

/** Reads 項目 for the 点検. A heading is read once for each arrangement of the document's entries. */
export function headingReader(): HeadingReader {
  const known = new WeakMap<Assessment['lists'], Map<string, HeadingReading>>();
  return (document, heading) => {
    const readings = known.get(document.lists) ?? new Map<string, HeadingReading>();
    known.set(document.lists, readings);
    const reading = readings.get(heading) ?? read(document, heading);
    readings.set(heading, reading);
    return reading;
  };
}

function read(document: Assessment, heading: string): HeadingReading {
  const resolution = resolveHeading(document, heading);
  if (!resolution) return NOTHING_READ;
  return {
    items: [...new Set(resolution.paths.map(itemIdOf))],
    isSure: resolution.alternatives.length === 0,
    mistakes: resolution.mistakes.flatMap(mistakeOf),
  };
}

function mistakeOf(mistake: HeadingMistake): HeadingReading['mistakes'] {
  if (mistake.kind === 'number') return [{ written: mistake.written, official: mistake.right }];
  return mistake.kind === 'wording' ? [{ written: mistake.written, official: mistake.heading }] : [];
}
