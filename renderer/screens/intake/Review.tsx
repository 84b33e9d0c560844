import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportSource } from '../../../shared/assessment/document';
import { ownersOf, reviewedItems } from '../../../shared/intake/review';
import { Frame } from '../../app/Frame';
import { useActs } from '../../app/menu';
import { TopBar } from '../../app/TopBar';
import { Button } from '../../components/Button';
import { Kbd } from '../../components/Kbd';
import { useAssessment, useDocumentView } from '../../state/document';
import { openMarks, settle, stepMark, useIntake } from '../../state/intake';
import { closeDocument } from '../../state/opening';
import { useForm } from '../../state/outline';
import { goTo } from '../../state/view';
import { CheckTab } from './CheckTab';
import { CountsBar } from './CountsBar';
import { ItemsTab } from './ItemsTab';
import { SourceNotices } from './SourceNotices';
import { SourcePane } from './SourcePane';
import { Tabs } from '../../components/Tabs';

const acts = {};

/** 取り込み結果の確認: the source on the left, what became of it on the right. Everything done here is kept at once. */
export function Review({ source }: { readonly source: ImportSource }) {
  const { t } = useTranslation('intake');
  const form = useForm();
  const assessment = useAssessment();
  const { review, leftover } = useDocumentView();
  const tab = useIntake((state) => state.tab);
  const places = useMemo(() => source.places ?? [], [source]);
  const items = useMemo(() => reviewedItems({ assessment, review, places }), [assessment, review, places]);
  const owners = useMemo(() => ownersOf(source, leftover), [source, leftover]);
  useActs(acts);
  useEffect(beginAndListen, []);
  return (
    <div className="intake-review">
      <Frame
        mainLabel={t('source')}
        rightLabel={t('result')}
        top={
          <TopBar
            title={t('title')}
            detail={`${sourceLine(source, t)} → ${form.number} ${form.name}・${form.edition}`}
          >
            <Button onPress={() => void closeDocument()}>{t('later')}</Button>
            <Button look="primary" onPress={finish}>
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
              { id: 'check', label: t('tab.check'), panel: () => <CheckTab places={places} /> },
              { id: 'items', label: t('tab.items'), panel: () => <ItemsTab items={items} /> },
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

type Translate = (key: 'pages', values: { count: number }) => string;

function sourceLine({ name, pages }: ImportSource, t: Translate): string {
  return pages === undefined ? name : `${name}（${t('pages', { count: pages })}）`;
}

/** The document stands already: its marks and 未割当 text go along into the editor. */
function finish(): void {
  goTo('editor');
}

/** Shows the first item to check, and listens to the keys of this screen. */
function beginAndListen(): () => void {
  if (useIntake.getState().path === undefined) stepMark(1);
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}

function onKey(event: KeyboardEvent): void {
  if (event.isComposing) return;
  const step = event.altKey && (event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined);
  if (step) stepMark(step);
  else if (event.ctrlKey && event.key === 'Enter') acceptCurrent();
  else return;
  event.preventDefault();
}

function acceptCurrent(): void {
  const { path } = useIntake.getState();
  if (path !== undefined && openMarks().some((mark) => mark.path === path)) void settle(path);
  else if (openMarks().length > 0) stepMark(1);
}
