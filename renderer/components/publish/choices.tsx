import { useTranslation } from 'react-i18next';
import {
  CSV_ENCODINGS,
  type CsvEncoding,
  OUTPUT_FORMATS,
  type OutputFormat,
  type Variant,
} from '../../../shared/publish/formats';
import { Button } from '../Button';
import { Option } from '../Option';
import { Select } from '../Select';
import { chooseFolder } from '../../state/folders';

/** What to publish, with a sentence on what it is for. */
export function VariantChoice<Offered extends Variant>(props: {
  readonly variants: readonly Offered[];
  readonly chosen: Offered;
  readonly onChoose: (variant: Offered) => void;
}) {
  const { t } = useTranslation('preview');
  return (
    <div className="stack-tight">
      <Select
        label={t('variant')}
        options={props.variants.map((id) => ({ id, label: t(`variants.${id}`) }))}
        chosen={props.chosen}
        onChoose={props.onChoose}
      />
      <p className="field-help">{t(`about.${props.chosen}`)}</p>
    </div>
  );
}

/** Any number of formats, kept in their own order. */
export function FormatChoices(props: {
  readonly chosen: readonly OutputFormat[];
  readonly onChange: (formats: readonly OutputFormat[]) => void;
}) {
  const { t } = useTranslation('preview');
  const toggle = (format: OutputFormat, on: boolean) =>
    props.onChange(OUTPUT_FORMATS.filter((one) => (one === format ? on : props.chosen.includes(one))));
  return (
    <fieldset className="preview-formats">
      <legend className="field-label">{t('formats')}</legend>
      {OUTPUT_FORMATS.map((format) => (
        <Option
          key={format}
          kind="checkbox"
          chosen={props.chosen.includes(format)}
          onChange={(on) => toggle(format, on)}
        >
          {t(`format.${format}`)}
        </Option>
      ))}
    </fieldset>
  );
}

/** How the characters of the CSV are written; asked where a CSV is. */
export function EncodingChoice(props: {
  readonly formats: readonly OutputFormat[];
  readonly chosen: CsvEncoding;
  readonly onChoose: (encoding: CsvEncoding) => void;
}) {
  const { t } = useTranslation('preview');
  if (!props.formats.includes('csv')) return null;
  return <EncodingSelect label={t('encoding')} chosen={props.chosen} onChoose={props.onChoose} />;
}

export function EncodingSelect(props: {
  readonly label: string;
  readonly chosen: CsvEncoding;
  readonly onChoose: (encoding: CsvEncoding) => void;
}) {
  const { t } = useTranslation('preview');
  return (
    <Select
      label={props.label}
      options={CSV_ENCODINGS.map((id) => ({ id, label: t(`encodings.${id}`) }))}
      chosen={props.chosen}
      onChoose={props.onChoose}
    />
  );
}

/** Where files go, chosen in the system's dialog. */
export function FolderField(props: { readonly folder: string; readonly onChange: (folder: string) => void }) {
  const { t } = useTranslation('preview');
  const choose = async () => {
    const folder = await chooseFolder(props.folder);
    if (folder) props.onChange(folder);
  };
  return (
    <div className="field">
      <span className="field-label">{t('folder')}</span>
      <div className="preview-folder">
        <span className="preview-path grow" title={props.folder}>
          {props.folder}
        </span>
        <Button onPress={() => void choose()}>{t('chooseFolder')}</Button>
      </div>
    </div>
  );
}
