import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { momentText } from '../../i18n/dates';
import type { RevisionInfo } from '../../../shared/commands/documents';
import { Badge } from '../../components/Badge';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { useDocumentView, useReadOnly } from '../../state/document';
import { useIntake } from '../../state/intake';
import { addFromFile, removeRevision, restoreRevision } from './revisions';
import { RevisionForm } from './RevisionForm';
import { setViewState, CURRENT } from './state';

/** The revisions of the document: show one, compare it with the present text, restore it as a whole. */
export function Revisions({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['compare', 'common']);
  const { revisions } = useDocumentView();
  const readOnly = useReadOnly();
  const [keeping, setKeeping] = useState(false);
  const reading = useIntake((state) => state.running !== undefined);
  // The progress is shown on the screen under this dialog.
  const add = () => {
    onClose();
    void addFromFile();
  };
  return (
    <Dialog
      title={t('revisions.title')}
      wide
      onClose={onClose}
      actions={
        <>
          {readOnly || keeping ? null : (
            <>
              <Button disabled={reading} onPress={add}>
                {t('revisions.fromFile')}
              </Button>
              <Button onPress={() => setKeeping(true)}>{t('revisions.add')}</Button>
            </>
          )}
          <Button variant="primary" onPress={onClose}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      {keeping ? <RevisionForm onDone={() => setKeeping(false)} /> : null}
      {revisions.length === 0 ? <p className="muted">{t('empty.title')}</p> : null}
      <table className="table">
        <tbody>
          {[...revisions].reverse().map((revision) => (
            <RevisionLine key={revision.id} revision={revision} onClose={onClose} />
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

interface LineProps {
  readonly revision: RevisionInfo;
  readonly onClose: () => void;
}

function RevisionLine({ revision, onClose }: LineProps) {
  const { t, i18n } = useTranslation('compare');
  const { name, kind, at, author, note } = revision;
  return (
    <tr>
      <th scope="row">
        {name} <Badge>{t(`revisions.kind.${kind}`)}</Badge>
        {note ? <p className="small muted prewrap">{note}</p> : null}
      </th>
      <td className="label nowrap">
        {momentText(at, i18n.language)}
        <br />
        {author.name}
      </td>
      <td>
        <RevisionActions revision={revision} onClose={onClose} />
      </td>
    </tr>
  );
}

function RevisionActions({ revision: { id }, onClose }: LineProps) {
  const { t } = useTranslation('compare');
  const readOnly = useReadOnly();
  const [asked, setAsked] = useState(false);
  const show = (newer: string, whole: boolean) => {
    setViewState({ older: id, newer, whole, tab: 'changes', filter: 'all', section: undefined });
    onClose();
  };
  if (asked)
    return (
      <div className="stack-tight">
        <span className="warn-text">{t('revisions.removeSure')}</span>
        <span className="line-up">
          <Button variant="danger" onPress={() => void removeRevision(id)}>
            {t('revisions.removeYes')}
          </Button>
          <Button variant="link" autoFocus onPress={() => setAsked(false)}>
            {t('revisions.removeNo')}
          </Button>
        </span>
      </div>
    );
  return (
    <div className="line-up">
      <Button variant="link" onPress={() => show(id, true)}>
        {t('revisions.look')}
      </Button>
      <Button variant="link" onPress={() => show(CURRENT, false)}>
        {t('revisions.compare')}
      </Button>
      {readOnly ? null : (
        <>
          <Button variant="link" onPress={() => void restoreRevision(id)}>
            {t('revisions.restore')}
          </Button>
          <Button variant="link" onPress={() => setAsked(true)}>
            {t('revisions.remove')}
          </Button>
        </>
      )}
    </div>
  );
}
