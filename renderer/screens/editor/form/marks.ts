import type { FormSection } from '../../../../shared/forms/types';

/** ※ at the heading of a section applies to all its items except those it excludes. */
export function sectionMark(section: FormSection, item: string | undefined): boolean {
  return section.mark === true && item === undefined;
}
