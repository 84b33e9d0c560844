import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Callout } from '../../components/Callout';
import { EmptyState } from '../../components/EmptyState';
import { ProgressBar } from '../../components/ProgressBar';
import { messageOf } from '../../i18n/message';
import { FolderField, FormatChoices, VariantChoice } from '../preview/choices';
import { DocumentTable } from './DocumentTable';
import { BATCH_VARIANTS, chooseSource, named, useBatch } from './state';

/** Which documents on the left, how and where to on the right. */
export function Choosing() {
  return (
    <div className="batch">
      <section className="stack-tight" aria-labelledby="batch-documents">
        <SourceHead />
        <Documents />
      </section>
      <Settings />
    </div>
  );
}

function SourceHead() {
  const { t } = useTranslation('batch');
  const { documents } = useBatch();
  return (
    <div className="line-up">
      <h2 id="batch-documents" className="grow">
        {t('documents')} <span className="muted small">{t('count', { count: documents.length })}</span>
      </h2>
      <Button onPress={() => void chooseSource()}>{t('chooseFolder')}</Button>
    </div>
  );
}

function Documents() {
  const { t } = useTranslation('batch');
  const { documents, listing, failed } = useBatch();
  if (failed) {
    return (
      <Callout tone="error" role="alert">
        <strong>{t('notListed')}</strong>
        <br />
        {messageOf('errors', failed)}
      </Callout>
    );
  }
  if (documents.length > 0) return <DocumentTable documents={documents} />;
  if (listing) return <Listing done={listing.done} total={listing.total} />;
  return (
    <div className="card">
      <EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>
    </div>
  );
}

function Listing({ done, total }: { readonly done: number; readonly total: number | null }) {
  const { t } = useTranslation('batch');
  const counted = total === null ? '' : ` ${t('listed', { done, total })}`;
  return (
    <div className="card" role="status">
      <ProgressBar
        label={`${t('listing')}${counted}`}
        {...(total === null ? {} : { done: done / Math.max(1, total) })}
      />
    </div>
  );
}

function Settings() {
  const { t } = useTranslation('batch');
  const { variant, formats, target } = useBatch();
  return (
    <section className="card stack batch-settings" aria-labelledby="batch-settings">
      <h2 id="batch-settings">{t('settings')}</h2>
      <VariantChoice
        variants={BATCH_VARIANTS}
        chosen={variant}
        onChoose={(id) => useBatch.setState({ variant: id })}
      />
      <FormatChoices chosen={formats} onChange={(ids) => useBatch.setState({ formats: ids })} />
      <FolderField folder={target} onChange={(folder) => useBatch.setState({ target: folder })} />
      <Sum />
    </section>
  );
}

/** How many files that makes, or what is missing. */
function Sum() {
  const { t } = useTranslation('batch');
  const state = useBatch();
  const documents = named(state).length;
  const formats = state.formats.length;
  const words =
    documents === 0
      ? t('nothingChosen')
      : formats === 0
        ? t('noFormat')
        : t('fileCount', { documents, formats, files: documents * formats });
  return (
    <p className="batch-sum" role="status">
      {words}
    </p>
  );
}
