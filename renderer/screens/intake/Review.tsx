import i18next from 'i18next';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportSource, SourcePlace } from '../../../shared/assessment/document';
import { ownersOf, reviewedItems, type ReviewedItem } from '../../../shared/intake/review';
import { Frame } from '../../components/frame/Frame';
import { useCommandHandlers, type CommandHandlers } from '../../state/windowCommands';
import { TopBar } from '../../components/frame/TopBar';
import { Button } from '../../components/Button';
import { Kbd } from '../../components/Kbd';
import { useDocument } from '../../state/document';
import {
  remainingText,
  unsettledMarks,
  unplacedPieces,
  settleMark,
  stepToMark,
  useIntake,
} from '../../state/intake';
import { closeDocument } from '../../state/opening';
import { useForm } from '../../state/outline';
import { showToast } from '../../state/toasts';
import { openScreen } from '../../state/navigation';
import { CheckTab } from './CheckTab';
import { CountsBar } from './CountsBar';
import { isPiece } from './dragging';
import { ItemsTab } from './ItemsTab';
import { SourceNotices } from './SourceNotices';
import { SourcePane } from './SourcePane';
import { Tabs } from '../../components/Tabs';

const handlers: CommandHandlers = {
  'item.accept': () => acceptCurrent(),
  'place.next': () => stepToMark(1),
  'place.previous': () => stepToMark(-1),
  'mode.leave': () => stopPicking(),
};
/** One shared empty list, so that its absence causes no rendering. */
const NONE: readonly never[] = [];
/** Milliseconds that the counts wait for the typing to rest. */
const FOLLOW_DELAY = 300;

/** 取り込み結果の確認: the source on the left, what became of it on the right. Everything done here is kept at once. */
export function Review({ source }: { readonly source: ImportSource }) {
  const { t } = useTranslation('intake');
  const form = useForm();
  const leftover = useDocument(({ view }) => view?.leftover) ?? NONE;
  const tab = useIntake((state) => state.tab);
  const places = source.places ?? NONE;
  const items = useItems(places);
  const owners = useMemo(() => ownersOf(source, leftover), [source, leftover]);
  useCommandHandlers(handlers);
  useEffect(startReview, []);
  return (
    <div className="intake-review">
      <Frame
        mainLabel={t('source')}
        mainScrolls
        rightLabel={t('result')}
        top={
          <TopBar
            title={t('title')}
            detail={`${sourceLine(source, t)} → ${form.number} ${form.name}・${form.edition}`}
          >
            <Button onPress={() => void closeDocument()}>{t('later')}</Button>
            <Button variant="primary" onPress={finish}>
              {t('finish')}
            </Button>
          </TopBar>
        }
        notice={
          <>
            <CountsBar items={items} />
            <SourceNotices source={source} />
          </>
        }
        right={
          <Tabs
            label={t('result')}
            chosen={tab}
            onChoose={(id) => useIntake.setState({ tab: id })}
            tabs={[
              { id: 'check', label: <SpringTab id="check" />, panel: () => <CheckTab places={places} /> },
              { id: 'items', label: <SpringTab id="items" />, panel: () => <ItemsTab items={items} /> },
            ]}
          />
        }
        status={
          <>
            <span>
              <Kbd keys="Alt+↓" /> {t('next')}
            </span>
            <span>
              <Kbd keys="Ctrl+Enter" /> {t('accept')}
            </span>
          </>
        }
      >
        <SourcePane source={source} owners={owners} />
      </Frame>
    </div>
  );
}

/** Every item with its state, computed shortly after typing because it walks the whole form. */
function useItems(places: readonly SourcePlace[]): readonly ReviewedItem[] {
  const review = useDocument(({ view }) => view?.review) ?? NONE;
  const [assessment, setAssessment] = useState(useDocument.getState().assessment);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = useDocument.subscribe((state, before) => {
      if (state.assessment === before.assessment) return;
      clearTimeout(timer);
      timer = setTimeout(() => setAssessment(state.assessment), FOLLOW_DELAY);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  return useMemo(
    () => (assessment ? reviewedItems({ assessment, review, places }) : []),
    [assessment, review, places],
  );
}

/** A tab opens under text that is dragged onto it, so that any item can be reached. */
function SpringTab({ id }: { readonly id: 'check' | 'items' }) {
  const { t } = useTranslation('intake');
  return (
    <span
      className="tab-spring"
      onDragEnter={(event) => {
        if (isPiece(event)) useIntake.setState({ tab: id });
      }}
    >
      {t(`tab.${id}`)}
    </span>
  );
}

type Translate = (key: 'pages', values: { count: number }) => string;

function sourceLine({ name, pages }: ImportSource, t: Translate): string {
  return pages === undefined ? name : `${name}（${t('pages', { count: pages })}）`;
}

/** Opens the document in the editor; a message says how many marks and 未割当 texts are still open. */
function finish(): void {
  const left = unsettledMarks().length;
  const pieces = unplacedPieces(useDocument.getState().view?.leftover ?? []).length;
  openScreen('editor');
  const what = remainingText(left, pieces);
  if (what !== '') showToast(i18next.t('intake:stillOpen.text', { what }), { tone: 'warn' });
}

/** Shows the first item to check. */
function startReview(): void {
  if (useIntake.getState().path === undefined) stepToMark(1);
}

/** False where no text of the source is being picked. */
function stopPicking(): boolean {
  const { picking } = useIntake.getState();
  if (picking) useIntake.setState({ picking: false });
  return picking;
}

/** What the status line promises for Ctrl+Enter, wherever the focus is. */
function acceptCurrent(): void {
  const { path } = useIntake.getState();
  if (path !== undefined && unsettledMarks().some((mark) => mark.path === path)) void settleMark(path);
  else if (unsettledMarks().length > 0) stepToMark(1);
}
