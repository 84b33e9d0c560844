import {
  acceptanceSchema,
  commentSchema,
  leftoverSchema,
  overrideSchema,
  progressSchema,
  reviewSchema,
  revisionSchema,
  roundSchema,
  thresholdSchema,
} from '../../shared/assessment/documentSchema';
import type { KeyedTableName } from './tables';

/** The shape of the JSON in each table whose rows are one JSON each. No JSON fits two of them. */
export const keyedSchemas = {
  revision: revisionSchema,
  comment: commentSchema,
  leftover: leftoverSchema,
  review: reviewSchema,
  round: roundSchema,
  acceptance: acceptanceSchema,
  threshold: thresholdSchema,
  override: overrideSchema,
  progress: progressSchema,
} as const satisfies Record<KeyedTableName, unknown>;
