import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../components/Dialog';
import { ProgressBar } from '../../components/ProgressBar';
import { TextInput } from '../../components/TextInput';
import type { Comment } from '../../../shared/assessment/document';
import { type Variant, VARIANTS } from '../../../shared/publish/formats';
import { ExportReport } from '../../components/publish/ExportReport';
import { purposeOf, stops } from '../../../shared/checks/gates';
import { gatesNow, overrideGates } from '../../state/submission';
import { Exposures, Marked } from './Exposures';
import { GatedStep, isStopped } from './GatedStep';
import { ExportActions, isReady } from './ExportActions';
import {
  exposureKeys,
  chosenExposures,
  type ExportStep,
  exposuresOfDocument,
  type ExportRequest,
  existingFiles,
  proposedTarget,
  withholdAlso,
  writeFiles,
} from './exporting';
import { PartChoices } from './PartChoices';
import { ExistingFiles } from './ExistingFiles';
import { EncodingChoice, FolderField, FormatChoices, VariantChoice } from '../../components/publish/choices';
import { usePreview } from './state';

/** What the parts of the document can be chosen for. */
const WITH_PARTS: readonly Variant[] = ['clean', 'public', 'circulation'];

const TITLES = {
  choose: 'exportTitle',
  gated: 'gatedTitle',
  exposed: 'exposures.title',
  ask: 'presentTitle',
  write: 'exportTitle',
  done: 'exportTitle',
} as const satisfies Record<ExportStep['kind'], string>;

/** What to write, in which formats, where; never over a file that is there without a word. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['preview', 'common']);
  const shown = usePreview((state) => state.variant);
  const [order, setOrder] = useState<ExportRequest>({
    variant: shown,
    formats: ['docx', 'pdf'],
    encoding: 'utf8',
    folder: '',
    name: '',
  });
  const [step, setStep] = useState<ExportStep>({ kind: 'choose' });
  const [marks, setMarks] = useState<readonly Comment[]>([]);
  useProposal(order.variant, setOrder);
  const write = async (named: ExportRequest, overwrite: boolean) => {
    setStep({ kind: 'write' });
    const report = await writeFiles(named, overwrite);
    setStep(report ? { kind: 'done', report } : { kind: 'choose' });
  };
  const proceed = async (named: ExportRequest) => {
    setOrder(named);
    const present = await existingFiles(named);
    if (present.length > 0) setStep({ kind: 'ask', present });
    else await write(named, false);
  };
  const checking = useRef(false);
  const begin = async () => {
    if (checking.current) return;
    checking.current = true;
    await beginChecked().finally(() => (checking.current = false));
  };
  const beginChecked = async () => {
    const purpose = purposeOf(order.variant);
    if (purpose && (await isStopped(purpose))) setStep({ kind: 'gated', purpose, sentence: '' });
    else await beyondGates();
  };
  const override = async () => {
    if (step.kind !== 'gated') return;
    const gates = gatesNow(step.purpose);
    const kept = stops(gates) ? await overrideGates(gates, step.purpose, step.sentence.trim()) : true;
    if (kept) await beyondGates();
  };
  const beyondGates = async () => {
    const exposures = order.variant === 'public' ? await exposuresOfDocument() : [];
    if (exposures.length > 0) setStep({ kind: 'exposed', exposures, chosen: exposureKeys(exposures) });
    else await proceed(order);
  };
  const answerExposures = async (withhold: boolean) => {
    if (step.kind !== 'exposed') return;
    if (!withhold) return proceed(order);
    const withheld = await withholdAlso(order, chosenExposures(step));
    setMarks(withheld.marks);
    await proceed(withheld.order);
  };
  return (
    <Dialog
      title={t(TITLES[step.kind])}
      onClose={step.kind === 'write' ? () => undefined : onClose}
      wide
      actions={
        <ExportActions
          step={step}
          order={order}
          onClose={onClose}
          onBack={() => setStep({ kind: 'choose' })}
          onBegin={() => void begin()}
          onOverride={() => void override()}
          onExposed={(withhold) => void answerExposures(withhold)}
          onWrite={(overwrite) => void write(order, overwrite)}
        />
      }
    >
      {step.kind === 'done' ? <Marked marks={marks} onTakenBack={() => setMarks([])} /> : null}
      <Step
        step={step}
        order={order}
        onChange={setOrder}
        onStep={setStep}
        onEnter={() => void begin()}
        onLeave={onClose}
      />
    </Dialog>
  );
}

/** The proposal follows the variant until the person changes it. */
function useProposal(
  variant: Variant,
  change: (next: (order: ExportRequest) => ExportRequest) => void,
): void {
  useEffect(() => {
    void proposedTarget(variant).then((plan) => {
      if (plan) change((order) => ({ ...order, name: plan.name, folder: order.folder || plan.folder }));
    });
  }, [variant, change]);
}

/** One thing at a time: what was agreed to cannot be changed while it is asked about or written. */
function Step(props: {
  readonly step: ExportStep;
  readonly order: ExportRequest;
  readonly onChange: (order: ExportRequest) => void;
  readonly onStep: (step: ExportStep) => void;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}) {
  const { t } = useTranslation('preview');
  const { step } = props;
  switch (step.kind) {
    case 'choose':
      return <Choices {...props} />;
    case 'gated':
      return (
        <GatedStep
          {...step}
          onSentence={(sentence) => props.onStep({ ...step, sentence })}
          onLeave={props.onLeave}
        />
      );
    case 'exposed':
      return <Exposures {...step} onChoose={(chosen) => props.onStep({ ...step, chosen })} />;
    case 'ask':
      return <ExistingFiles names={step.present} />;
    case 'write':
      return <ProgressBar label={t('writing')} />;
    case 'done':
      return <ExportReport report={step.report} />;
  }
}

function Choices({
  order,
  onChange,
  onEnter,
}: {
  readonly order: ExportRequest;
  readonly onChange: (order: ExportRequest) => void;
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
