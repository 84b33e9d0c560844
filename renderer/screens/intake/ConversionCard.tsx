import i18next from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FORM_IDS, formOf, editionsForNewDocuments } from '../../../shared/forms/catalog';
import type { Edition, FormId } from '../../../shared/forms/types';
import { Button } from '../../components/Button';
import { Select } from '../../components/Select';
import { shell } from '../../shell';
import { allEditsSent, useAssessment, useDocument } from '../../state/document';
import { unplacedPieces } from '../../state/intake';
import { showOpenedDocument } from '../../state/opening';
import { showToast } from '../../state/toasts';
import { showSideTab } from '../../state/sidePanel';

/** The open assessment in another form or edition, as a new document; the open one stays as it is. */
export function ConversionCard() {
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
      <h3 id="carry-title">{t('carry.title')}</h3>
      <p className="muted label">{t('carry.help')}</p>
      <Select
        label={t('carry.form')}
        options={FORM_IDS.map(formOption)}
        chosen={form}
        onChoose={chooseForm}
      />
      <Select
        label={t('carry.edition')}
        options={editionsForNewDocuments(form).map((id) => ({ id, label: id }))}
        chosen={edition}
        onChoose={setEdition}
      />
      <div className="line-up">
        <Button
          disabled={form === ownForm && edition === ownEdition}
          onPress={() => void convertTo(form, edition)}
        >
          {t('carry.make')}
        </Button>
        {form === ownForm && edition === ownEdition ? (
          <span className="muted label">{t('carry.same')}</span>
        ) : null}
      </div>
    </section>
  );
}

function formOption(id: FormId) {
  const form = formOf(id);
  return { id, label: `${form.number} ${form.name}` };
}

async function convertTo(form: FormId, edition: Edition): Promise<void> {
  const session = useDocument.getState().view?.session;
  if (!session) return;
  await allEditsSent();
  await showOpenedDocument(shell.commands['intake.carry']({ session, form, edition }));
  const { view } = useDocument.getState();
  if (view && view.session !== session) reportConversion(unplacedPieces(view.leftover).length);
}

/** Shows the converted document; the text that it has no item for is listed in the right column. */
function reportConversion(left: number): void {
  if (left > 0) showSideTab('leftover');
  const key = left > 0 ? 'carry.left' : 'carry.complete';
  const sentences = [i18next.t(`intake:${key}`, { count: left }), i18next.t('intake:carry.past')];
  showToast(sentences.join(' '), { tone: left > 0 ? 'warn' : 'good' });
}
