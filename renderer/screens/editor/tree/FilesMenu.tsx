import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { FILES } from '../../../../shared/assessment/path';
import { setValue } from '../../../../shared/assessment/edit';
import type { PlacedEntry } from '../../../../shared/assessment/walk';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { TextInput } from '../../../components/TextInput';
import { dispatchEdit, useDocument, usePlacedEntries, useReadOnly } from '../../../state/document';
import { addFile } from '../../../state/entries';
import { EntryActions } from '../form/EntryActions';
import { namePaths, useFileName } from '../form/files';
import { TreeLink } from './TreeLink';

/** The list of 特定個人情報ファイル: add, rename (in every section at once), order, remove. */
export function FilesMenu() {
  const { t } = useTranslation(['editor', 'common']);
  const [open, setOpen] = useState(false);
  const readOnly = useReadOnly();
  const files = usePlacedEntries(FILES);
  const list = useRef<HTMLUListElement>(null);
  const add = () => {
    flushSync(addFile);
    list.current?.querySelector<HTMLElement>('li:last-child textarea')?.focus();
  };
  if (files.length === 0) return null;
  return (
    <>
      <TreeLink
        label={t('files.manage', { count: files.length })}
        level={0}
        current={false}
        onPress={() => setOpen(true)}
      />
      {open ? (
        <Dialog
          title={t('files.title')}
          wide
          onClose={() => setOpen(false)}
          actions={
            <>
              {readOnly ? null : <Button onPress={add}>{t('files.add')}</Button>}
              <Button variant="primary" onPress={() => setOpen(false)}>
                {t('common:close')}
              </Button>
            </>
          }
        >
          <p className="muted label">{t('files.help')}</p>
          <ul className="stack" ref={list}>
            {files.map((file, at) => (
              <FileLine key={file.entry.id} file={file} at={at} count={files.length} />
            ))}
          </ul>
        </Dialog>
      ) : null}
    </>
  );
}

function FileLine({
  file,
  at,
  count,
}: {
  readonly file: PlacedEntry;
  readonly at: number;
  readonly count: number;
}) {
  const { t } = useTranslation('editor');
  const name = useFileName(file.entry.id);
  const label = t('files.number', { number: file.ordinal });
  return (
    <li className="file-line">
      <span className="grow">
        <TextInput label={label} value={name} onChange={(text) => rename(file.entry.id, text)} />
      </span>
      <EntryActions list={FILES} id={file.entry.id} label={name || label} at={at} count={count} />
    </li>
  );
}

/** Writes the name wherever the form asks for it. */
function rename(file: string, name: string): void {
  const { assessment } = useDocument.getState();
  if (!assessment) return;
  dispatchEdit({
    kind: 'batch',
    edits: namePaths(assessment, file).map((path) => setValue(assessment, path, name)),
  });
}
