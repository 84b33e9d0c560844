import i18next from 'i18next';
import { itemIdOf, type Path } from '../../../shared/assessment/path';
import { formOf } from '../../../shared/forms/catalog';
import { findItem } from '../../../shared/forms/lookup';
import { normaliseForComparison } from '../../../shared/japanese/normalise';
import { useDocument, setItemValue } from '../../state/document';
import { useIntake } from '../../state/intake';
import { showToast } from '../../state/toasts';

const TEXTS = ['text', 'longtext', 'date'];

/**
 * Gives an item the text of another place of the source: instead of its value where it is a text, and as the option
 * of that wording where it is a choice. Other items say that they take no text.
 */
export function insertText(path: Path, text: string): void {
  useIntake.setState({ picking: false });
  const { assessment } = useDocument.getState();
  const item = assessment && findItem(formOf(assessment.form, assessment.edition), itemIdOf(path))?.item;
  const option =
    item?.type === 'choice'
      ? item.options?.find(({ label }) =>
          normaliseForComparison(text).includes(normaliseForComparison(label)),
        )
      : undefined;
  if (item && TEXTS.includes(item.type)) setItemValue(path, text, 'placed');
  else if (option) setItemValue(path, option.label, 'placed');
  else showToast(i18next.t('noTextItem'), { tone: 'warn' });
}
