import { useTranslation } from 'react-i18next';
import { ATTACHMENTS } from '../../../../shared/assessment/path';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { TextArea } from '../../../components/TextArea';
import { usePlacedEntries, useReadOnly, useValue, setItemValue } from '../../../state/document';
import { addEntry } from '../../../state/entries';
import { EntryActions } from './EntryActions';
import { GridEditor } from './GridEditor';
import { entryMark } from './reorder';

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
    <div className="sheet attachment" id={`item-${key}`} {...entryMark(ATTACHMENTS, props.id)}>
      <div className="entry-head">
        <span>{label}</span>
        <span className="grow" id={`item-${key}.title`} data-path={`${key}.title`}>
          <TextArea
            oneLine
            label={t('attachments.titleOf', { name: label })}
            value={typeof title === 'string' ? title : ''}
            onCommit={(text) => setItemValue(`${key}.title`, text)}
            readOnly={useReadOnly()}
          />
        </span>
        <EntryActions list={ATTACHMENTS} id={props.id} label={label} at={props.at} count={props.count} />
      </div>
      <GridEditor path={`${key}.rows`} label={label} />
    </div>
  );
}
