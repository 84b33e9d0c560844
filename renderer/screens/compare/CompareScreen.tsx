import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeView } from '../../../shared/compare/changeViews';
import { Frame } from '../../components/frame/Frame';
import { useCommandHandlers, type CommandHandlers } from '../../state/windowCommands';
import { Badge } from '../../components/Badge';
import { Button } from '../../components/Button';
import { Tabs } from '../../components/Tabs';
import { useDocumentView } from '../../state/document';
import { useIntake, type ReadingJob } from '../../state/intake';
import { ReadingProgress } from '../../components/ReadingProgress';
import { ChangeList } from './ChangeList';
import { CompareBar } from './CompareBar';
import { Filters } from './Filters';
import { NoEdition } from './NoEdition';
import { RowsTable } from './RowsTable';
import { redoStep, undoStep } from './roundSteps';
import { focusChange } from './focusChange';
import { enterComparison, setViewState, useCompare } from './state';
import { DecisionSummary } from './DecisionSummary';
import { useOldRevision } from './round';
import { filtered, useCompared, type Compared } from './useComparison';
import { WholeDocument } from './WholeDocument';

/** What changed, whether it is a 重要な変更, and the rows of 変更箇所 that tell it. */
export function CompareScreen() {
  const { t } = useTranslation('compare');
  const { session } = useDocumentView();
  useEffect(() => enterComparison(session), [session]);
  const older = useOldRevision();
  const running = useIntake((state) => state.running);
  const compared = useCompared();
  const { filter, section, whole, chosen } = useCompare();
  const shown = compared ? filtered(compared)(filter, section, chosen) : [];
  return (
    <Frame
      top={<CompareBar compared={compared} />}
      notice={running ? <AddingEdition running={running} /> : null}
      left={compared ? <Filters compared={compared} /> : null}
      leftLabel={t('filter.label')}
      mainLabel={t('title')}
      status={<Place shown={shown} />}
    >
      {older === undefined ? <NoEdition /> : null}
      {older !== undefined && !compared ? <p className="page muted">{t('edition.loading')}</p> : null}
      {compared ? <Body compared={compared} shown={shown} whole={whole} /> : null}
    </Frame>
  );
}

/** Another edition being read. */
function AddingEdition({ running }: { readonly running: ReadingJob }) {
  return (
    <div className="notice-bar reading-bar" role="status">
      <ReadingProgress running={running} />
    </div>
  );
}

interface BodyProps {
  readonly compared: Compared;
  readonly shown: readonly ChangeView[];
  readonly whole: boolean;
}

function Body({ compared, shown, whole }: BodyProps) {
  const { t } = useTranslation('compare');
  const tab = useCompare((state) => state.tab);
  useSteps(shown);
  useEffect(startAtChange, []);
  const changes = () => (
    <div className="page page-wide stack">
      {compared.live ? <DecisionSummary compared={compared} /> : null}
      {whole ? <WholeDocument compared={compared} /> : <ChangeList compared={compared} shown={shown} />}
    </div>
  );
  if (!compared.live) return changes();
  const rows = () => (
    <div className="page page-wide stack">
      <DecisionSummary compared={compared} brief />
      <RowsTable compared={compared} />
    </div>
  );
  return (
    <Tabs
      label={t('title')}
      chosen={tab}
      onChoose={(id) => setViewState({ tab: id })}
      tabs={[
        { id: 'changes', label: <Counted label={t('tab.changes')} count={shown.length} />, panel: changes },
        {
          id: 'rows',
          label: <Counted label={t('rows.title')} count={compared.states.length} />,
          panel: rows,
        },
      ]}
    />
  );
}

function Counted({ label, count }: { readonly label: string; readonly count: number }) {
  return (
    <>
      {label} <Badge round>{count}</Badge>
    </>
  );
}

function Place({ shown }: { readonly shown: readonly ChangeView[] }) {
  const { t } = useTranslation('compare');
  const chosen = useCompare((state) => state.chosen);
  if (shown.length === 0) return null;
  const at = shown.findIndex(({ key }) => key === chosen);
  return (
    <>
      {at < 0 ? null : <span>{t('status.place', { at: at + 1, all: shown.length })}</span>}
      <Button variant="icon" label={t('keys.previous')} shortcut="Alt+↑" onPress={() => step(shown, -1)}>
        ↑
      </Button>
      <Button variant="icon" label={t('keys.next')} shortcut="Alt+↓" onPress={() => step(shown, 1)}>
        ↓
      </Button>
    </>
  );
}

/** Alt+↑/↓: from change to change. Undo also takes back decisions. */
function useSteps(shown: readonly ChangeView[]): void {
  const list = useRef(shown);
  useEffect(() => {
    list.current = shown;
  }, [shown]);
  const handlers = useMemo<CommandHandlers>(
    () => ({
      'place.next': () => step(list.current, 1),
      'place.previous': () => step(list.current, -1),
      'edit.undo': () => void undoStep(),
      'edit.redo': () => void redoStep(),
    }),
    [],
  );
  useCommandHandlers(handlers);
}

/** The comparison is shown: focuses the change that had the focus last, else the first one. */
function startAtChange(): void {
  const here = document.activeElement;
  if (here !== document.body && here?.tagName !== 'MAIN') return;
  const place =
    document.querySelector<HTMLElement>('.change-chosen') ??
    document.querySelector<HTMLElement>('[data-change]');
  place?.focus({ preventScroll: true });
}

/** Goes to the next or previous change, round at the ends. */
function step(shown: readonly ChangeView[], by: number): void {
  if (shown.length === 0) return;
  const at = shown.findIndex(({ key }) => key === useCompare.getState().chosen);
  const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
  focusChange(shown[next]?.key);
}
