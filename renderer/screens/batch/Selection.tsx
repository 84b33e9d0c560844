import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Callout } from '../../components/Callout';
import { EmptyState } from '../../components/EmptyState';
import { Option } from '../../components/Option';
import { ProgressBar } from '../../components/ProgressBar';
import { messageOf } from '../../i18n/message';
import { EncodingChoice, FolderField, FormatChoices, VariantChoice } from '../../components/publish/choices';
import { DocumentTable } from './DocumentTable';
import { Ledger } from './Ledger';
import {
  BATCH_VARIANTS,
  chooseSource,
  includeSubfolders,
  plannedFiles,
  stopListing,
  useBatch,
} from './state';

/** Which documents on the left, how and where to on the right. */
export function Selection() {
  return (
    <div className="batch">
      <section className="stack-tight" aria-labelledby="batch-documents">
        <SourceHead />
        <Documents />
        <Ledger />
      </section>
      <Settings />
    </div>
  );
}

function SourceHead() {
  const { t } = useTranslation('batch');
  const { documents, listing, subfolders } = useBatch();
  return (
    <div className="line-up">
      <h2 id="batch-documents" className="grow">
        {t('documents')}{' '}
        {listing?.isNewFolder ? null : (
          <span className="muted small">{t('count', { count: documents.length })}</span>
        )}
      </h2>
      <Option kind="checkbox" chosen={subfolders} onChange={(on) => void includeSubfolders(on)}>
        {t('subfolders')}
      </Option>
      <Button onPress={() => void chooseSource()}>{t('chooseFolder')}</Button>
    </div>
  );
}

function Documents() {
  const { t } = useTranslation('batch');
  const { documents, listing, failed, stopped, subfolders } = useBatch();
  if (failed) {
    return (
      <Callout tone="error" role="alert">
        <strong>{t('notListed')}</strong>
        <br />
        {messageOf('errors', failed)}
      </Callout>
    );
  }
  if (listing && (listing.isNewFolder || documents.length === 0))
    return <Listing done={listing.done} total={listing.total} />;
  if (documents.length > 0) return <DocumentTable documents={documents} />;
  return (
    <div className="card">
      {stopped ? (
        <EmptyState
          title={t('stopped')}
          actions={<Button onPress={() => void includeSubfolders(subfolders)}>{t('listAgain')}</Button>}
        />
      ) : (
        <EmptyState title={t(subfolders ? 'noneBelow' : 'none')}>{t('noneHelp')}</EmptyState>
      )}
    </div>
  );
}

function Listing({ done, total }: { readonly done: number; readonly total: number | null }) {
  const { t } = useTranslation(['batch', 'common']);
  const counted = total === null ? '' : ` ${t('listed', { done, total })}`;
  return (
    <div className="card stack" role="status">
      <ProgressBar
        label={`${t('listing')}${counted}`}
        {...(total === null ? {} : { done: done / Math.max(1, total) })}
      />
      <div className="line-up">
        <Button onPress={stopListing}>{t('common:cancel')}</Button>
      </div>
    </div>
  );
}

function Settings() {
  const { t } = useTranslation('batch');
  const { variant, formats, encoding, target } = useBatch();
  return (
    <section className="card stack batch-settings" aria-labelledby="batch-settings">
      <h2 id="batch-settings">{t('settings')}</h2>
      <VariantChoice
        variants={BATCH_VARIANTS}
        chosen={variant}
        onChoose={(id) => useBatch.setState({ variant: id })}
      />
      <FormatChoices chosen={formats} onChange={(ids) => useBatch.setState({ formats: ids })} />
      <EncodingChoice
        formats={formats}
        chosen={encoding}
        onChoose={(id) => useBatch.setState({ encoding: id })}
      />
      <FolderField folder={target} onChange={(folder) => useBatch.setState({ target: folder })} />
      <SelectionSummary />
    </section>
  );
}

/** How many files that makes, or what is missing. */
function SelectionSummary() {
  const { t } = useTranslation('batch');
  const state = useBatch();
  const documents = plannedFiles(state).length;
  const formats = state.formats.length;
  const words = state.listing?.isNewFolder
    ? t('listing')
    : documents === 0
      ? t('nothingChosen')
      : formats === 0
        ? t('noFormat')
        : t('fileCount', { documents, formats, files: documents * formats });
  return (
    <div role="status">
      <p className="batch-sum">{words}</p>
      {plannedFiles(state).some(({ within }) => within.length > 0) ? (
        <p className="muted small">{t('mirrored')}</p>
      ) : null}
    </div>
  );
}
