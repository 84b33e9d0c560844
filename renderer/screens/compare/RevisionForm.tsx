import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Select } from '../../components/Select';
import { TextInput } from '../../components/TextInput';
import { keepRevision, defaultRevision, type NewRevision } from './revisions';

const KINDS = ['manual', 'submitted', 'published'] as const satisfies readonly NewRevision['kind'][];

/** Under which name, as what and with which note the present text is kept. */
export function RevisionForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('compare');
  const [keeping, setKeeping] = useState(defaultRevision);
  const put = (patch: Partial<NewRevision>) => setKeeping((before) => ({ ...before, ...patch }));
  const name = keeping.name.trim();
  const keep = () => {
    if (name === '') return;
    void keepRevision({ ...keeping, name });
    onDone();
  };
  return (
    <div className="keep-form stack-tight">
      <div className="keep-fields">
        <TextInput
          label={t('revisions.name')}
          value={keeping.name}
          onChange={(text) => put({ name: text })}
          onEnter={keep}
          autoFocus
        />
        <Select
          label={t('revisions.kindLabel')}
          options={KINDS.map((id) => ({ id, label: t(`revisions.kind.${id}`) }))}
          chosen={keeping.kind}
          onChoose={(kind) => put({ kind })}
        />
        <TextInput
          label={t('revisions.noteLabel')}
          value={keeping.note}
          onChange={(note) => put({ note })}
          onEnter={keep}
        />
      </div>
      <div className="line-up">
        <Button disabled={name === ''} onPress={keep}>
          {t('revisions.keep')}
        </Button>
        <Button variant="link" onPress={onDone}>
          {t('revisions.cancelKeep')}
        </Button>
      </div>
    </div>
  );
}
