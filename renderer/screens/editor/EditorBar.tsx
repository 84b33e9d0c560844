import { useTranslation } from 'react-i18next';
import type { DocumentView } from '../../../shared/commands/documents';
import type { MenuCommand } from '../../../shared/commands/events';
import { runCommand } from '../../state/windowCommands';
import { TopBar } from '../../components/frame/TopBar';
import { Badge } from '../../components/Badge';
import { Button } from '../../components/Button';
import { useDocument, useTitle } from '../../state/document';
import { useOverview } from '../../state/findings';
import { closeDocument } from '../../state/opening';
import { useForm } from '../../state/outline';
import { openScreen, useNavigation } from '../../state/navigation';
import { usePlaceHistory } from '../../state/placeHistory';
import { openSearch, useSidePanel } from '../../state/sidePanel';

/** What is open, and the commands on it. */
export function EditorBar({ narrow }: { readonly narrow: boolean }) {
  const { t } = useTranslation(['editor', 'common']);
  const canUndo = useDocument(({ view }) => view?.access.kind === 'edit' && view.steps.canUndo);
  const canRedo = useDocument(({ view }) => view?.access.kind === 'edit' && view.steps.canRedo);
  const title = useTitle();
  const available = useNavigation((state) => state.available);
  const { treeFolded } = useSidePanel();
  return (
    <TopBar
      title={title}
      before={
        <>
          <Button variant="icon" label={t('home')} onPress={() => void closeDocument()}>
            ⌂
          </Button>
          <PlaceButtons />
          <Button
            variant="icon"
            label={t('tree.fold')}
            expanded={!treeFolded}
            onPress={() => useSidePanel.setState({ treeFolded: !treeFolded })}
          >
            ☰
          </Button>
        </>
      }
      badges={<FormBadge narrow={narrow} />}
    >
      <CommandButton
        narrow={narrow}
        sign="↶"
        label={t('common:undo')}
        shortcut="Ctrl+Z"
        command="edit.undo"
        on={canUndo}
      />
      <CommandButton
        narrow={narrow}
        sign="↷"
        label={t('common:redo')}
        shortcut="Ctrl+Y"
        command="edit.redo"
        on={canRedo}
      />
      <Button shortcut="Ctrl+F" onPress={() => openSearch(true)}>
        {t(narrow ? 'bar.searchShort' : 'bar.search')}
      </Button>
      {available.includes('compare') ? (
        <Button onPress={() => openScreen('compare')}>
          {t(narrow ? 'bar.compareShort' : 'bar.compare')}
        </Button>
      ) : null}
      <ReviewLink />
      <SideToggle narrow={narrow} />
      {available.includes('preview') ? (
        <Button variant="primary" shortcut="Ctrl+P" onPress={() => openScreen('preview')}>
          {t(narrow ? 'bar.previewShort' : 'bar.preview')}
        </Button>
      ) : null}
    </TopBar>
  );
}

/** Back and forward through the places that were visited, also on other screens. */
function PlaceButtons() {
  const { t } = useTranslation('common');
  const canGoBack = usePlaceHistory(({ back }) => back.length > 0);
  const canGoForward = usePlaceHistory(({ forward }) => forward.length > 0);
  return (
    <>
      <Button
        variant="icon"
        label={t('places.back')}
        shortcut="Alt+←"
        disabled={!canGoBack}
        onPress={() => runCommand('view.back')}
      >
        ←
      </Button>
      <Button
        variant="icon"
        label={t('places.forward')}
        shortcut="Alt+→"
        disabled={!canGoForward}
        onPress={() => runCommand('view.forward')}
      >
        →
      </Button>
    </>
  );
}

/** Undo or redo; where the bar has no room, a sign. */
function CommandButton(props: {
  readonly narrow: boolean;
  readonly sign: string;
  readonly label: string;
  readonly shortcut: string;
  readonly command: MenuCommand;
  readonly on: boolean;
}) {
  const { narrow, sign, label, shortcut, command, on } = props;
  return (
    <Button
      variant={narrow ? 'icon' : 'quiet'}
      {...(narrow ? { label } : {})}
      shortcut={shortcut}
      disabled={!on}
      onPress={() => runCommand(command)}
    >
      {narrow ? sign : label}
    </Button>
  );
}

/** The form and its edition; the number alone where the bar has no room for more. */
function FormBadge({ narrow }: { readonly narrow: boolean }) {
  const form = useForm();
  const reviewing = useDocument(({ view }) => (view?.source ? openReviews(view) > 0 : false));
  const full = `${form.number} ${form.name}・${form.edition}`;
  return (
    <span className="form-badge" title={full}>
      <Badge tone="accent">{narrow || reviewing ? form.number : full}</Badge>
    </span>
  );
}

/** Opens and folds the right column; says how many errors wait there. */
function SideToggle({ narrow }: { readonly narrow: boolean }) {
  const { t } = useTranslation('editor');
  const { folded, drawer } = useSidePanel();
  const errors = useOverview((state) => state.findings.filter(({ severity }) => severity === 'error').length);
  const open = narrow ? drawer : !folded;
  return (
    <Button
      expanded={open}
      onPress={() => useSidePanel.setState(narrow ? { drawer: !drawer } : { folded: !folded })}
    >
      {t('bar.side')}
      {errors > 0 ? (
        <Badge tone="error" round label={t('severity.error')}>
          {errors}
        </Badge>
      ) : null}
    </Button>
  );
}

/** Opens the review of the import while some of it is not settled. */
function ReviewLink() {
  const { t } = useTranslation('editor');
  const open = useDocument(({ view }) => (view?.source ? openReviews(view) : 0));
  if (open === 0) return null;
  return (
    <Button onPress={() => openScreen('intake', { review: 'yes' })}>
      {t('bar.review')} <Badge tone="warn">{open}</Badge>
    </Button>
  );
}

function openReviews({ review, leftover }: DocumentView): number {
  return (
    review.filter(({ settled }) => !settled).length + leftover.filter(({ state }) => state === 'open').length
  );
}
