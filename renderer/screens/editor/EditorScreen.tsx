import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Frame } from '../../components/frame/Frame';
import { useCommandHandlers, type CommandHandlers } from '../../state/windowCommands';
import { Drawer } from '../../components/Drawer';
import { useDocument } from '../../state/document';
import { followOverview } from '../../state/findings';
import { useNarrow } from '../../state/narrow';
import { useSections } from '../../state/outline';
import { loadPrior } from '../../state/prior';
import { stepChange } from './changes';
import { EditorBar } from './EditorBar';
import { EditorStatus } from './EditorStatus';
import { FormColumn } from './form/FormColumn';
import { ReadOnlyNotice } from './ReadOnlyNotice';
import { stepToHit } from './search/steps';
import { stepFinding } from '../../state/findingSteps';
import { Side } from './side/Side';
import { useFocus } from '../../state/focus';
import { openSearch, showSideTab, useSidePanel } from '../../state/sidePanel';
import { Tree } from './tree/Tree';

const handlers: CommandHandlers = {
  'edit.find': () => openSearch(false),
  'edit.replace': () => openSearch(true),
  'view.checks': () => showSideTab('findings'),
  'item.guidance': showGuidance,
  'place.next': () => stepFinding(1),
  'place.previous': () => stepFinding(-1),
  'finding.next': () => stepFinding(1),
  'finding.previous': () => stepFinding(-1),
  'change.next': () => stepChange(1),
  'change.previous': () => stepChange(-1),
  'hit.next': () => stepToHit(1),
  'hit.previous': () => stepToHit(-1),
};

/** F1 at an item shows its 書き方; elsewhere the key opens the guide. */
function showGuidance(): boolean {
  const isCovered = document.querySelector('.overlay') !== null;
  if (isCovered || !useFocus.getState().path) return false;
  showSideTab('guidance');
  return true;
}

/** Writing: where I am, what I write, what helps me. */
export function EditorScreen() {
  const { t } = useTranslation(['editor', 'common']);
  const sections = useSections();
  const revisions = useDocument(({ view }) => view?.revisions);
  const { folded, drawer, treeFolded } = useSidePanel();
  const narrow = useNarrow();
  useCommandHandlers(handlers);
  useEffect(followOverview, []);
  useEffect(() => void loadPrior(), [revisions]);
  return (
    <>
      <Frame
        top={<EditorBar narrow={narrow} />}
        notice={<ReadOnlyNotice />}
        left={treeFolded ? null : <Tree sections={sections} />}
        leftLabel={t('tree.label')}
        mainLabel={t('form')}
        right={narrow || folded ? null : <Side />}
        rightLabel={t('side.label')}
        status={<EditorStatus />}
      >
        <FormColumn sections={sections} />
      </Frame>
      {narrow && drawer ? (
        <Drawer
          label={t('side.label')}
          closeLabel={t('common:close')}
          onClose={() => useSidePanel.setState({ drawer: false })}
        >
          <Side />
        </Drawer>
      ) : null}
    </>
  );
}
