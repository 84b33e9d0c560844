import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../components/Badge';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { useDocumentView, useReadOnly } from '../../state/document';
import { addFromFile, keepRevision, removeRevision, restoreRevision } from './keeping';
import { look, NOW } from './state';

/** The revisions of the document: look at each, compare it with the present text, restore it as a whole. */
export function Revisions({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['compare', 'common']);
  const { revisions } = useDocumentView();
  const readOnly = useReadOnly();
  const compareWith = (id: string) => {
    look({ old: id, young: NOW });
    onClose();
  };
  return (
    <Dialog
      title={t('revisions.title')}
      wide
      onClose={onClose}
      actions={
        <>
          {readOnly ? null : (
            <>
              <Button onPress={() => void addFromFile()}>{t('revisions.fromFile')}</Button>
              <Button onPress={() => void keepRevision()}>{t('revisions.add')}</Button>
            </>
          )}
          <Button look="primary" onPress={onClose}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      <table className="table">
        <tbody>
          {[...revisions].reverse().map(({ id, kind, name, at, author, note }) => (
            <tr key={id}>
              <th scope="row">
                {name} <Badge>{t(`revisions.kind.${kind}`)}</Badge>
                {note ? <p className="small muted prewrap">{note}</p> : null}
              </th>
              <td className="label nowrap">
                {new Date(at).toLocaleString(i18next.language)}
                <br />
                {author.name}
              </td>
              <td>
                <div className="line-up">
                  <Button look="link" onPress={() => compareWith(id)}>
                    {t('revisions.compare')}
                  </Button>
                  {readOnly ? null : (
                    <>
                      <Button look="link" onPress={() => void restoreRevision(id)}>
                        {t('revisions.restore')}
                      </Button>
                      <Button look="link" onPress={() => void removeRevision(id)}>
                        {t('revisions.remove')}
                      </Button>
                    </>
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
