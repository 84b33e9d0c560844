import { emptyAssessment } from '../../../shared/assessment/create';
import { documentOf, type HyokaDocument } from '../../../shared/assessment/document';
import type { Assessment } from '../../../shared/assessment/types';
import { formOf } from '../../../shared/forms/catalog';

/** 評価書名 that a new document of these stories begins with. */
export const NEW_NAME = '新規';

/** The document that stands on the disks before a story begins. */
export function firstDocument(id: string): HyokaDocument {
  let entries = 0;
  const newId = () => `${id}e${String(++entries)}`;
  return documentOf(emptyAssessment(formOf('form2', undefined), newId), id, 0);
}

/** The assessment as it was before anything was typed. */
export function emptyLike(assessment: Assessment): Assessment {
  const name = assessment.values['cover.name'];
  const isNew = typeof name === 'string' && name.includes(NEW_NAME);
  return { ...assessment, values: isNew ? { 'cover.name': NEW_NAME } : {} };
}
