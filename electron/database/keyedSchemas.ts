import {
  commentSchema,
  leftoverSchema,
  reviewSchema,
  revisionSchema,
  roundSchema,
} from '../../shared/assessment/documentSchema';
import type { KeyedTableName } from './tables';

/** The shape of the JSON in each table whose rows are one JSON each. No JSON fits two of them. */
export const keyedSchemas = {
  revision: revisionSchema,
  comment: commentSchema,
  leftover: leftoverSchema,
  review: reviewSchema,
  round: roundSchema,
} as const satisfies Record<KeyedTableName, unknown>;
