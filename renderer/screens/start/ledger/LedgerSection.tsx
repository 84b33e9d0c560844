import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeLedger, OfficeRow } from '../../../../shared/commands/office';
import { type Day, dayFrom } from '../../../../shared/japanese/days';
import { Button } from '../../../components/Button';
import { Callout } from '../../../components/Callout';
import { Select } from '../../../components/Select';
import { TextInput } from '../../../components/TextInput';
import { clockText } from '../../../i18n/dates';
import { useOffice, watchLedger } from '../../../state/office';
import { LedgerTable } from './LedgerTable';
import { RecordDialog } from './RecordDialog';
import { arrange, countsOf, type Filter, FILTERS, GROUPS, type LedgerView, SORTS } from './view';

const BEGINNING: LedgerView = { sort: 'due', filter: 'all', group: 'none', search: '' };

/** 評価書台帳 of the workspace folder: what is due first. Nothing while the folder holds no assessment. */
export function LedgerSection() {
  const { t } = useTranslation('ledger');
  const ledger = useOffice((state) => state.ledger);
  const [view, setView] = useState(BEGINNING);
  const [recorded, setRecorded] = useState<OfficeRow>();
  useEffect(watchLedger, []);
  if (!ledger || (ledger.rows.length === 0 && ledger.unread === 0)) return null;
  const today = todayOf();
  const change = (patch: Partial<LedgerView>) => setView((before) => ({ ...before, ...patch }));
  const groups = arrange(ledger.rows, view, today);
  return (
    <section aria-labelledby="ledger-title" className="ledger">
      <div className="ledger-head">
        <h2 id="ledger-title">{t('title')}</h2>
        <span className="muted small ledger-folder">{ledger.folder}</span>
        <LedgerProgress ledger={ledger} />
      </div>
      {ledger.fault ? (
        <Callout tone="warn" role="status">
          <p>{t('away', { fault: ledger.fault })}</p>
        </Callout>
      ) : null}
      <Tiles
        rows={ledger.rows}
        today={today}
        chosen={view.filter}
        onChoose={(filter) => change({ filter })}
      />
      <Tools view={view} onChange={change} />
      {groups.every(({ rows }) => rows.length === 0) ? (
        <p className="card muted">{t('nothing')}</p>
      ) : (
        <LedgerTable
          groups={groups}
          all={ledger.rows}
          group={view.group}
          sort={view.sort}
          today={today}
          onSort={(sort) => change({ sort })}
          onRecord={setRecorded}
        />
      )}
      {recorded ? <RecordDialog row={recorded} onClose={() => setRecorded(undefined)} /> : null}
    </section>
  );
}

/** What is being read, or when the folder was looked at last. */
function LedgerProgress({ ledger: { unread, unchecked, rows, at } }: { readonly ledger: OfficeLedger }) {
  const { t, i18n } = useTranslation('ledger');
  const text =
    unread > 0
      ? t('reading', { count: unread })
      : unchecked > 0
        ? t('checking', { count: unchecked })
        : at === null
          ? t('looking')
          : t('lookedAt', { count: rows.length, time: clockText(at, i18n.language, 'short') });
  return (
    <span className="muted small" role="status">
      {text}
    </span>
  );
}

/** Numbers that lead to their rows. */
function Tiles(props: {
  readonly rows: readonly OfficeRow[];
  readonly today: Day;
  readonly chosen: Filter;
  readonly onChoose: (filter: Filter) => void;
}) {
  const { t } = useTranslation('ledger');
  const counts = countsOf(props.rows, props.today);
  return (
    <div className="ledger-tiles" role="group" aria-label={t('filterLabel')}>
      {FILTERS.map((filter) => (
        <button
          key={filter}
          type="button"
          className={`ledger-tile ledger-tile-${filter}`}
          aria-pressed={filter === props.chosen}
          onClick={() => props.onChoose(filter === props.chosen ? 'all' : filter)}
        >
          <span className="label muted">{t(`filter.${filter}`)}</span>
          <span>
            <strong className="ledger-count">{counts[filter]}</strong> {t('unit')}
          </span>
        </button>
      ))}
    </div>
  );
}

function Tools({
  view,
  onChange,
}: {
  readonly view: LedgerView;
  readonly onChange: (patch: Partial<LedgerView>) => void;
}) {
  const { t } = useTranslation('ledger');
  return (
    <div className="ledger-tools">
      <div className="grow">
        <TextInput
          label={t('search')}
          hideLabel
          placeholder={t('search')}
          value={view.search}
          onChange={(search) => onChange({ search })}
        />
      </div>
      <Select
        label={t('sortLabel')}
        options={SORTS.map((id) => ({ id, label: t(`sort.${id}`) }))}
        chosen={view.sort}
        onChoose={(sort) => onChange({ sort })}
      />
      <Select
        label={t('groupLabel')}
        options={GROUPS.map((id) => ({ id, label: t(`group.${id}`) }))}
        chosen={view.group}
        onChoose={(group) => onChange({ group })}
      />
      {view.filter === 'all' && view.search === '' ? null : (
        <Button onPress={() => onChange({ filter: 'all', search: '' })}>{t('showAll')}</Button>
      )}
    </div>
  );
}

function todayOf(): Day {
  const now = new Date();
  return dayFrom(now.getFullYear(), now.getMonth() + 1, now.getDate());
}
