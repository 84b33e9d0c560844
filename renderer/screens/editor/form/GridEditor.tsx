import i18next from 'i18next';
import { memo, useCallback, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { setValue } from '../../../../shared/assessment/edit';
import type { Path } from '../../../../shared/assessment/path';
import { Button } from '../../../components/Button';
import { TextArea } from '../../../components/TextArea';
import { dispatchEdit, useDocument, useReadOnly, useValue } from '../../../state/document';
import { dispatchWithUndo } from '../../../state/undoToast';
import { cellsIn } from './clipboard';
import {
  gridOf,
  withCell,
  withCells,
  withColumn,
  withColumnMoved,
  withoutColumn,
  withoutRow,
  withRow,
  withRowMoved,
  type Rows,
} from './grid';
import { MOVE_DOWN, MOVE_UP, moveOfKeys } from './reorder';

/** The table of a 別紙. Alt+Shift+arrow moves the row or column of the focused cell, and the focus with it. */
export function GridEditor({ path, label }: { readonly path: Path; readonly label: string }) {
  const { t } = useTranslation('editor');
  const rows = gridOf(useValue(path));
  const readOnly = useReadOnly();
  const put = useCallback<Put>((work, done) => putRows(path, work, done), [path]);
  const width = Math.max(0, ...rows.map((row) => row.length));
  return (
    <div id={`item-${path}`} data-path={path} className="grid-scroll">
      <table className="table grid-table" aria-label={label}>
        <tbody>
          {rows.map((row, y) => (
            <GridRow
              key={y}
              y={y}
              cells={row}
              width={width}
              label={label}
              last={y === rows.length - 1}
              put={put}
              readOnly={readOnly}
            />
          ))}
        </tbody>
      </table>
      {readOnly ? null : (
        <div className="line-up repeat-end">
          <Button onPress={() => put(withRow)}>{t('attachments.addRow')}</Button>
          <Button onPress={() => put(withColumn)}>{t('attachments.addColumn')}</Button>
          {width > 1 ? (
            <Button onPress={() => put((all) => withoutColumn(all, width - 1))}>
              {t('attachments.removeColumn')}
            </Button>
          ) : null}
        </div>
      )}
    </div>
  );
}

/** Changes the rows; `done`: a sentence about it, which offers to take it back. */
type Put = (work: (rows: Rows) => Rows, done?: string) => void;

function putRows(path: Path, work: (rows: Rows) => Rows, done?: string): void {
  const { assessment } = useDocument.getState();
  if (!assessment) return;
  const before = gridOf(assessment.values[path]);
  const after = work(before);
  if (after === before) return;
  const edit = setValue(assessment, path, after.length === 0 ? undefined : { rows: after });
  if (done === undefined) dispatchEdit(edit);
  else dispatchWithUndo(edit, done);
}

interface GridRowProps {
  readonly y: number;
  readonly cells: readonly string[];
  readonly width: number;
  readonly label: string;
  readonly last: boolean;
  readonly put: Put;
  readonly readOnly: boolean;
}

const GridRow = memo(function GridRow({ y, cells, width, label, last, put, readOnly }: GridRowProps) {
  const { t } = useTranslation('editor');
  return (
    <tr>
      {Array.from({ length: width }, (_, x) => (
        <td key={x} onKeyDown={readOnly ? undefined : (event) => moveCell(event, x, y, put)}>
          <TextArea
            className="input-cell"
            label={t('attachments.cell', { name: label, row: y + 1, column: x + 1 })}
            value={cells[x] ?? ''}
            onCommit={(text) => put((rows) => withCell(rows, y, x, text))}
            readOnly={readOnly}
            {...(readOnly ? {} : { onPaste: (event) => pasteCells(event, x, y, put) })}
          />
        </td>
      ))}
      {readOnly ? null : (
        <td className="grid-act">
          <span className="entry-acts">
            <Button
              variant="icon"
              label={t('entry.up', { name: t('table.row', { number: y + 1 }) })}
              shortcut={MOVE_UP}
              disabled={y === 0}
              onPress={() => moveRow(y, -1, put)}
            >
              ↑
            </Button>
            <Button
              variant="icon"
              label={t('entry.down', { name: t('table.row', { number: y + 1 }) })}
              shortcut={MOVE_DOWN}
              disabled={last}
              onPress={() => moveRow(y, 1, put)}
            >
              ↓
            </Button>
            <Button
              variant="icon"
              label={t('attachments.removeRow', { row: y + 1 })}
              onPress={() => put((rows) => withoutRow(rows, y))}
            >
              ×
            </Button>
          </span>
        </td>
      )}
    </tr>
  );
});

/** Writes a pasted table into the cells from here on: one step, which the message offers to undo. */
function pasteCells(event: ClipboardEvent, x: number, y: number, put: Put): void {
  const cells = cellsIn(event);
  if (!cells) return;
  event.preventDefault();
  const columns = Math.max(...cells.map((row) => row.length));
  put((rows) => withCells(rows, y, x, cells), i18next.t('pasted', { rows: cells.length, columns }));
}

/** Moves a row by its button; the focus follows to the same button of the row's new place. */
function moveRow(y: number, by: number, put: Put): void {
  const button = document.activeElement;
  const row = button?.closest('tr');
  const at = row && button ? [...row.querySelectorAll('button')].indexOf(button as HTMLButtonElement) : -1;
  put((rows) => withRowMoved(rows, y, by));
  requestAnimationFrame(() => {
    const buttons = row?.closest('table')?.rows[y + by]?.querySelectorAll('button');
    const next = buttons?.[at]?.disabled ? buttons[at === 0 ? 1 : 0] : buttons?.[at];
    next?.focus();
  });
}

/** Moves the row or column of a cell; the focus follows the text that moved. */
function moveCell(event: KeyboardEvent<HTMLTableCellElement>, x: number, y: number, put: Put): void {
  const move = moveOfKeys(event);
  if (!move) return;
  event.preventDefault();
  event.stopPropagation();
  const table = event.currentTarget.closest('table');
  put((rows) => (move.y === 0 ? withColumnMoved(rows, x, move.x) : withRowMoved(rows, y, move.y)));
  requestAnimationFrame(() => {
    const cell = table?.rows[y + move.y]?.cells[x + move.x];
    cell?.querySelector('textarea')?.focus();
  });
}
