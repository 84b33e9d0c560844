import type { Path } from '../../shared/assessment/path';
import type { FormItem } from '../../shared/forms/types';

/** What every field gets: which value, of which item, and the ids of its label and of what is said about it. */
export interface FieldProps {
  readonly path: Path;
  readonly item: FormItem;
  readonly labelledBy: string;
  readonly describedBy?: string;
  /** A finding of the 点検 says that it is wrong. */
  readonly bad?: boolean;
}
