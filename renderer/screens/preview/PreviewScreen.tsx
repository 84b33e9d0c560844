import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Acts, useActs } from '../../app/menu';
import { Frame } from '../../app/Frame';
import { TopBar } from '../../app/TopBar';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { ProgressBar } from '../../components/ProgressBar';
import { Select } from '../../components/Select';
import { VARIANTS } from '../../../shared/publish/formats';
import { useDocumentView, useTitle } from '../../state/document';
import { goBack, useView } from '../../state/view';
import { ExportDialog } from './ExportDialog';
import { Outline } from './Outline';
import { PageBar } from './PageBar';
import { Sheets } from './Sheets';
import { chooseVariant, leavePreview, loadPreview, printPages, usePreview } from './state';
import { useZoomKeys } from './zoomKeys';

const acts: Acts = {
  'file.export': () => usePreview.setState({ exporting: true }),
  'edit.find': () => document.getElementById('preview-search')?.focus(),
};

/** The pages of the document exactly as they are printed and written to PDF, and the way to files. */
export function PreviewScreen() {
  const { t } = useTranslation(['preview', 'common']);
  const { session } = useDocumentView();
  const title = useTitle();
  const pages = usePreview((state) => state.pages);
  const exporting = usePreview((state) => state.exporting);
  const variant = usePreview((state) => state.variant);
  const asked = useView(({ place }) => place.args.export === 'yes');
  useActs(acts);
  useZoomKeys();
  useEffect(() => usePreview.setState({ exporting: asked }), [asked]);
  useEffect(() => {
    void loadPreview();
    return () => void leavePreview();
  }, [session]);
  return (
    <Frame
      top={
        <TopBar
          title={title}
          before={
            <Button look="icon" label={t('common:back')} onPress={goBack}>
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
          <Button disabled={!pages} onPress={() => void printPages()}>
            {t('print')}
          </Button>
          <Button look="primary" onPress={() => usePreview.setState({ exporting: true })}>
            {t('export')}
          </Button>
        </TopBar>
      }
      notice={pages ? <PageBar pages={pages} /> : undefined}
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

function Content() {
  const { t } = useTranslation('preview');
  const pages = usePreview((state) => state.pages);
  const job = usePreview((state) => state.job);
  const failed = usePreview((state) => state.failed);
  const late = useLate(job !== undefined);
  if (pages) return <Sheets pages={pages} />;
  if (failed) {
    return (
      <EmptyState title={t('failed')}>
        <Button onPress={() => void loadPreview()}>{t('again')}</Button>
      </EmptyState>
    );
  }
  return late ? (
    <div className="page page-narrow">
      <ProgressBar label={t('making')} />
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
