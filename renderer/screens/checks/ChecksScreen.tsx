import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { JudgedFinding } from '../../../shared/checks/judged';
import { Frame } from '../../components/frame/Frame';
import { useChecks } from '../../state/checks';
import { useAssessment } from '../../state/document';
import { followOverview } from '../../state/findings';
import { loadPrior } from '../../state/prior';
import { useNavigation } from '../../state/navigation';
import { useCommandHandlers, type CommandHandlers } from '../../state/windowCommands';
import { ChecksBar } from './ChecksBar';
import { ChecksStatus } from './ChecksStatus';
import { Filters } from './Filters';
import { FindingList } from './FindingList';
import { NotCheckedList } from './NotCheckedList';
import { choose, look, shownFindings, stepChosen, useChecksView } from './state';

/** 点検: everything that was found, by section and severity, with its ground and what can be done about it. */
export function ChecksScreen() {
  const { t } = useTranslation('checking');
  const assessment = useAssessment();
  const judged = useChecks((state) => state.judged);
  const { filter, section, query } = useChecksView();
  useEffect(followOverview, []);
  useEffect(() => void loadPrior(), []);
  useAskedFinding();
  const shown = useMemo(
    () => shownFindings(judged, { filter, section, query }, assessment),
    [judged, filter, section, query, assessment],
  );
  useSteps(shown);
  return (
    <Frame
      top={<ChecksBar />}
      left={<Filters judged={judged} />}
      leftLabel={t('filter.label')}
      mainLabel={t('title')}
      status={<ChecksStatus />}
    >
      <div className="page page-wide stack">
        {filter === 'notChecked' ? <NotCheckedList /> : <FindingList shown={shown} />}
      </div>
    </Frame>
  );
}

/** The finding that the way here named is unfolded. */
function useAskedFinding(): void {
  const asked = useNavigation(({ place }) => place.args.finding);
  useEffect(() => {
    if (asked === undefined) return;
    look({ filter: 'all', section: undefined, query: '' });
    choose(asked);
  }, [asked]);
}

/** Alt+↑/↓ and F8: from finding to finding of the list. */
function useSteps(shown: readonly JudgedFinding[]): void {
  const list = useRef(shown);
  useEffect(() => {
    list.current = shown;
  }, [shown]);
  const handlers = useMemo<CommandHandlers>(
    () => ({
      'place.next': () => stepChosen(list.current, 1),
      'place.previous': () => stepChosen(list.current, -1),
      'finding.next': () => stepChosen(list.current, 1),
      'finding.previous': () => stepChosen(list.current, -1),
    }),
    [],
  );
  useCommandHandlers(handlers);
}
