import { useTranslation } from 'react-i18next';
import type { BatchLine, PublishedFile } from '../../../shared/commands/publish';
import { Badge } from '../../components/Badge';
import { Button } from '../../components/Button';
import { Callout } from '../../components/Callout';
import { messageOf } from '../../i18n/message';
import { shell } from '../../shell';
import { valueOrReport } from '../../state/shellResult';
import { FILE_TONES, PublishNotesList } from '../../components/publish/ExportReport';
import { relativePath } from './DocumentTable';
import { restart, useBatch } from './state';
import { totalsOf } from './totals';

/** What was written, what was left as it was, what failed and why. */
export function BatchReport({ lines }: { readonly lines: readonly BatchLine[] }) {
  const { t } = useTranslation('batch');
  const target = useBatch((state) => state.target);
  const { kept, failed, cancelled } = totalsOf(lines);
  const complete = kept + failed + cancelled === 0;
  return (
    <section className="stack" aria-labelledby="batch-report">
      <h2 id="batch-report">{t('report.title')}</h2>
      <Callout tone={complete ? 'good' : 'warn'} role="status">
        {complete
          ? t('report.allWritten', { count: lines.length })
          : t(cancelled > 0 ? 'report.stopped' : 'report.someLeft')}
      </Callout>
      <div className="line-up">
        <Counts lines={lines} />
        <span className="grow" />
        <Button onPress={restart}>{t('report.again')}</Button>
        <Button
          variant="primary"
          autoFocus
          onPress={() => void valueOrReport(shell.commands['publish.openFolder']({ folder: target }))}
        >
          {t('report.openFolder')}
        </Button>
      </div>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('report.document')}</th>
            <th scope="col">{t('report.files')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.path} line={line} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Counts({ lines }: { readonly lines: readonly BatchLine[] }) {
  const { t } = useTranslation('batch');
  const { written, kept, failed, cancelled } = totalsOf(lines);
  return (
    <>
      <Badge tone="good">{t('report.written', { count: written })}</Badge>
      {kept > 0 ? <Badge tone="warn">{t('report.kept', { count: kept })}</Badge> : null}
      {failed > 0 ? <Badge tone="error">{t('report.failed', { count: failed })}</Badge> : null}
      {cancelled > 0 ? <Badge>{t('report.cancelled', { count: cancelled })}</Badge> : null}
    </>
  );
}

function Line({ line }: { readonly line: BatchLine }) {
  return (
    <tr>
      <td>
        <DocumentName path={line.path} />
      </td>
      <td>
        <div className="stack-tight">
          {line.error ? <Failed line={line} /> : null}
          {line.files.map((file) => (
            <FileLine key={file.format} file={file} />
          ))}
          {line.notes ? <PublishNotesList notes={line.notes} /> : null}
        </div>
      </td>
    </tr>
  );
}

function DocumentName({ path }: { readonly path: string }) {
  const folder = useBatch((state) => state.folder);
  const name = useBatch(({ documents }) => {
    const found = documents.find((document) => document.path === path);
    return found?.kind === 'document' ? found.cover.name : '';
  });
  return (
    <>
      {name === '' ? null : <strong>{name}</strong>}
      <span className="muted small batch-line">{relativePath(folder, path)}</span>
    </>
  );
}

function Failed({ line }: { readonly line: BatchLine }) {
  const { t } = useTranslation(['batch', 'preview']);
  if (!line.error) return null;
  if (line.error.code === 'jobCancelled') return <Badge>{t('report.cancelledOne')}</Badge>;
  return (
    <span>
      <Badge tone="error">{t('preview:state.failed')}</Badge> {messageOf('errors', line.error)}
    </span>
  );
}

function FileLine({ file }: { readonly file: PublishedFile }) {
  const { t } = useTranslation('preview');
  const target = useBatch((state) => state.target);
  return (
    <span>
      <Badge tone={FILE_TONES[file.state]}>{t(`state.${file.state}`)}</Badge>{' '}
      <span title={file.path}>{relativePath(target, file.path)}</span>
      {file.error ? <span className="field-help batch-line">{messageOf('errors', file.error)}</span> : null}
    </span>
  );
}
