import { entriesOf } from '../../../../shared/assessment/edit';
import { FILES } from '../../../../shared/assessment/path';
import type { Assessment } from '../../../../shared/assessment/types';
import { formOf } from '../../../../shared/forms/catalog';
import { useDocument } from '../../../state/document';

/** The items that hold the name of a 特定個人情報ファイル: the first one, a text, of each section that repeats per file. */
export function namePaths(assessment: Assessment, file: string): readonly string[] {
  const form = formOf(assessment.form, assessment.edition);
  return form.sections.flatMap(({ id, repeat, items }) => {
    const first = items[0];
    if (repeat !== 'file' || first?.type !== 'text') return [];
    return [`${id}[${file}]${first.id.slice(id.length)}`];
  });
}

/** The first name of a file that is filled in; '' where none is. */
export function fileName(assessment: Assessment, file: string): string {
  for (const path of namePaths(assessment, file)) {
    const value = assessment.values[path];
    if (typeof value === 'string') return value;
  }
  return '';
}

export function useFileName(file: string): string {
  return useDocument(({ assessment }) => (assessment ? fileName(assessment, file) : ''));
}

export function useFileCount(): number {
  return useDocument(({ assessment }) => (assessment ? entriesOf(assessment, FILES).length : 0));
}
