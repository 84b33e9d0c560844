import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryNode, Node } from '../../../../shared/assessment/walk';
import type { FormItem } from '../../../../shared/forms/types';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { TextArea } from '../../../components/TextArea';
import { useReadOnly, useValue, write } from '../../../state/document';
import { addEntry } from '../../../state/entries';
import { RowFindings } from './RowFindings';
import { EntryActs } from './EntryActs';

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
  return (
    <div className="changes-row" role="row" id={`item-${row.key}`} aria-label={label}>
      {row.children.map((child, column) =>
        child.kind === 'leaf' ? <Cell key={child.key} path={child.path} column={columns[column]} /> : null,
      )}
      <span role="cell" className="changes-acts">
        <EntryActs list={list} id={row.entry.id} label={label} at={at} count={count} />
      </span>
    </div>
  );
});

function Cell({ path, column }: { readonly path: string; readonly column: FormItem | undefined }) {
  const value = useValue(path);
  const readOnly = useReadOnly();
  return (
    <span role="cell" id={`item-${path}`} data-path={path}>
      <TextArea
        className="input-cell"
        value={typeof value === 'string' ? value : ''}
        onCommit={(text) => write(path, text)}
        labelledBy={`column-${column?.id ?? ''}`}
        readOnly={readOnly}
      />
      <RowFindings path={path} />
    </span>
  );
}
