import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Callout } from '../../components/Callout';
import { Dialog } from '../../components/Dialog';
import { ProgressBar } from '../../components/ProgressBar';
import { TextInput } from '../../components/TextInput';
import type { PublishReport } from '../../../shared/commands/publish';
import { type Variant, VARIANTS } from '../../../shared/publish/formats';
import { ExportReport } from './ExportReport';
import { type Order, presentFiles, proposed, writeOrder } from './exporting';
import { PartChoices } from './PartChoices';
import { EncodingChoice, FolderField, FormatChoices, VariantChoice } from './choices';
import { usePreview } from './state';

/** What the parts of the document can be chosen for. */
const WITH_PARTS: readonly Variant[] = ['clean', 'public', 'circulation'];

type Step =
  | { readonly kind: 'choose' }
  | { readonly kind: 'ask'; readonly present: readonly string[] }
  | { readonly kind: 'write' }
  | { readonly kind: 'done'; readonly report: PublishReport };

/** What to write, in which formats, where; never over a file that is there without a word. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['preview', 'common']);
  const shown = usePreview((state) => state.variant);
  const [order, setOrder] = useState<Order>({
    variant: shown,
    formats: ['docx', 'pdf'],
    encoding: 'utf8',
    folder: '',
    name: '',
  });
  const [step, setStep] = useState<Step>({ kind: 'choose' });
  useProposal(order.variant, setOrder);
  const write = async (overwrite: boolean) => {
    setStep({ kind: 'write' });
    const report = await writeOrder(order, overwrite);
    setStep(report ? { kind: 'done', report } : { kind: 'choose' });
  };
  const begin = async () => {
    const present = await presentFiles(order);
    if (present.length > 0) setStep({ kind: 'ask', present });
    else await write(false);
  };
  return (
    <Dialog
      title={t('exportTitle')}
      onClose={onClose}
      wide
      actions={
        <Actions
          step={step}
          order={order}
          onClose={onClose}
          onBack={() => setStep({ kind: 'choose' })}
          onBegin={() => void begin()}
          onWrite={(overwrite) => void write(overwrite)}
        />
      }
    >
      {step.kind === 'done' ? (
        <ExportReport report={step.report} />
      ) : (
        <Choices order={order} onChange={setOrder} />
      )}
      {step.kind === 'ask' ? (
        <Callout tone="warn">{t('present', { names: step.present.join('、') })}</Callout>
      ) : null}
      {step.kind === 'write' ? <ProgressBar label={t('writing')} /> : null}
    </Dialog>
  );
}

/** The proposal follows the variant until the person changes it. */
function useProposal(variant: Variant, change: (next: (order: Order) => Order) => void): void {
  useEffect(() => {
    void proposed(variant).then((plan) => {
      if (plan) change((order) => ({ ...order, name: plan.name, folder: order.folder || plan.folder }));
    });
  }, [variant, change]);
}

interface ActionsProps {
  readonly step: Step;
  readonly order: Order;
  readonly onClose: () => void;
  readonly onBack: () => void;
  readonly onBegin: () => void;
  readonly onWrite: (overwrite: boolean) => void;
}

function Actions({ step, order, onClose, onBack, onBegin, onWrite }: ActionsProps) {
  const { t } = useTranslation(['preview', 'common']);
  const ready =
    order.formats.length > 0 &&
    order.sections?.length !== 0 &&
    order.folder !== '' &&
    order.name.trim() !== '';
  if (step.kind === 'done') {
    const failed = step.report.files.some(({ state }) => state === 'failed');
    return (
      <>
        {failed ? <Button onPress={onBack}>{t('exportAgain')}</Button> : null}
        <Button look="primary" autoFocus onPress={onClose}>
          {t('common:close')}
        </Button>
      </>
    );
  }
  if (step.kind === 'ask') {
    return (
      <>
        <Button onPress={onBack}>{t('common:back')}</Button>
        <Button onPress={() => onWrite(false)}>{t('keepPresent')}</Button>
        <Button look="danger" onPress={() => onWrite(true)}>
          {t('overwrite')}
        </Button>
      </>
    );
  }
  return (
    <>
      <Button onPress={onClose}>{t('common:cancel')}</Button>
      <Button look="primary" disabled={!ready || step.kind === 'write'} onPress={onBegin}>
        {t('exportNow')}
      </Button>
    </>
  );
}

function Choices({ order, onChange }: { readonly order: Order; readonly onChange: (order: Order) => void }) {
  const { t } = useTranslation('preview');
  return (
    <div className="stack">
      <VariantChoice
        variants={VARIANTS}
        chosen={order.variant}
        onChoose={(variant) => onChange({ ...order, variant, sections: undefined })}
      />
      <FormatChoices chosen={order.formats} onChange={(formats) => onChange({ ...order, formats })} />
      <EncodingChoice
        formats={order.formats}
        chosen={order.encoding}
        onChoose={(encoding) => onChange({ ...order, encoding })}
      />
      {WITH_PARTS.includes(order.variant) ? (
        <PartChoices chosen={order.sections} onChange={(sections) => onChange({ ...order, sections })} />
      ) : null}
      <TextInput label={t('fileName')} value={order.name} onChange={(name) => onChange({ ...order, name })} />
      <FolderField folder={order.folder} onChange={(folder) => onChange({ ...order, folder })} />
    </div>
  );
}
