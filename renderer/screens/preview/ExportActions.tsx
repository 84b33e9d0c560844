import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { ExposureActions } from './Exposures';
import type { ExportStep, ExportRequest } from './exporting';
import { ExistingFilesActions } from './ExistingFiles';
import { GatedActions } from './GatedStep';

interface ExportActionsProps {
  readonly step: ExportStep;
  readonly order: ExportRequest;
  readonly onClose: () => void;
  readonly onBack: () => void;
  readonly onBegin: () => void;
  /** Written although 提出前チェック would stop it. */
  readonly onOverride: () => void;
  /** The public copy is written as it is, or the chosen places are marked before. */
  readonly onExposed: (withhold: boolean) => void;
  readonly onWrite: (overwrite: boolean) => void;
}

/** The answers to what the dialog asks at each step. */
export function ExportActions({ step, order, ...act }: ExportActionsProps) {
  switch (step.kind) {
    case 'choose':
      return <ChooseActions order={order} {...act} />;
    case 'gated':
      return <GatedActions {...step} onBack={act.onBack} onGo={act.onOverride} />;
    case 'exposed':
      return (
        <ExposureActions
          count={step.chosen.size}
          onBack={act.onBack}
          onAsItIs={() => act.onExposed(false)}
          onWithhold={() => act.onExposed(true)}
        />
      );
    case 'ask': {
      const count = step.present.length;
      const all = count === order.formats.length;
      return <ExistingFilesActions count={count} all={all} onBack={act.onBack} onWrite={act.onWrite} />;
    }
    case 'write':
      return null;
    case 'done':
      return <DoneActions step={step} {...act} />;
  }
}

function ChooseActions({
  order,
  onClose,
  onBegin,
}: Pick<ExportActionsProps, 'order' | 'onClose' | 'onBegin'>) {
  const { t } = useTranslation(['preview', 'common']);
  return (
    <>
      <Button onPress={onClose}>{t('common:cancel')}</Button>
      <Button variant="primary" disabled={!isReady(order)} onPress={onBegin}>
        {t('exportNow')}
      </Button>
    </>
  );
}

function DoneActions({
  step,
  onBack,
  onClose,
}: Pick<ExportActionsProps, 'onBack' | 'onClose'> & {
  readonly step: Extract<ExportStep, { kind: 'done' }>;
}) {
  const { t } = useTranslation(['preview', 'common']);
  const failed = step.report.files.some(({ state }) => state === 'failed');
  return (
    <>
      {failed ? <Button onPress={onBack}>{t('exportAgain')}</Button> : null}
      <Button variant="primary" autoFocus onPress={onClose}>
        {t('common:close')}
      </Button>
    </>
  );
}

export function isReady({ formats, sections, folder, name }: ExportRequest): boolean {
  return formats.length > 0 && sections?.length !== 0 && folder !== '' && name.trim() !== '';
}
