import { useTranslation } from 'react-i18next';
import { Tabs, type TabEntry } from '../../../components/Tabs';
import { useDocument } from '../../../state/document';
import { useOverview } from '../../../state/findings';
import { SearchPanel } from '../search/SearchPanel';
import { CommentsTab } from './CommentsTab';
import { FindingsTab } from './FindingsTab';
import { GuidanceTab } from './guidance/GuidanceTab';
import { HistoryTab } from './HistoryTab';
import { LeftoverTab } from './LeftoverTab';
import { useSidePanel, type SideTab } from '../../../state/sidePanel';

/** What helps me: findings, hints, history, comments, what could not be placed; while something is searched, the search. */
export function Side() {
  const { t } = useTranslation('editor');
  const { tab, searching } = useSidePanel();
  const findings = useOverview(
    (state) => state.findings.filter(({ severity }) => severity !== 'notice').length,
  );
  const comments = useDocument(
    ({ view }) => view?.comments.filter(({ resolved, replyTo }) => !resolved && !replyTo).length ?? 0,
  );
  const tabs: readonly TabEntry<SideTab>[] = [
    { id: 'findings', label: counted(t('side.findings'), findings), panel: () => <FindingsTab /> },
    { id: 'guidance', label: t('side.guidance'), panel: () => <GuidanceTab /> },
    { id: 'history', label: t('side.history'), panel: () => <HistoryTab /> },
    { id: 'comments', label: counted(t('side.comments'), comments), panel: () => <CommentsTab /> },
    { id: 'leftover', label: t('side.leftover'), panel: () => <LeftoverTab /> },
  ];
  if (searching) return <SearchPanel />;
  return (
    <Tabs
      label={t('side.label')}
      tabs={tabs}
      chosen={tab}
      onChoose={(id) => useSidePanel.setState({ tab: id })}
    />
  );
}

/** The count is plain text after the label, and that of 未割当 is shown in the tree: all tabs fit on one line. */
function counted(label: string, count: number) {
  return count === 0 ? (
    label
  ) : (
    <>
      {label} <span className="tab-count">{count}</span>
    </>
  );
}
