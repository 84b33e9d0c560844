import { useTranslation } from 'react-i18next';
import { formOf } from '../../../shared/forms/catalog';
import { dutyOf, formsOf, performedFor } from '../../../shared/threshold/threshold';
import { Button } from '../../components/Button';
import { createDocument } from '../../state/opening';
import { useSettings } from '../../state/settings';
import { factsOf, useThresholdDraft } from '../../state/thresholdDraft';
import { applyThreshold } from '../../state/thresholds';
import type { FormId } from '../../../shared/forms/types';

/** 新しく作る: one button for each form that the assessment needs; the answers are written into it. */
export function CreateActions() {
  const { t } = useTranslation('threshold');
  const draft = useThresholdDraft();
  const { ownRule } = useSettings();
  const facts = factsOf(draft);
  if (!facts) return null;
  const duty = dutyOf(facts);
  const performed = performedFor(duty, { [duty]: draft.performed ?? ownRule[duty] });
  const create = async (form: FormId) => {
    await createDocument(form, formOf(form).edition, '');
    await applyThreshold(draft, facts, performed);
  };
  const forms = formsOf[performed];
  return (
    <>
      {forms.map((form, at) => (
        <Button
          key={form}
          variant={at === forms.length - 1 ? 'primary' : 'plain'}
          onPress={() => void create(form)}
        >
          {t('screen.create', { form: `${formOf(form).number} ${formOf(form).name}` })}
        </Button>
      ))}
    </>
  );
}
