import { existsSync } from 'node:fs';
import { importedDocument } from '../../shared/intake/imported';
import type { Assessment } from '../../shared/assessment/types';
import { readSourceFile } from '../../electron/intake/read';
import { counter } from '../unit/shared/assessment/arbitrary';

/** A published assessment as the importer reads it from a file. */
export async function importedAssessment(path: string): Promise<Assessment> {
  const { recognition, original } = await readSourceFile(path);
  return importedDocument(recognition, { newId: counter('i'), documentId: 'document', at: 0, original })
    .assessment;
}

export function hasFile(path: string): boolean {
  return existsSync(path);
}
