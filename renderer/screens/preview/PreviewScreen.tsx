import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CommandHandlers, useCommandHandlers } from '../../state/windowCommands';
import { Frame } from '../../components/frame/Frame';
import { TopBar } from '../../components/frame/TopBar';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { ProgressBar } from '../../components/ProgressBar';
import { Select } from '../../components/Select';
import { VARIANTS } from '../../../shared/publish/formats';
import { useDocumentView, useTitle } from '../../state/document';
import { openPreviousScreen, useNavigation } from '../../state/navigation';
import { ExportDialog } from './ExportDialog';
import { Outline } from './Outline';
import { PageBar } from './PageBar';
import { Sheets } from './Sheets';
import type { Pages } from './pdf';
import {
  chooseVariant,
  followChanges,
  leavePreview,
  loadPreview,
  printPages,
  currentPages,
  stopLoading,
  usePreview,
  zoomBy,
} from './state';
import { useZoomWheel } from './zoomWheel';

const handlers: CommandHandlers = {
  'file.export': () => usePreview.setState({ exporting: true }),
  'edit.find': () => document.getElementById('preview-search')?.focus(),
  'page.larger': () => zoomBy(1),
  'page.smaller': () => zoomBy(-1),
  'page.usual': () => usePreview.setState({ zoom: 'fit' }),
};

/** The pages of the document exactly as they are printed and written to PDF, and the way to files. */
export function PreviewScreen() {
  const { t } = useTranslation(['preview', 'common']);
  const { session } = useDocumentView();
  const title = useTitle();
  const pages = usePreview((state) => state.shownPages?.pages);
  const ready = usePreview((state) => currentPages(state) !== undefined);
  const exporting = usePreview((state) => state.exporting);
  const variant = usePreview((state) => state.variant);
  const asked = useNavigation(({ place }) => place.args.export === 'yes');
  useCommandHandlers(handlers);
  useZoomWheel();
  useEffect(() => usePreview.setState({ exporting: asked }), [asked]);
  useEffect(() => {
    void loadPreview();
    const stop = followChanges();
    return () => {
      stop();
      void leavePreview();
    };
  }, [session]);
  return (
    <Frame
      top={
        <TopBar
          title={title}
          before={
            <Button variant="icon" label={t('common:back')} onPress={openPreviousScreen}>
              ←
            </Button>
          }
        >
          <Select
            label={t('variant')}
            hideLabel
            options={VARIANTS.map((id) => ({ id, label: t(`variants.${id}`) }))}
            chosen={variant}
            onChoose={chooseVariant}
          />
          <Button disabled={!ready} onPress={() => void printPages()}>
            {t('print')}
          </Button>
          <Button variant="primary" onPress={() => usePreview.setState({ exporting: true })}>
            {t('export')}
          </Button>
        </TopBar>
      }
      notice={pages ? <Notice pages={pages} /> : undefined}
      left={pages ? <Outline pages={pages} /> : undefined}
      leftLabel={t('outline')}
      mainLabel={t('title')}
      mainScrolls
    >
      <Content />
      {exporting ? <ExportDialog onClose={() => usePreview.setState({ exporting: false })} /> : null}
    </Frame>
  );
}

/** Where one is among the pages; while other pages are being made, that what is shown is not yet what is wanted. */
function Notice({ pages }: { readonly pages: Pages }) {
  const job = usePreview((state) => state.job);
  return (
    <>
      {job === undefined ? null : <MakingPages />}
      <PageBar pages={pages} />
    </>
  );
}

/** What is being made, what is shown meanwhile, and the way to stop. */
function MakingPages() {
  const { t } = useTranslation(['preview', 'common']);
  const wanted = usePreview((state) => state.variant);
  const shown = usePreview((state) => state.shownPages?.variant);
  const label = t('makingOf', { name: t(`variants.${wanted}`) });
  return (
    <div className="preview-making" role="status">
      <ProgressBar label={label} />
      {shown === undefined ? null : (
        <span className="muted label">
          {t(shown === wanted ? 'stillBefore' : 'stillOther', { name: t(`variants.${shown}`) })}
        </span>
      )}
      <Button onPress={stopLoading}>{t('stopMaking')}</Button>
    </div>
  );
}

function Content() {
  const { t } = useTranslation('preview');
  const shown = usePreview((state) => state.shownPages);
  const isRight = usePreview((state) => currentPages(state) !== undefined);
  const job = usePreview((state) => state.job);
  const failed = usePreview((state) => state.failed);
  const late = useLate(job !== undefined);
  if (shown) return <Sheets pages={shown.pages} variant={shown.variant} old={!isRight} />;
  if (failed) {
    return (
      <EmptyState title={t(failed)}>
        <Button onPress={() => void loadPreview()}>{t('again')}</Button>
      </EmptyState>
    );
  }
  return late ? (
    <div className="page page-narrow">
      <MakingPages />
    </div>
  ) : null;
}

/** True once something takes longer than a moment. */
function useLate(running: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(running), running ? 300 : 0);
    return () => clearTimeout(timer);
  }, [running]);
  return late && running;
}
