import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeRow } from '../../../../shared/commands/office';
import { formOf } from '../../../../shared/forms/catalog';
import { dateOfDay, type Day } from '../../../../shared/japanese/days';
import type { DueState } from '../../../../shared/ledger/deadlines';
import { duesOf, type LedgerDocument, sameNumbers, warekiOf } from '../../../../shared/ledger/rows';
import type { State } from '../../../../shared/assessment/progress';
import { Badge, type Tone } from '../../../components/Badge';
import { Menu, type MenuEntry } from '../../../components/Menu';
import { dayText } from '../../../i18n/dates';
import { showInFolder } from '../../../state/folders';
import { makeFrom, useOffice } from '../../../state/office';
import { openFile } from '../../../state/opening';
import type { Group, RowGroup, Sort } from './view';

const TONES: Readonly<Record<State, Tone>> = {
  draft: 'accent',
  checking: 'warn',
  consultation: 'accent',
  inspection: 'accent',
  approval: 'accent',
  submitted: 'good',
  published: 'good',
  ended: 'plain',
};

/** Columns that sort when their heading is chosen. */
const HEADS: readonly (readonly [string, Sort | undefined])[] = [
  ['number', 'number'],
  ['name', 'name'],
  ['form', undefined],
  ['department', 'department'],
  ['state', 'state'],
  ['published', undefined],
  ['reviewDue', 'due'],
  ['reassessDue', 'reassess'],
  ['findings', undefined],
  ['acts', undefined],
];

export interface LedgerTableProps {
  readonly groups: readonly RowGroup[];
  /** All rows, for numbers that are used twice. */
  readonly all: readonly OfficeRow[];
  readonly group: Group;
  readonly sort: Sort;
  readonly today: Day;
  readonly onSort: (sort: Sort) => void;
  readonly onRecord: (row: OfficeRow) => void;
}

export function LedgerTable(props: LedgerTableProps) {
  const { t } = useTranslation('ledger');
  const same = sameNumbers(props.all.map(({ row }) => row));
  return (
    <div className="ledger-scroll" role="region" aria-label={t('list')} tabIndex={0}>
      <table className="table table-choose ledger-table">
        <thead>
          <tr>
            {HEADS.map(([id, sort]) => (
              <Head key={id} id={id} column={sort} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {props.groups.map(({ key, rows }) => (
            <Fragment key={key}>
              {props.group === 'none' ? null : (
                <tr className="ledger-group">
                  <th scope="rowgroup" colSpan={HEADS.length}>
                    <GroupName group={props.group} value={key} /> <span className="muted">{rows.length}</span>
                  </th>
                </tr>
              )}
              {rows.map((row) => (
                <LedgerLine key={row.path} row={row} same={same.get(row.row.file)} {...props} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head({
  id,
  column,
  sort,
  onSort,
}: Pick<LedgerTableProps, 'sort' | 'onSort'> & { readonly id: string; readonly column: Sort | undefined }) {
  const { t } = useTranslation('ledger');
  const name = t(`heads.${id}` as 'heads.number');
  if (!column) return <th scope="col">{name}</th>;
  const chosen = column === sort;
  return (
    <th scope="col" aria-sort={chosen ? 'ascending' : 'none'}>
      <button type="button" className="ledger-sort" onClick={() => onSort(column)}>
        {name}
        <span aria-hidden="true">{chosen ? ' ▲' : ''}</span>
      </button>
    </th>
  );
}

function GroupName({ group, value }: { readonly group: Group; readonly value: string }) {
  const { t } = useTranslation('ledger');
  if (value === '') return t('without');
  if (group === 'state') return t(`state.${value as State}`);
  if (group === 'form') return formOf(value as LedgerDocument['facts']['form']).name;
  return value;
}

type LineProps = Pick<LedgerTableProps, 'today' | 'onRecord'> & {
  readonly row: OfficeRow;
  readonly same: readonly string[] | undefined;
};

function LedgerLine(props: LineProps) {
  const { row, path } = props.row;
  const { t } = useTranslation('ledger');
  if (row.kind === 'document') return <DocumentLine {...props} document={row} />;
  return (
    <tr className="ledger-fault">
      <td>—</td>
      <td colSpan={7}>
        <strong>{row.file}</strong>
        <span className="small ledger-line">{row.fault}</span>
      </td>
      <td>
        <Badge tone="error">{t('unreadable')}</Badge>
      </td>
      <td>
        <Menu
          face="⋯"
          look="icon"
          label={t('actsOf', { name: row.file })}
          entries={[
            { kind: 'act', id: 'open', label: t('acts.open'), onAct: () => void openFile(path) },
            { kind: 'act', id: 'folder', label: t('acts.folder'), onAct: () => showInFolder(path) },
          ]}
        />
      </td>
    </tr>
  );
}

function DocumentLine({
  document,
  today,
  same,
  ...props
}: LineProps & { readonly document: LedgerDocument }) {
  const { t, i18n } = useTranslation('ledger');
  const { facts, findings, openBy, file } = document;
  const form = formOf(facts.form, facts.edition);
  const dues = duesOf(facts, today);
  const { deadlines } = facts;
  const late = dues.review.kind === 'overdue' || dues.reassess.kind === 'overdue';
  const day = (at: Day | undefined) => dayIn(at, i18n.language);
  const last = Math.max(deadlines.assessed ?? -Infinity, deadlines.amended ?? -Infinity);
  return (
    <tr className={late ? 'ledger-late' : undefined}>
      <td>{facts.number || '—'}</td>
      <td>
        <button type="button" className="ledger-open" onClick={() => void openFile(props.row.path)}>
          <strong>{facts.name || t('unnamed')}</strong>
        </button>
        <span className="muted small ledger-line">{file}</span>
        {openBy ? <span className="small ledger-line">{t('openBy', { name: openBy })}</span> : null}
        <Remarks document={document} same={same} />
      </td>
      <td>
        {form.number} {form.name}
        <span className="muted small ledger-line">{facts.edition}</span>
      </td>
      <td>{facts.department || '—'}</td>
      <td>
        <Badge tone={TONES[facts.state]}>{t(`state.${facts.state}`)}</Badge>
      </td>
      <td>
        {Number.isFinite(last) ? day(last) : '—'}
        {deadlines.revision > 0 ? (
          <span className="muted small ledger-line">{t('revision', { count: deadlines.revision })}</span>
        ) : null}
      </td>
      <td>
        <Due day={day(deadlines.reviewDue)} state={dues.review} />
        {deadlines.keepUntil === undefined ? null : (
          <span className="small ledger-line">{t('keepUntil', { date: day(deadlines.keepUntil) })}</span>
        )}
      </td>
      <td>
        <Due day={day(deadlines.reassessDue)} state={dues.reassess} />
      </td>
      <td>
        <Findings findings={findings} toReview={facts.toReview} />
      </td>
      <td>
        <LineActs {...props} name={facts.name || file} form={facts.form} />
      </td>
    </tr>
  );
}

function Remarks({
  document: { facts },
  same,
}: {
  readonly document: LedgerDocument;
  readonly same: readonly string[] | undefined;
}) {
  const { t } = useTranslation('ledger');
  const notices = facts.dateNotices.map(({ code, item, text }) =>
    t(`notice.${code}`, { item: t(`item.${item}`), text }),
  );
  const all = [...notices, ...(same ? [t('notice.sameNumber', { files: same.join(t('comma')) })] : [])];
  return all.map((text) => (
    <span key={text} className="small warn-text ledger-line">
      ⚠ {text}
    </span>
  ));
}

/** A deadline, and in a word and a sign how it is kept. */
function Due({ day, state }: { readonly day: string; readonly state: DueState }) {
  const { t } = useTranslation('ledger');
  if (state.kind === 'none') return '—';
  const { kind, days, months } = state;
  if (kind === 'later') return day;
  const long = days > LONG;
  const text = long ? t(`due.${kind}Months`, { months }) : t(`due.${kind}`, { days });
  return (
    <>
      {day}
      <span className="ledger-line">
        <Badge tone={kind === 'overdue' ? 'error' : 'warn'}>
          {kind === 'overdue' ? '▲ ' : ''}
          {text}
        </Badge>
      </span>
    </>
  );
}

/** From this many days on, months say more. */
const LONG = 92;

function Findings({
  findings,
  toReview,
}: {
  readonly findings: LedgerDocument['findings'];
  readonly toReview: number;
}) {
  const { t } = useTranslation('ledger');
  if (!findings) return <span className="muted small">{t('unchecked')}</span>;
  const nothing = findings.error + findings.warning + toReview === 0;
  return (
    <span className="ledger-badges">
      {findings.error > 0 ? (
        <Badge tone="error" round label={t('columns.errors')}>
          {findings.error}
        </Badge>
      ) : null}
      {findings.warning > 0 ? (
        <Badge tone="warn" round label={t('columns.warnings')}>
          {findings.warning}
        </Badge>
      ) : null}
      {toReview > 0 ? <Badge tone="warn">{t('toReview', { count: toReview })}</Badge> : null}
      {nothing ? '—' : null}
    </span>
  );
}

function LineActs({
  row,
  name,
  form,
  onRecord,
}: Pick<LineProps, 'row' | 'onRecord'> & {
  readonly name: string;
  readonly form: LedgerDocument['facts']['form'];
}) {
  const { t } = useTranslation('ledger');
  const making = useOffice((state) => state.making);
  const act = (id: 'open' | 'renew' | 'pair' | 'record' | 'folder', onAct: () => void): MenuEntry => ({
    kind: 'act',
    id,
    label: t(`acts.${id}`),
    onAct,
    disabled: making !== undefined && id !== 'folder',
  });
  return (
    <Menu
      face="⋯"
      look="icon"
      label={t('actsOf', { name })}
      entries={[
        act('open', () => void openFile(row.path)),
        act('renew', () => void makeFrom('renew', row)),
        ...(form === 'form2' ? [] : [act('pair', () => void makeFrom('pair', row))]),
        act('record', () => onRecord(row)),
        { kind: 'line', id: 'line' },
        act('folder', () => showInFolder(row.path)),
      ]}
    />
  );
}

/** 令和9年3月1日, in English 1 March 2027. */
function dayIn(day: Day | undefined, language: string): string {
  if (day === undefined || language !== 'en') return warekiOf(day);
  const { year, month, day: dayOfMonth } = dateOfDay(day);
  return dayText(new Date(year, month - 1, dayOfMonth).getTime(), language);
}
