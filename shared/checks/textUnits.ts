import { ATTACHMENTS, type Path } from '../assessment/path';
import { attachmentsOf } from '../assessment/items';
import { spotsIn } from '../assessment/search';
import { itemOf } from './roles';
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
  const spots = spotsIn(path, subject.assessment.values[path]);
  if (path.startsWith(ATTACHMENTS)) return spots.map((spot) => ({ ...spot, zone: 'attachment' }));
  const item = subject.leafAt.get(path)?.item;
  if (!item || item.fixed || item.type === 'choice') return [];
  const zone = zoneOf(subject, path);
  return zone === undefined ? [] : spots.map((spot) => ({ ...spot, zone, item }));
}

/** `after` of a row of this round is what the document says now; everything else in the table is history. */
function zoneOf(subject: Subject, path: Path): TextUnit['zone'] | undefined {
  const table = itemOf(subject.form, 'changes');
  if (table === undefined || !path.startsWith(`${table}[`)) return 'body';
  const isCurrent = subject.rows.some((row) => path === `${row.path}.after`);
  return isCurrent ? 'row' : undefined;
}
