import type { Assessment } from '../../../../shared/assessment/types';
import { formOf } from '../../../../shared/forms/catalog';
import type { FormId } from '../../../../shared/forms/types';
import { filledAssessment } from '../intake/recognise/filled';
import { longText } from './longLines';

/** A third of the texts go on over a page or two. */
export function longAssessment(id: FormId): Assessment {
  const assessment = filledAssessment(formOf(id), 21, { files: 1, entries: 1, rows: 2 });
  const values = Object.entries(assessment.values).map(([path, value], at) => {
    const isLong = typeof value === 'string' && value.includes('\n') && at % 3 === 0;
    return [path, isLong ? longText(path) : value] as const;
  });
  return { ...assessment, values: Object.fromEntries(values) };
}
