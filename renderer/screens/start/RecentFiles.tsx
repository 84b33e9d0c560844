import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { momentText } from '../../i18n/dates';
import type { RecentFile } from '../../../shared/commands/settings';
import { Badge } from '../../components/Badge';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { shell } from '../../shell';
import { openFile } from '../../state/opening';

/** The files used last, newest first. One that is gone says so and can be taken off the list. */
export function RecentFiles() {
  const { t } = useTranslation('start');
  const [files, setFiles] = useState<readonly RecentFile[]>();
  useEffect(
    () => void shell.commands['recent.list']().then((answer) => answer.ok && setFiles(answer.value)),
    [],
  );
  const forget = (path: string) =>
    void shell.commands['recent.forget']({ path }).then((answer) => answer.ok && setFiles(answer.value));
  if (!files) return null;
  return (
    <section aria-labelledby="recent-title">
      <h2 id="recent-title">{t('recent.title')}</h2>
      {files.length === 0 ? (
        <div className="card">
          <EmptyState title={t('recent.empty')}>{t('recent.emptyHelp')}</EmptyState>
        </div>
      ) : (
        <ul className="card recent-list">
          {files.map((file) => (
            <RecentLine key={file.path} file={file} onForget={() => forget(file.path)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function RecentLine({ file, onForget }: { readonly file: RecentFile; readonly onForget: () => void }) {
  const { t, i18n } = useTranslation('start');
  const when = file.changedAt === null ? '' : momentText(file.changedAt, i18n.language);
  return (
    <li className="recent-line">
      <button
        type="button"
        className="recent-open"
        disabled={file.changedAt === null}
        onClick={() => void openFile(file.path)}
      >
        <strong>{nameOf(file.path)}</strong>
        <span className="muted small">{folderOf(file.path)}</span>
      </button>
      {file.changedAt === null ? (
        <Badge tone="warn">{t('recent.gone')}</Badge>
      ) : (
        <span className="muted small">{when}</span>
      )}
      <Button variant="icon" label={t('recent.forget', { name: nameOf(file.path) })} onPress={onForget}>
        ×
      </Button>
    </li>
  );
}

function nameOf(path: string): string {
  return path.slice(lastSeparator(path) + 1).replace(/\.hyoka$/, '');
}

function folderOf(path: string): string {
  return path.slice(0, lastSeparator(path));
}

function lastSeparator(path: string): number {
  return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
}
