import { attachmentsOf } from '../assessment/items';
import { ATTACHMENTS, type Path } from '../assessment/path';
import { textLocationsIn, type TextLocation } from '../assessment/search';
import { narrow } from '../japanese/normalise';
import type { Subject, TextUnit } from './types';

/** Every text that the 点検 reads, in the order of the paper, 別紙 last. */
export function textUnits(subject: Subject): readonly TextUnit[] {
  const attached = attachmentsOf(subject.assessment).flatMap((id) => [
    `${ATTACHMENTS}[${id}].title`,
    `${ATTACHMENTS}[${id}].rows`,
  ]);
  return [...subject.leaves.map(({ path }) => path), ...attached].flatMap((path) => unitsAt(subject, path));
}

/** The texts of one value. Choices are the words of the form, and no text of the office. */
export function unitsAt(subject: Subject, path: Path): readonly TextUnit[] {
  const value = subject.assessment.values[path];
  if (value === undefined) return [];
  if (path.startsWith(ATTACHMENTS))
    return textLocationsIn(path, value).map((spot) => unitOf(spot, 'attachment'));
  const item = subject.leafAt.get(path)?.item;
  if (!item || item.fixed || item.type === 'choice') return [];
  const zone = zoneOf(subject, path);
  return zone === undefined
    ? []
    : textLocationsIn(path, value).map((spot) => ({ ...unitOf(spot, zone), item }));
}

function unitOf(spot: TextLocation, zone: TextUnit['zone']): TextUnit {
  return { ...spot, plain: narrow(spot.text), zone };
}

/** `after` of a row of this round is what the document says now; everything else in the table is history. */
function zoneOf({ changeTable, currentCells }: Subject, path: Path): TextUnit['zone'] | undefined {
  if (changeTable === undefined || !path.startsWith(`${changeTable}[`)) return 'body';
  return currentCells.has(path) ? 'row' : undefined;
}
