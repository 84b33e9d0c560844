import { useTranslation } from 'react-i18next';
import { ATTACHMENTS } from '../../../../shared/assessment/path';
import { setValue } from '../../../../shared/assessment/edit';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { TextArea } from '../../../components/TextArea';
import { change, usePlacedEntries, useDocument, useReadOnly, useValue, write } from '../../../state/document';
import { addEntry } from '../../../state/entries';
import { EntryActs } from './EntryActs';
import { gridOf, withCell, withColumn, withoutColumn, withoutRow, withRow } from './grid';

/** 別紙: tables that no item of the form holds. */
export function AttachmentsView() {
  const { t } = useTranslation('editor');
  const readOnly = useReadOnly();
  const entries = usePlacedEntries(ATTACHMENTS);
  return (
    <section
      className="part"
      id={`part-${ATTACHMENTS}`}
      data-part={ATTACHMENTS}
      aria-label={t('attachments.title')}
    >
      <div className="part-heading">
        <h2>{t('attachments.title')}</h2>
      </div>
      {entries.length === 0 ? (
        <div className="sheet">
          <EmptyState title={t('attachments.empty')}>{t('attachments.emptyHelp')}</EmptyState>
        </div>
      ) : null}
      {entries.map(({ entry, ordinal }, at) => (
        <Attachment key={entry.id} id={entry.id} ordinal={ordinal} at={at} count={entries.length} />
      ))}
      {readOnly ? null : <Button onPress={() => addEntry(ATTACHMENTS)}>{t('attachments.add')}</Button>}
    </section>
  );
}

function Attachment(props: {
  readonly id: string;
  readonly ordinal: number;
  readonly at: number;
  readonly count: number;
}) {
  const { t } = useTranslation('editor');
  const key = `${ATTACHMENTS}[${props.id}]`;
  const title = useValue(`${key}.title`);
  const label = t('attachments.name', { number: props.ordinal });
  return (
    <div className="sheet attachment" id={`item-${key}`}>
      <div className="entry-head">
        <span>{label}</span>
        <span className="grow" id={`item-${key}.title`} data-path={`${key}.title`}>
          <TextArea
            oneLine
            label={t('attachments.titleOf', { name: label })}
            value={typeof title === 'string' ? title : ''}
            onCommit={(text) => write(`${key}.title`, text)}
            readOnly={useReadOnly()}
          />
        </span>
        <EntryActs list={ATTACHMENTS} id={props.id} label={label} at={props.at} count={props.count} />
      </div>
      <GridEditor path={`${key}.rows`} label={label} />
    </div>
  );
}

function GridEditor({ path, label }: { readonly path: string; readonly label: string }) {
  const { t } = useTranslation('editor');
  const rows = gridOf(useValue(path));
  const readOnly = useReadOnly();
  const put = (next: readonly (readonly string[])[]) => {
    const { assessment } = useDocument.getState();
    if (assessment) change(setValue(assessment, path, next.length === 0 ? undefined : { rows: next }));
  };
  const width = Math.max(0, ...rows.map((row) => row.length));
  return (
    <div id={`item-${path}`} data-path={path} className="grid-scroll">
      <table className="table grid-table" aria-label={label}>
        <tbody>
          {rows.map((row, y) => (
            <tr key={y}>
              {Array.from({ length: width }, (_, x) => (
                <td key={x}>
                  <TextArea
                    className="input-cell"
                    label={t('attachments.cell', { name: label, row: y + 1, column: x + 1 })}
                    value={row[x] ?? ''}
                    onCommit={(text) => put(withCell(rows, y, x, text))}
                    readOnly={readOnly}
                  />
                </td>
              ))}
              {readOnly ? null : (
                <td className="grid-act">
                  <Button
                    look="icon"
                    label={t('attachments.removeRow', { row: y + 1 })}
                    onPress={() => put(withoutRow(rows, y))}
                  >
                    ×
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {readOnly ? null : (
        <div className="line-up repeat-end">
          <Button onPress={() => put(withRow(rows))}>{t('attachments.addRow')}</Button>
          <Button onPress={() => put(withColumn(rows))}>{t('attachments.addColumn')}</Button>
          {width > 1 ? (
            <Button onPress={() => put(withoutColumn(rows, width - 1))}>
              {t('attachments.removeColumn')}
            </Button>
          ) : null}
        </div>
      )}
    </div>
  );
}
