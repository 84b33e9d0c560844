import { emptyAssessment } from '../../../shared/assessment/create';
import { formOf } from '../../../shared/forms/catalog';
import type { Edition, FormId } from '../../../shared/forms/types';
import { show } from '../../state/document';
import { newId } from '../../state/newId';
import { goTo } from '../../state/view';

/** Makes an empty assessment and opens it. */
export function create(form: FormId, edition: Edition): Promise<void> {
  show({ assessment: emptyAssessment(formOf(form, edition), newId), fileName: '', save: { kind: 'saved' } });
  goTo('editor');
  return Promise.resolve();
}
