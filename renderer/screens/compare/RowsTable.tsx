import { useTranslation } from 'react-i18next';
import type { Drafts, RowCells } from '../../../shared/assessment/round';
import { applyEdit, type Edit } from '../../../shared/assessment/edit';
import type { Path } from '../../../shared/assessment/path';
import type { Assessment } from '../../../shared/assessment/types';
import { formOf } from '../../../shared/forms/catalog';
import { changeCell, changeTableOf, timingOptions } from '../../../shared/forms/changeTable';
import { cellsOf, tableEdit, type RowState } from '../../../shared/compare/rows/table';
import { Badge, type Tone } from '../../components/Badge';
import { Button } from '../../components/Button';
import { Callout } from '../../components/Callout';
import { Select } from '../../components/Select';
import { TextArea } from '../../components/TextArea';
import { dispatchEdit, useDocument, useReadOnly, setItemValue } from '../../state/document';
import { dispatchWithUndo } from '../../state/undoToast';
import { setDraftCells, useRound, updateRound } from './round';
import { setViewState } from './state';
import { keyOf, openChanges, showUndecided, undecidedRows } from './undecidedRows';
import type { Compared } from './useComparison';

/** 変更箇所に入る行: the rows of this round that are in the table and those that are proposed; every cell can be edited. */
export function RowsTable({ compared }: { readonly compared: Compared }) {
  const { t } = useTranslation('compare');
  const { states } = compared;
  const open = undecidedRows(compared);
  return (
    <section className="stack-tight" aria-label={t('rows.title')}>
      {open.size > 0 ? <UndecidedNote compared={compared} rows={open.size} /> : null}
      <div className="line-up">
        <span className="muted small grow rows-help">{t('rows.help')}</span>
        <RowOptions />
      </div>
      {states.length === 0 ? (
        <p className="card muted">{t('rows.none')}</p>
      ) : (
        <div className="rows-scroll">
          <Table states={states} open={open} />
        </div>
      )}
    </section>
  );
}

/** What the table does not say yet, and the way to the decisions that are missing; the rows can be put there as they are. */
function UndecidedNote({ compared, rows }: { readonly compared: Compared; readonly rows: number }) {
  const { t } = useTranslation('compare');
  const count = openChanges(compared).length;
  return (
    <Callout tone="warn">
      <div className="line-up rows-undecided">
        <span>{t('rows.undecided', { count, rows })}</span>
        <Button onPress={() => showUndecided(compared)}>{t('rows.toUndecided')}</Button>
      </div>
    </Callout>
  );
}

function RowOptions() {
  const { t } = useTranslation('compare');
  const { perItem, perEntry } = useRound();
  return (
    <div className="compare-editions label">
      <span>{t('rows.perItem')}</span>
      <Select
        label={t('rows.perItem')}
        hideLabel
        options={(['one', 'each'] as const).map((id) => ({ id, label: t(`rows.${id}`) }))}
        chosen={perItem}
        onChoose={(id) => updateRound(() => ({ perItem: id }))}
      />
      <span>{t('rows.perEntry')}</span>
      <Select
        label={t('rows.perEntry')}
        hideLabel
        options={(['items', 'entry'] as const).map((id) => ({ id, label: t(`rows.${id}`) }))}
        chosen={perEntry}
        onChoose={(id) => updateRound(() => ({ perEntry: id }))}
      />
    </div>
  );
}

interface TableProps {
  readonly states: readonly RowState[];
  /** Keys of rows whose change nobody has decided yet. */
  readonly open: ReadonlySet<string>;
}

function Table({ states, open }: TableProps) {
  const { t } = useTranslation('compare');
  return (
    <table className="table rows-table">
      <thead>
        <tr>
          <th className="rows-state">{t('rows.stateName')}</th>
          <th className="rows-date">{t('rows.date')}</th>
          <th className="rows-item">{t('rows.item')}</th>
          <th>{t('rows.before')}</th>
          <th>{t('rows.after')}</th>
          <th className="rows-timing">{t('rows.timing')}</th>
          <th className="rows-reason">{t('rows.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {states.map((state) => (
          <Row key={keyOf(state)} state={state} open={open.has(keyOf(state))} />
        ))}
      </tbody>
    </table>
  );
}

const TONES: Readonly<Record<RowState['kind'], Tone>> = {
  new: 'change',
  same: 'good',
  stale: 'change',
  worded: 'accent',
  vanished: 'warn',
  own: 'plain',
};

function Row({ state, open }: { readonly state: RowState; readonly open: boolean }) {
  const { t } = useTranslation('compare');
  const cells = useCells(state);
  const readOnly = useReadOnly();
  const timings = useTimings();
  const put = (column: keyof RowCells, text: string) => setCell(state, column, text);
  const area = (column: 'date' | 'item' | 'before' | 'after' | 'reason') => (
    <td>
      <TextArea
        label={t(`rows.${column}`)}
        value={cells[column]}
        readOnly={readOnly}
        onCommit={(text) => put(column, text)}
      />
    </td>
  );
  return (
    <tr>
      <td>
        <div className="stack-tight">
          <span>
            {open && state.kind === 'same' ? null : (
              <Badge tone={TONES[state.kind]}>{t(`rows.state.${state.kind}`)}</Badge>
            )}{' '}
            {open ? <Badge tone="warn">{t('rows.state.undecided')}</Badge> : null}
          </span>
          <RowActions state={state} />
        </div>
      </td>
      {area('date')}
      {area('item')}
      {area('before')}
      {area('after')}
      <td>
        <Select
          label={t('rows.timing')}
          hideLabel
          options={timings.map((id) => ({ id, label: id === '' ? t('rows.timingNone') : id }))}
          chosen={cells.timing}
          onChoose={(id) => put('timing', id)}
        />
      </td>
      {area('reason')}
    </tr>
  );
}

/** A row that is in the table shows its own text; a proposed one shows the draft. */
function useCells(state: RowState): RowCells {
  const { drafts } = useRound();
  if (state.kind === 'new') return { ...cellsOf(state.row), ...drafts[state.row.key] };
  return state.kind === 'stale' ? cellsOf(state.row) : state.existing.cells;
}

/** Blank, and the options of 提出時期 in the form of the document. */
function useTimings(): readonly string[] {
  const { assessment } = useDocument.getState();
  const options = assessment ? timingOptions(formOf(assessment.form, assessment.edition)) : [];
  return ['', ...options.map(({ label }) => label)];
}

function setCell(state: RowState, column: keyof RowCells, text: string): void {
  const { assessment } = useDocument.getState();
  if (!assessment) return;
  if (state.kind === 'new') setDraftCells(state.row.key, { [column]: text });
  else setItemValue(cellPath(assessment, state.existing.entryId, column), text);
}

function cellPath({ form, edition }: Assessment, entryId: string, column: keyof RowCells): Path {
  const found = formOf(form, edition);
  return changeCell(found, `${changeTableOf(found)}[${entryId}]`, column);
}

function RowActions({ state }: { readonly state: RowState }) {
  const { t } = useTranslation('compare');
  if (state.kind === 'vanished' || state.kind === 'own')
    return (
      <Button variant="link" onPress={() => removeRow(state.existing.entryId, t('rows.removed'))}>
        {t('rows.remove')}
      </Button>
    );
  const { difference } = state.row;
  return (
    <Button
      variant="link"
      onPress={() =>
        setViewState({ tab: 'changes', filter: 'all', section: undefined, whole: false, chosen: difference })
      }
    >
      {t('rows.toChange')}
    </Button>
  );
}

function removeRow(entryId: string, done: string): void {
  const { assessment } = useDocument.getState();
  if (!assessment) return;
  dispatchWithUndo(tableEdit(assessment, [], [entryId]), done, { label: 'changeRows' });
}

/** How many rows putting them into the table would add or renew. */
export function pendingRows(states: readonly RowState[]): number {
  return states.filter(({ kind }) => kind === 'new' || kind === 'stale').length;
}

/** Puts the rows into the table of the document, as one step; the drafts stay, for whoever takes that step back. */
export function applyRows(states: readonly RowState[], drafts: Drafts): void {
  const { assessment } = useDocument.getState();
  if (!assessment) return;
  const edit: Edit = tableEdit(assessment, states, [], drafts);
  if (applyEdit(assessment, edit) !== assessment) dispatchEdit(edit, 'changeRows');
}
