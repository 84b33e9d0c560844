import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FORM_IDS, formOf, editionsForNewDocuments } from '../../../shared/forms/catalog';
import type { Edition, FormId } from '../../../shared/forms/types';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { Option } from '../../components/Option';
import { Select } from '../../components/Select';
import { TextInput } from '../../components/TextInput';
import { createDocument } from '../../state/opening';
import { openScreen } from '../../state/navigation';

/** New assessment: the form with a sentence on when it applies, and its edition. */
export function NewDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['start', 'common', 'threshold']);
  const [form, setForm] = useState<FormId>('form2');
  const [edition, setEdition] = useState<Edition>(formOf('form2').edition);
  const [name, setName] = useState('');
  const create = () => void createDocument(form, edition, name.trim());
  const choose = (id: FormId) => {
    setForm(id);
    setEdition(formOf(id).edition);
  };
  return (
    <Dialog
      title={t('new.title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" onPress={create}>
            {t('new.create')}
          </Button>
        </>
      }
    >
      <p className="label">
        <Button variant="link" onPress={() => openScreen('threshold')}>
          {t('threshold:screen.start')}
        </Button>
        {t('threshold:screen.startHelp')}
      </p>
      <fieldset className="choices">
        <legend className="field-label">{t('new.form')}</legend>
        {FORM_IDS.map((id) => (
          <FormChoice key={id} id={id} chosen={id === form} onChoose={() => choose(id)} />
        ))}
      </fieldset>
      <Select
        label={t('new.edition')}
        options={editionsForNewDocuments(form).map((id) => ({ id, label: id }))}
        chosen={edition}
        onChoose={setEdition}
      />
      <p className="field-help">{t('new.editionHelp')}</p>
      <TextInput
        label={t('new.name')}
        value={name}
        onChange={setName}
        onEnter={create}
        placeholder={t('new.example')}
        help={t('new.nameHelp')}
      />
    </Dialog>
  );
}

function FormChoice(props: { readonly id: FormId; readonly chosen: boolean; readonly onChoose: () => void }) {
  const { t } = useTranslation('start');
  const form = formOf(props.id);
  return (
    <Option kind="radio" name="form" chosen={props.chosen} onChange={props.onChoose}>
      <strong>
        {form.number} {form.name}
      </strong>
      <br />
      <span className="muted label">{t(`when.${props.id}`)}</span>
    </Option>
  );
}
