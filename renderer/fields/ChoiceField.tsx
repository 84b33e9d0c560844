import { useTranslation } from 'react-i18next';
import { answerOutsideOptions, optionsNow } from '../../shared/assessment/restated';
import { formOf } from '../../shared/forms/catalog';
import type { Assessment } from '../../shared/assessment/types';
import type { FormItem, FormOption } from '../../shared/forms/types';
import { Badge } from '../components/Badge';
import { Button } from '../components/Button';
import { Option } from '../components/Option';
import { useDocument, useReadOnly, useValue, setItemValue } from '../state/document';
import type { FieldProps } from './types';

/** One of the official options, with their printed numbers; the choice can be taken back. */
export function ChoiceField({ path, item, labelledBy, describedBy }: FieldProps) {
  const { t } = useTranslation('editor');
  const value = useValue(path);
  const readOnly = useReadOnly();
  const options = useDocument(({ assessment }) => optionsOf(assessment, item));
  const outside = useDocument(
    ({ assessment }) =>
      assessment && answerOutsideOptions(currentForm(assessment), assessment.values, item, path),
  );
  return (
    <div className="options" role="radiogroup" aria-labelledby={labelledBy} aria-describedby={describedBy}>
      {options.map((option) => (
        <Option
          key={option.label}
          kind="radio"
          name={path}
          chosen={option.label === value}
          disabled={readOnly}
          onChange={() => setItemValue(path, option.label)}
        >
          {option.n === undefined ? '' : `${String(option.n)}） `}
          {option.label}
        </Option>
      ))}
      {outside === undefined ? null : <OutsideOptions value={outside} />}
      {value !== undefined && !readOnly ? (
        <Button variant="link" label={t('choice.clearLong')} onPress={() => setItemValue(path, undefined)}>
          {t('choice.clear')}
        </Button>
      ) : null}
    </div>
  );
}

/** An answer that is no option (any more): it stays as it is until a person chooses another. */
function OutsideOptions({ value }: { readonly value: string }) {
  const { t } = useTranslation('editor');
  return (
    <p className="line-up">
      <Badge tone="warn">{t('review.badge')}</Badge>
      <span className="warn-text">{t('choice.outside', { value })}</span>
    </p>
  );
}

const NONE: readonly FormOption[] = [];

function optionsOf(assessment: Assessment | undefined, item: FormItem): readonly FormOption[] {
  return assessment ? optionsNow(currentForm(assessment), assessment.values, item) : (item.options ?? NONE);
}

function currentForm({ form, edition }: Assessment) {
  return formOf(form, edition);
}
