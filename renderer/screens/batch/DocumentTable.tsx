import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { dayText } from '../../i18n/dates';
import type { FolderDocument, PublishingState } from '../../../shared/commands/publish';
import { formOf } from '../../../shared/forms/catalog';
import { Badge, type Tone } from '../../components/Badge';
import { messageOf } from '../../i18n/message';
import { fileNameOf } from '../../state/fileNames';
import { choose, isReadable, type Readable, useBatch } from './state';

const TONES: Readonly<Record<PublishingState, Tone>> = {
  draft: 'accent',
  submitted: 'good',
  published: 'good',
  changed: 'change',
};

/** The documents of the folder; those that cannot be read say why and cannot be chosen. */
export function DocumentTable({ documents }: { readonly documents: readonly FolderDocument[] }) {
  const { t } = useTranslation('batch');
  return (
    <table className="table table-choose batch-table">
      <thead>
        <tr>
          <th scope="col">
            <ChooseAll documents={documents} />
          </th>
          <th scope="col">{t('number')}</th>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('form')}</th>
          <th scope="col">{t('published')}</th>
          <th scope="col">{t('changedAt')}</th>
          <th scope="col">{t('stateHead')}</th>
        </tr>
      </thead>
      <tbody>
        {documents.map((document) =>
          isReadable(document) ? (
            <DocumentRow key={document.path} document={document} />
          ) : (
            <UnreadableRow key={document.path} document={document} />
          ),
        )}
      </tbody>
    </table>
  );
}

function ChooseAll({ documents }: { readonly documents: readonly FolderDocument[] }) {
  const { t } = useTranslation('batch');
  const box = useRef<HTMLInputElement>(null);
  const chosen = useBatch((state) => state.chosen);
  const paths = documents.filter(isReadable).map(({ path }) => path);
  const all = paths.length > 0 && paths.every((path) => chosen.has(path));
  const some = paths.some((path) => chosen.has(path));
  useEffect(() => {
    if (box.current) box.current.indeterminate = some && !all;
  }, [some, all]);
  return (
    <input
      ref={box}
      type="checkbox"
      className="batch-box"
      aria-label={t('chooseAll')}
      title={t('chooseAll')}
      disabled={paths.length === 0}
      checked={all}
      onChange={() => choose(paths, !all)}
    />
  );
}

function DocumentRow({ document }: { readonly document: Readable }) {
  const { t, i18n } = useTranslation('batch');
  const { path, cover, state, toCheck, changedAt } = document;
  const chosen = useBatch((batch) => batch.chosen.has(path));
  const form = formOf(cover.form, cover.edition);
  const name = cover.name || t('unnamed');
  return (
    <tr className="batch-row" onClick={() => choose([path], !chosen)}>
      <td>
        <input
          type="checkbox"
          className="batch-box"
          aria-label={t('chooseOne', { name })}
          checked={chosen}
          onClick={(event) => event.stopPropagation()}
          onChange={(event) => choose([path], event.currentTarget.checked)}
        />
      </td>
      <td>{cover.number || '—'}</td>
      <td>
        <strong>{name}</strong>
        <FileNote path={path} />
      </td>
      <td className="batch-whole">
        {form.number} {form.name}
        <span className="muted small batch-line">{cover.edition}</span>
      </td>
      <td className="batch-whole">{cover.published || '—'}</td>
      <td className="batch-whole">{dayText(changedAt, i18n.language)}</td>
      <td>
        <span className="batch-badges">
          <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
          {toCheck > 0 ? <Badge tone="warn">{t('toCheck', { count: toCheck })}</Badge> : null}
        </span>
      </td>
    </tr>
  );
}

function UnreadableRow({ document }: { readonly document: Exclude<FolderDocument, Readable> }) {
  const { t } = useTranslation('batch');
  const folder = useBatch((state) => state.folder);
  return (
    <tr className="batch-unreadable">
      <td>
        <input type="checkbox" className="batch-box" disabled aria-label={t('unreadable')} />
      </td>
      <td>—</td>
      <td colSpan={4}>
        <strong>{relativePath(folder, document.path)}</strong>
        <span className="small batch-line">{messageOf('errors', document.error)}</span>
      </td>
      <td>
        <Badge tone="error">{t('unreadable')}</Badge>
      </td>
    </tr>
  );
}

function FileNote({ path }: { readonly path: string }) {
  const folder = useBatch((state) => state.folder);
  return (
    <span className="muted small batch-line" title={path}>
      {relativePath(folder, path)}
    </span>
  );
}

/** A path as it is seen from a folder above it; elsewhere the name of the file. */
export function relativePath(folder: string, path: string): string {
  const inside = folder !== '' && path.startsWith(folder);
  return inside ? path.slice(folder.length).replace(/^[\\/]+/, '') : fileNameOf(path);
}
