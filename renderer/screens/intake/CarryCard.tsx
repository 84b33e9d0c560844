import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { editionsOf, FORM_IDS, formOf } from '../../../shared/forms/catalog';
import type { Edition, FormId } from '../../../shared/forms/types';
import { Button } from '../../components/Button';
import { Select } from '../../components/Select';
import { shell } from '../../shell';
import { useAssessment, useDocument } from '../../state/document';
import { enter } from '../../state/opening';

/** The open assessment in another form or edition, as a new document; the open one stays as it is. */
export function CarryCard() {
  const { t } = useTranslation('intake');
  const { form: ownForm, edition: ownEdition } = useAssessment();
  const [form, setForm] = useState<FormId>(ownForm);
  const [edition, setEdition] = useState<Edition>(formOf(ownForm).edition);
  const chooseForm = (id: FormId) => {
    setForm(id);
    setEdition(formOf(id).edition);
  };
  return (
    <section className="card stack" aria-labelledby="carry-title">
      <h2 id="carry-title">{t('carry.title')}</h2>
      <p className="muted label">{t('carry.help')}</p>
      <Select
        label={t('carry.form')}
        options={FORM_IDS.map(formOption)}
        chosen={form}
        onChoose={chooseForm}
      />
      <Select
        label={t('carry.edition')}
        options={editionsOf(form).map((id) => ({ id, label: id }))}
        chosen={edition}
        onChoose={setEdition}
      />
      <div className="line-up">
        <Button
          disabled={form === ownForm && edition === ownEdition}
          onPress={() => void carryTo(form, edition)}
        >
          {t('carry.make')}
        </Button>
      </div>
    </section>
  );
}

function formOption(id: FormId) {
  const form = formOf(id);
  return { id, label: `${form.number} ${form.name}` };
}

async function carryTo(form: FormId, edition: Edition): Promise<void> {
  const session = useDocument.getState().view?.session;
  if (session) await enter(shell.commands['intake.carry']({ session, form, edition }));
}
