import { useTranslation } from 'react-i18next';
import { Button } from '../components/Button';
import { Option } from '../components/Option';
import { useReadOnly, useValue, write } from '../state/document';
import type { FieldProps } from './types';

/** One of the official options, with their printed numbers; the choice can be taken back. */
export function ChoiceField({ path, item, labelledBy, describedBy }: FieldProps) {
  const { t } = useTranslation('editor');
  const value = useValue(path);
  const readOnly = useReadOnly();
  const options = item.options ?? [];
  const foreign =
    typeof value === 'string' && !options.some((option) => option.label === value) ? value : undefined;
  return (
    <div className="options" role="radiogroup" aria-labelledby={labelledBy} aria-describedby={describedBy}>
      {options.map((option) => (
        <Option
          key={option.label}
          kind="radio"
          name={path}
          chosen={option.label === value}
          disabled={readOnly}
          onChange={() => write(path, option.label)}
        >
          {option.n === undefined ? '' : `${String(option.n)}） `}
          {option.label}
        </Option>
      ))}
      {foreign ? <span className="warn-text">{t('choice.foreign', { value: foreign })}</span> : null}
      {value !== undefined && !readOnly ? (
        <Button look="link" label={t('choice.clearLong')} onPress={() => write(path, undefined)}>
          {t('choice.clear')}
        </Button>
      ) : null}
    </div>
  );
}
