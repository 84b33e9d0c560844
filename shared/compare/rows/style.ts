import words from '../../../resources/compare/words.json';
import type { Round } from '../../assessment/round';
import { OFFICIAL_HEADINGS, type HeadingStyle } from '../../headings/style';
import type { Role } from '../../forms/roleNames';
import { idWithRole } from '../../forms/roles';
import type { Form, ItemId } from '../../forms/types';

/** How an office writes its table of 変更箇所. */
export interface RowStyle {
  readonly headings: HeadingStyle;
  /** 変更前 of what was not there. */
  readonly absent: string;
  /** 変更後 of what is no longer there. */
  readonly removed: string;
  /** Stands for what did not change. */
  readonly elision: string;
  /** Texts up to this many characters are written in full. */
  readonly fullUpTo: number;
  readonly perItem: Round['perItem'];
  readonly perEntry: Round['perEntry'];
}

export const DEFAULT_ROW_STYLE: RowStyle = {
  headings: OFFICIAL_HEADINGS,
  absent: words.absent,
  removed: words.removed,
  elision: words.elision,
  fullUpTo: 200,
  perItem: 'one',
  perEntry: 'items',
};

/** Roles of items whose change no office lists: they change with every publication. */
const UNLISTED = words.unlisted as readonly Role[];

/** Whether no office lists a change of the item. */
export function isUnlisted(form: Form, id: ItemId): boolean {
  return UNLISTED.some((role) => idWithRole(form, role) === id);
}
