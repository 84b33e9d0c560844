import i18next from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TopBar } from '../../components/frame/TopBar';
import { Badge } from '../../components/Badge';
import { Button } from '../../components/Button';
import { Select } from '../../components/Select';
import { useDocumentView, useReadOnly } from '../../state/document';
import { useNarrow } from '../../state/narrow';
import { showToast } from '../../state/toasts';
import { openScreen } from '../../state/navigation';
import { ExportMenu } from './ExportMenu';
import { Revisions } from './Revisions';
import { applyRows, pendingRows } from './RowsTable';
import { useOldRevision, useRound } from './round';
import { setViewState, CURRENT, useCompare } from './state';
import { showUndecided, undecidedRows } from './undecidedRows';
import type { Compared } from './useComparison';

/** Which editions are compared, what was found, and the acts on it. */
export function CompareBar({ compared }: { readonly compared: Compared | undefined }) {
  const { t } = useTranslation('compare');
  const [listed, setListed] = useState(false);
  const narrow = useNarrow();
  return (
    <TopBar
      title={t('title')}
      before={
        <Button variant="icon" label={t('back')} onPress={() => openScreen('editor')}>
          ←
        </Button>
      }
      badges={compared && !narrow ? <Counts compared={compared} /> : null}
    >
      <Editions />
      <Button onPress={() => setListed(true)}>{t('revisions.open')}</Button>
      {compared ? <ExportMenu compared={compared} /> : null}
      {compared?.live ? <Apply compared={compared} /> : null}
      {listed ? <Revisions onClose={() => setListed(false)} /> : null}
    </TopBar>
  );
}

function Counts({ compared }: { readonly compared: Compared }) {
  const { t } = useTranslation('compare');
  const changes = compared.views.filter(({ kind }) => kind !== 'form').length;
  const likely = compared.views.filter(
    ({ materiality, listed }) => listed && materiality.proposal === 'likely',
  ).length;
  return (
    <>
      <Badge tone="change">{t('badge.changes', { count: changes })}</Badge>
      {likely > 0 ? <Badge tone="warn">{t('badge.material', { count: likely })}</Badge> : null}
    </>
  );
}

function Editions() {
  const { t } = useTranslation('compare');
  const { revisions } = useDocumentView();
  const older = useOldRevision();
  const newer = useCompare((state) => state.newer);
  if (older === undefined) return null;
  const options = [
    ...[...revisions].reverse().map(({ id, name }) => ({ id, label: name })),
    { id: CURRENT, label: t('edition.now') },
  ];
  return (
    <div className="compare-editions">
      <Select
        label={t('edition.old')}
        hideLabel
        options={options}
        chosen={older}
        onChoose={(id) => setViewState({ older: id })}
      />
      <span aria-hidden="true">→</span>
      <Select
        label={t('edition.new')}
        hideLabel
        options={options}
        chosen={newer}
        onChoose={(id) => setViewState({ newer: id })}
      />
    </div>
  );
}

/** Brings the table up to date. It is never called so while a decision is missing that a row has to tell. */
function Apply({ compared }: { readonly compared: Compared }) {
  const { t } = useTranslation('compare');
  const readOnly = useReadOnly();
  const { drafts } = useRound();
  const count = pendingRows(compared.states);
  const open = undecidedRows(compared).size;
  if (count === 0 && open > 0 && !readOnly)
    return <Button onPress={() => showUndecided(compared)}>{t('rows.awaiting', { count: open })}</Button>;
  const apply = () => {
    applyRows(compared.states, drafts);
    reportApplied(compared, count);
  };
  return (
    <Button variant={count === 0 ? 'plain' : 'primary'} disabled={readOnly || count === 0} onPress={apply}>
      {count === 0 ? t('rows.upToDate') : t(open > 0 ? 'rows.applyOpen' : 'rows.apply', { count, open })}
    </Button>
  );
}

/** What was put into the table, and what of it is still to be decided. */
function reportApplied(compared: Compared, count: number): void {
  const open = undecidedRows(compared).size;
  const done = i18next.t('compare:rows.applied', { count });
  if (open === 0) {
    showToast(done, { tone: 'good' });
    return;
  }
  showToast(`${done} ${i18next.t('compare:rows.appliedOpen', { count: open })}`, {
    tone: 'warn',
    action: { label: i18next.t('compare:rows.toUndecided'), run: () => showUndecided(compared) },
  });
}
