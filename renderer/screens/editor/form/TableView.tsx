import { memo, useState, type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryNode, Node } from '../../../../shared/assessment/walk';
import type { FormItem } from '../../../../shared/forms/types';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { TextArea } from '../../../components/TextArea';
import { useDocument, useReadOnly, useValue, setItemValue } from '../../../state/document';
import { addEntry, pasteRows } from '../../../state/entries';
import { cellsIn } from './clipboard';
import { RowFindings } from './RowFindings';
import { EntryActions } from './EntryActions';
import { suggestionsFor } from './suggestions';
import { entryMark } from './reorder';

/** The table of 変更箇所: one row a change, its columns those of the form. */
export function TableView({ node }: { readonly node: Extract<Node, { kind: 'list' }> }) {
  const { t } = useTranslation('editor');
  const readOnly = useReadOnly();
  const columns = node.item.children ?? [];
  return (
    <div className="changes" id={`item-${node.list}`}>
      <div role="table" aria-label={node.item.label}>
        <div className="changes-row changes-head" role="row">
          {columns.map((column) => (
            <span key={column.id} role="columnheader" id={`column-${column.id}`}>
              {column.label}
            </span>
          ))}
          <span role="columnheader" className="visually-hidden">
            {t('table.acts')}
          </span>
        </div>
        {node.entries.map((row, at) => (
          <TableRow
            key={row.key}
            list={node.list}
            row={row}
            columns={columns}
            at={at}
            count={node.entries.length}
          />
        ))}
      </div>
      {node.entries.length === 0 ? (
        <EmptyState title={t('table.empty')}>{t('table.emptyHelp')}</EmptyState>
      ) : null}
      {readOnly ? null : (
        <div className="repeat-end">
          <Button onPress={() => addEntry(node.list)}>{t('table.add')}</Button>
        </div>
      )}
    </div>
  );
}

interface TableRowProps {
  readonly list: string;
  readonly row: EntryNode;
  readonly columns: readonly FormItem[];
  readonly at: number;
  readonly count: number;
}

const TableRow = memo(function TableRow({ list, row, columns, at, count }: TableRowProps) {
  const { t } = useTranslation('editor');
  const label = t('table.row', { number: row.ordinal });
  const [inside, setInside] = useState(false);
  const paste = (event: ClipboardEvent, column: number) => {
    const cells = cellsIn(event);
    if (!cells) return;
    event.preventDefault();
    const names = columns.map(({ id }) => id.slice(id.lastIndexOf('.') + 1));
    pasteRows(list, names, { row: row.entry.id, column }, cells);
  };
  return (
    <div
      className="changes-row"
      role="row"
      id={`item-${row.key}`}
      aria-label={label}
      onFocus={() => setInside(true)}
      onBlur={({ currentTarget, relatedTarget }) => setInside(currentTarget.contains(relatedTarget))}
      {...entryMark(list, row.entry.id)}
    >
      {row.children.map((child, column) =>
        child.kind === 'leaf' ? (
          <Cell
            key={child.key}
            path={child.path}
            column={columns[column]}
            inside={inside}
            onPaste={(event) => paste(event, column)}
          />
        ) : null,
      )}
      <span role="cell" className="changes-acts">
        <EntryActions list={list} id={row.entry.id} label={label} at={at} count={count} />
      </span>
    </div>
  );
});

interface CellProps {
  readonly path: string;
  readonly column: FormItem | undefined;
  /** The focus is in this row. */
  readonly inside: boolean;
  readonly onPaste: (event: ClipboardEvent) => void;
}

function Cell({ path, column, inside, onPaste }: CellProps) {
  const value = useValue(path);
  const readOnly = useReadOnly();
  const written = typeof value === 'string' ? value : '';
  return (
    <span role="cell" id={`item-${path}`} data-path={path}>
      <TextArea
        className="input-cell"
        value={written}
        onCommit={(text) => setItemValue(path, text)}
        labelledBy={`column-${column?.id ?? ''}`}
        readOnly={readOnly}
        {...(readOnly ? {} : { onPaste })}
      />
      {inside && column && !readOnly ? <Suggestions path={path} column={column} written={written} /> : null}
      <RowFindings path={path} />
    </span>
  );
}

interface SuggestionsProps {
  readonly path: string;
  readonly column: FormItem;
  readonly written: string;
}

/** Words to take over into a cell, while its row is worked on. */
function Suggestions({ path, column, written }: SuggestionsProps) {
  const { t } = useTranslation('editor');
  const key = useDocument(({ assessment }) =>
    assessment ? suggestionsFor(assessment, column, written).join(BETWEEN) : '',
  );
  if (key === '') return null;
  return (
    <span className="cell-offers" role="group" aria-label={t('table.offers', { name: column.label })}>
      {key.split(BETWEEN).map((offer) => (
        <Button key={offer} variant="link" onPress={() => setItemValue(path, offer)}>
          {offer}
        </Button>
      ))}
    </span>
  );
}

/** No text of a cell holds this character. */
const BETWEEN = '\u0000';
