import { emptyAssessment } from '../../../shared/assessment/create';
import { documentOf } from '../../../shared/assessment/document';
import { FORM_IDS, formOf, editionsForNewDocuments } from '../../../shared/forms/catalog';
import { newId } from '../../machine/newId';
import { assertMayWrite, writeDocument } from '../output';
import { WrongUsage, type Verb } from '../verb';

/** An empty assessment. */
export const newVerb: Verb = {
  name: 'new',
  files: 0,
  options: ['form', 'edition', 'output', 'overwrite'],
  required: ['form', 'output'],
  async run({ text, overwrite }, { now }) {
    const form = FORM_IDS.find((id) => id === text('form'));
    const edition = text('edition');
    if (!form || (edition !== undefined && !editionsForNewDocuments(form).includes(edition)))
      throw new WrongUsage();
    const output = text('output') ?? '';
    await assertMayWrite(output, overwrite);
    const assessment = emptyAssessment(formOf(form, edition), newId);
    await writeDocument(output, documentOf(assessment, newId(), now()));
  },
};
