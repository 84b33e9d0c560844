import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { ProgressBar } from '../../components/ProgressBar';
import { TextInput } from '../../components/TextInput';
import type { PublishReport } from '../../../shared/commands/publish';
import { type Variant, VARIANTS } from '../../../shared/publish/formats';
import { ExportReport } from './ExportReport';
import { type Order, presentFiles, proposed, writeOrder } from './exporting';
import { PartChoices } from './PartChoices';
import { PresentActions, PresentFiles } from './PresentFiles';
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
      title={t(step.kind === 'ask' ? 'presentTitle' : 'exportTitle')}
      onClose={step.kind === 'write' ? () => undefined : onClose}
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
      <Step step={step} order={order} onChange={setOrder} onEnter={() => void begin()} />
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

/** One thing at a time: what was agreed to cannot be changed while it is asked about or written. */
function Step(props: {
  readonly step: Step;
  readonly order: Order;
  readonly onChange: (order: Order) => void;
  readonly onEnter: () => void;
}) {
  const { t } = useTranslation('preview');
  switch (props.step.kind) {
    case 'choose':
      return <Choices {...props} />;
    case 'ask':
      return <PresentFiles names={props.step.present} />;
    case 'write':
      return <ProgressBar label={t('writing')} />;
    case 'done':
      return <ExportReport report={props.step.report} />;
  }
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
    const all = step.present.length === order.formats.length;
    return <PresentActions count={step.present.length} all={all} onBack={onBack} onWrite={onWrite} />;
  }
  if (step.kind === 'write') return null;
  return (
    <>
      <Button onPress={onClose}>{t('common:cancel')}</Button>
      <Button look="primary" disabled={!isReady(order)} onPress={onBegin}>
        {t('exportNow')}
      </Button>
    </>
  );
}

function isReady({ formats, sections, folder, name }: Order): boolean {
  return formats.length > 0 && sections?.length !== 0 && folder !== '' && name.trim() !== '';
}

function Choices({
  order,
  onChange,
  onEnter,
}: {
  readonly order: Order;
  readonly onChange: (order: Order) => void;
  readonly onEnter: () => void;
}) {
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
      <TextInput
        label={t('fileName')}
        value={order.name}
        onChange={(name) => onChange({ ...order, name })}
        onEnter={() => isReady(order) && onEnter()}
      />
      <FolderField folder={order.folder} onChange={(folder) => onChange({ ...order, folder })} />
    </div>
  );
}
