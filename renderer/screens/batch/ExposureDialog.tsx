import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { exposureKey, ExposureList, withKey } from '../../components/publish/ExposureList';
import { relativePath } from './DocumentTable';
import { type ExposedDocument, batchKey } from './exposures';
import { afterExposures, type BatchStep, useBatch } from './state';

/** Withheld words that public copies would still show, document by document: nothing is written without this answer. */
export function ExposureDialog({ step }: { readonly step: Extract<BatchStep, { kind: 'exposed' }> }) {
  const { t } = useTranslation(['batch', 'preview', 'common']);
  const back = () => useBatch.setState({ step: { kind: 'choose' } });
  const { documents, chosen } = step;
  return (
    <Dialog
      title={t('preview:exposures.title')}
      onClose={back}
      wide
      actions={
        <>
          <Button onPress={back}>{t('preview:exposures.back')}</Button>
          <Button onPress={() => void afterExposures(false)}>{t('preview:exposures.asItIs')}</Button>
          <Button
            variant="primary"
            autoFocus
            disabled={chosen.size === 0}
            onPress={() => void afterExposures(true)}
          >
            {t('preview:exposures.withhold', { count: chosen.size })}
          </Button>
        </>
      }
    >
      <p>{t('exposed.help', { count: documents.length })}</p>
      <div className="exposed-documents">
        {documents.map((document) => (
          <OneDocument key={document.path} document={document} chosen={chosen} />
        ))}
      </div>
      <p className="muted small">{t('preview:exposures.marking')}</p>
    </Dialog>
  );
}

function OneDocument({
  document,
  chosen,
}: {
  readonly document: ExposedDocument;
  readonly chosen: ReadonlySet<string>;
}) {
  const folder = useBatch((state) => state.folder);
  const { path, name, exposures } = document;
  const own = exposures.filter((one) => chosen.has(batchKey(path, one))).map(exposureKey);
  return (
    <section className="stack-tight" aria-label={name || relativePath(folder, path)}>
      <p>
        <strong>{name || relativePath(folder, path)}</strong>
        {name ? <span className="muted small batch-line">{relativePath(folder, path)}</span> : null}
      </p>
      <ExposureList
        exposures={exposures}
        chosen={new Set(own)}
        onChange={(key, on) => choosePlace(`${path}\n${key}`, on)}
      />
    </section>
  );
}

function choosePlace(key: string, on: boolean): void {
  useBatch.setState(({ step }) =>
    step.kind === 'exposed' ? { step: { ...step, chosen: withKey(step.chosen, key, on) } } : {},
  );
}
