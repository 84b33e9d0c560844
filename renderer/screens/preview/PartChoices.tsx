import { useTranslation } from 'react-i18next';
import { Option } from '../../components/Option';
import { usePreview } from './state';

/** The whole document, or some of its parts. */
export function PartChoices(props: {
  readonly chosen: readonly string[] | undefined;
  readonly onChange: (sections: readonly string[] | undefined) => void;
}) {
  const { t } = useTranslation('preview');
  const { chosen, onChange } = props;
  const parts = usePreview((state) => state.parts);
  const keys = parts.map(({ key }) => key);
  if (keys.length < 2) return null;
  return (
    <div className="stack-tight">
      <Option kind="checkbox" chosen={chosen !== undefined} onChange={(on) => onChange(on ? [] : undefined)}>
        {t('someParts')}
      </Option>
      {chosen ? (
        <fieldset className="preview-parts">
          <legend className="visually-hidden">{t('parts')}</legend>
          {parts.map(({ key, title }) => (
            <Option
              key={key}
              kind="checkbox"
              chosen={chosen.includes(key)}
              onChange={(on) => onChange(keys.filter((one) => (one === key ? on : chosen.includes(one))))}
            >
              {title}
            </Option>
          ))}
        </fieldset>
      ) : null}
    </div>
  );
}
