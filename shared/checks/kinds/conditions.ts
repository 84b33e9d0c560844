import { siblingPath } from '../../assessment/conditions';
import type { Path } from '../../assessment/path';
import { idWithRole } from '../../forms/roles';
import type { Role } from '../../forms/roleNames';
import type { View } from '../types';
import { textAt } from '../view';

/** A condition on the answers around a path, with the roles it reads. */
export interface Test {
  readonly reads: readonly Role[];
  readonly holds: (view: View, path: Path) => boolean;
}

/** The place of a role seen from a path: in the same file, also in another section of it, and in the same entry. */
export function beside(view: View, path: Path, role: Role): Path | undefined {
  const id = idWithRole(view.form, role);
  if (id === undefined) return undefined;
  const there = siblingPath(path, id);
  const section = view.form.sections.find(
    ({ id: own, repeat }) => repeat === 'file' && id.startsWith(`${own}.`),
  );
  const file = /^[^.[]+\[([^\]]*)\]/.exec(path)?.[1];
  const isInFile = there.startsWith(`${section?.id ?? ''}[`);
  return section && file !== undefined && !isInFile
    ? `${section.id}[${file}]${id.slice(section.id.length)}`
    : there;
}

export function textBeside(view: View, path: Path, role: Role): string {
  const there = beside(view, path, role);
  return there === undefined ? '' : textAt(view, there);
}

/** The choice has one of these answers. */
export function answered(role: Role, ...labels: readonly string[]): Test {
  return { reads: [role], holds: (view, path) => labels.includes(textBeside(view, path, role)) };
}

export function isFlagged(view: View, path: Path, role: Role): boolean {
  const there = beside(view, path, role);
  return there !== undefined && view.assessment.values[there] === true;
}
