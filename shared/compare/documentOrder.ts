import { formOf } from '../forms/catalog';
import { indexOf } from '../forms/lookup';
import type { Form } from '../forms/types';
import { entriesOf } from '../assessment/edit';
import { ATTACHMENTS, FILES, instancesOf, itemIdOf, type Path } from '../assessment/path';
import type { Assessment } from '../assessment/types';
import { firstPartOfFile } from '../assessment/files';

/** The position of a path in the printed document: section, file, item (its list, entry, item in it). */
export type DocumentPosition = readonly number[];

/** Finds the position of any path of the document, also of one that its form does not have. */
export function positionFinder(assessment: Assessment): (path: Path) => DocumentPosition {
  const form = formOf(assessment.form, assessment.edition);
  const position = new Map(
    Object.values(assessment.lists).flatMap((entries) => entries.map(({ id }, at) => [id, at] as const)),
  );
  return (path) => positionOf(form, assessment, position, firstPartOfFile(form, path));
}

export function comparePositions(a: DocumentPosition, b: DocumentPosition): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? -1) - (b[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

const LAST = Number.MAX_SAFE_INTEGER;

function positionOf(
  form: Form,
  assessment: Assessment,
  position: ReadonlyMap<string, number>,
  path: Path,
): DocumentPosition {
  const at = (id: string | undefined) => (id === undefined ? 0 : (position.get(id) ?? LAST));
  const ids = instancesOf(path);
  if (path.startsWith(ATTACHMENTS)) return [LAST, 0, 0, at(ids[0]), path.endsWith('.title') ? 0 : 1];
  const sectionId = path.split(/[.[]/, 1)[0] ?? '';
  const section = form.sections.findIndex(({ id }) => id === sectionId);
  const inFile = form.sections[section]?.repeat === 'file' && entriesOf(assessment, FILES).length > 0;
  const [file, entry] = inFile ? ids : [undefined, ids[0]];
  return [section < 0 ? LAST - 1 : section, at(file), ...positionInSection(form, path, entry, at)];
}

function positionInSection(
  form: Form,
  path: Path,
  entry: string | undefined,
  at: (id: string | undefined) => number,
): DocumentPosition {
  const order = (id: string) => indexOf(form).byId.get(id)?.order ?? LAST;
  const own = order(itemIdOf(path));
  if (entry === undefined) return [own];
  const list = itemIdOf(path.slice(0, path.indexOf(`[${entry}]`)));
  return [order(list), at(entry), own];
}
