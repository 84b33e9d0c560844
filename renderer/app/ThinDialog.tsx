import { useTranslation } from 'react-i18next';
import type { ThinPreview } from '../../shared/commands/thin';
import { Button } from '../components/Button';
import { Dialog } from '../components/Dialog';
import { ProgressBar } from '../components/ProgressBar';
import { useDocument } from '../state/document';
import { hideThinning, useThinning, writeThinned } from '../state/thinning';

/** What leaving out old history does, before it is done. */
export function ThinDialog() {
  const { t } = useTranslation(['documents', 'common']);
  const thinning = useThinning((state) => state.thinning);
  const name = useDocument(({ view }) => view?.name ?? '');
  if (!thinning) return null;
  const { preview, isWriting = false } = thinning;
  const mayWrite = preview !== undefined && preview.after < preview.before;
  const actions = (
    <>
      <Button onPress={hideThinning}>{t(mayWrite ? 'common:cancel' : 'common:close')}</Button>
      {mayWrite ? (
        <Button variant="primary" disabled={isWriting} onPress={() => void writeThinned()}>
          {t(isWriting ? 'thin.writing' : 'thin.write')}
        </Button>
      ) : null}
    </>
  );
  return (
    <Dialog title={t('thin.title')} actions={actions} onClose={hideThinning}>
      <p>{t('thin.about', { name })}</p>
      {preview === undefined ? <ProgressBar label={t('thin.counting')} /> : null}
      {preview !== undefined && !mayWrite ? <p>{t('thin.nothing')}</p> : null}
      {mayWrite ? <SizeTable preview={preview} /> : null}
    </Dialog>
  );
}

function SizeTable({ preview }: { readonly preview: ThinPreview }) {
  const { t, i18n } = useTranslation('documents');
  const records = (count: number) => t('thin.count', { value: count.toLocaleString(i18n.language) });
  return (
    <>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('thin.what')}</th>
            <th scope="col">{t('thin.before')}</th>
            <th scope="col">{t('thin.after')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('thin.records')}</th>
            <td>{records(preview.before)}</td>
            <td>{records(preview.after)}</td>
          </tr>
          <tr>
            <th scope="row">{t('thin.size')}</th>
            <td>{sizeText(preview.bytesBefore, i18n.language)}</td>
            <td>{sizeText(preview.bytesAfter, i18n.language)}</td>
          </tr>
        </tbody>
      </table>
      <div>
        <p className="label">{t('thin.keeps')}</p>
        <ul className="bullets small">
          <li>{t('thin.keepsContent')}</li>
          <li>{t('thin.keepsRecent')}</li>
          <li>{t('thin.merges')}</li>
        </ul>
      </div>
      <div>
        <p className="label">{t('thin.loses')}</p>
        <ul className="bullets small">
          <li>{t('thin.losesSteps')}</li>
        </ul>
      </div>
    </>
  );
}

/** Bytes as people read them: `840 KB`, `12.4 MB`. */
function sizeText(bytes: number, language: string): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.ceil(bytes / 1_000), 'KB'] : [bytes / 1_000_000, 'MB'];
  return `${value.toLocaleString(language, { maximumFractionDigits: 1 })} ${unit}`;
}
