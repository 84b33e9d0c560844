import { useTranslation } from 'react-i18next';
import { Badge } from '../Badge';
import { Button } from '../Button';
import { Callout } from '../Callout';
import { messageOf } from '../../i18n/message';
import type { PublishedFile, PublishNotes, PublishReport } from '../../../shared/commands/publish';
import { ExposureList } from './ExposureList';
import { showInFolder } from '../../state/folders';

const NONE: ReadonlySet<string> = new Set();

export const FILE_TONES = { written: 'good', kept: 'warn', failed: 'error' } as const;

/** What was written, and what a person should know about it. */
export function ExportReport({ report }: { readonly report: PublishReport }) {
  const { t } = useTranslation('preview');
  const written = report.files.find((file) => file.state === 'written');
  return (
    <div className="stack">
      <ul className="preview-files">
        {report.files.map((file) => (
          <FileLine key={file.format} file={file} />
        ))}
      </ul>
      <PublishNotesList notes={report} />
      {written ? (
        <div>
          <Button onPress={() => showInFolder(written.path)}>{t('openFolder')}</Button>
        </div>
      ) : null}
    </div>
  );
}

/** What was withheld, what was not found any more, which characters were replaced. */
export function PublishNotesList({ notes }: { readonly notes: PublishNotes }) {
  const { t } = useTranslation('preview');
  const { withheld, gone, exposed, leftOut, unwritable, csvLost } = notes;
  return (
    <>
      {withheld > 0 ? <p>{t('withheld', { count: withheld })}</p> : null}
      {gone > 0 ? <Callout tone="warn">{t('gone', { count: gone })}</Callout> : null}
      {exposed.length > 0 ? (
        <Callout tone="warn">
          {t('exposed', { count: exposed.length })}
          <ExposureList exposures={exposed} chosen={NONE} />
        </Callout>
      ) : null}
      {leftOut.length > 0 ? (
        <Callout tone="error">{t('leftOut', { count: leftOut.length, names: leftOut.join('、') })}</Callout>
      ) : null}
      {unwritable.length > 0 ? (
        <Callout tone="warn">{t('unwritable', { codes: unwritable.map(codeOf).join('、') })}</Callout>
      ) : null}
      {csvLost.length > 0 ? (
        <Callout tone="warn">{t('csvLost', { characters: csvLost.join('') })}</Callout>
      ) : null}
    </>
  );
}

function FileLine({ file }: { readonly file: PublishedFile }) {
  const { t } = useTranslation('preview');
  return (
    <li>
      <Badge tone={FILE_TONES[file.state]}>{t(`state.${file.state}`)}</Badge>{' '}
      <span className="preview-path" title={file.path}>
        {file.path}
      </span>
      {file.error ? <p className="field-help">{messageOf('errors', file.error)}</p> : null}
    </li>
  );
}

function codeOf(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
