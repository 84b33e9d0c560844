import { emptyAssessment } from '../../shared/assessment/create';
import { documentOf } from '../../shared/assessment/document';
import { setEdit } from '../../shared/assessment/edit';
import { FORM_IDS, formOf } from '../../shared/forms/catalog';
import type { Codec } from '../database/contract';
import { requiredId } from '../../shared/forms/roles';

/** How many records and readings the engine needs until it has compiled what reading a document runs through. */
const RECORDS = 1_000;
const READINGS = 3;

const AUTHOR = { name: '', department: '', pc: '' };

/** Writes and reads a document that nobody sees, in memory. */
export function warmUp(codec: Codec): void {
  let ids = 0;
  const form = formOf(FORM_IDS[0] ?? 'form2');
  const assessment = emptyAssessment(form, () => `e${String(ids++)}`);
  const history = Array.from({ length: RECORDS }, (_, at) => ({
    seq: at + 1,
    at,
    author: AUTHOR,
    edit: setEdit(requiredId(form, 'dutyName'), String(at), String(at + 1)),
  }));
  const database = codec.create({ ...documentOf(assessment, 'warm-up', 0), history });
  const bytes = database.export({ save: '0'.repeat(16), program: '' });
  database.close();
  for (let reading = 0; reading < READINGS; reading += 1) {
    const result = codec.open(bytes.slice());
    if (result.ok) result.database.close();
  }
}
