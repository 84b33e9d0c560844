import type { PublishReport } from '../../../shared/commands/publish';
import type { Purpose } from '../../../shared/checks/gates';
import type { Comment } from '../../../shared/assessment/document';
import type { Exposure } from '../../../shared/publish/variants/exposures';
import type { CsvEncoding, OutputFormat, Variant } from '../../../shared/publish/formats';
import { shell } from '../../shell';
import { valueOrReport } from '../../state/shellResult';
import { allEditsSent, useDocument } from '../../state/document';
import { addWithholdings } from '../../state/comments';
import { newId } from '../../state/newId';
import { exposureKey } from '../../components/publish/ExposureList';
import { loadPreview } from './state';

/** What a person chose in the dialog. */
export interface ExportRequest {
  readonly variant: Variant;
  readonly formats: readonly OutputFormat[];
  /** Of the CSV. */
  readonly encoding: CsvEncoding;
  readonly folder: string;
  readonly name: string;
  /** Keys of the parts to write; all where absent. */
  readonly sections?: readonly string[] | undefined;
}

/** Where the dialog is. `gated`: 提出前チェック would stop; `sentence` is why it is written all the same. `exposed`: withheld words would still be shown; `chosen` are keys of those to withhold too. */
export type ExportStep =
  | { readonly kind: 'choose' }
  | {
      readonly kind: 'exposed';
      readonly exposures: readonly Exposure[];
      readonly chosen: ReadonlySet<string>;
    }
  | { readonly kind: 'gated'; readonly purpose: Purpose; readonly sentence: string }
  | { readonly kind: 'ask'; readonly present: readonly string[] }
  | { readonly kind: 'write' }
  | { readonly kind: 'done'; readonly report: PublishReport };

/** Withheld words that the public copy of the open document would still show. */
export async function exposuresOfDocument(): Promise<readonly Exposure[]> {
  const session = useDocument.getState().view?.session;
  if (!session) return [];
  await allEditsSent();
  return (await valueOrReport(shell.commands['publish.exposures']({ session, job: newId() }))) ?? [];
}

export function exposureKeys(exposures: readonly Exposure[]): ReadonlySet<string> {
  return new Set(exposures.map(exposureKey));
}

export function chosenExposures(step: Extract<ExportStep, { kind: 'exposed' }>): readonly Exposure[] {
  return step.exposures.filter((exposure) => step.chosen.has(exposureKey(exposure)));
}

/** Marks the places as withheld. The name that was proposed may have held the words: a new one is proposed then. */
export async function withholdAlso(
  order: ExportRequest,
  exposures: readonly Exposure[],
): Promise<{ readonly order: ExportRequest; readonly marks: readonly Comment[] }> {
  const before = await proposedTarget(order.variant);
  const marks = await addWithholdings(exposures);
  void loadPreview();
  const after = await proposedTarget(order.variant);
  const isProposed = before?.name === order.name;
  return { marks, order: after && isProposed ? { ...order, name: after.name } : order };
}

/** Folder and name that the office's pattern proposes. */
export async function proposedTarget(
  variant: Variant,
): Promise<{ readonly folder: string; readonly name: string } | undefined> {
  const session = useDocument.getState().view?.session;
  if (!session) return undefined;
  await allEditsSent();
  return valueOrReport(shell.commands['publish.plan']({ session, variant }));
}

/** Names of the files that are there already. */
export async function existingFiles({ folder, name, formats }: ExportRequest): Promise<readonly string[]> {
  const wanted = { folder, names: [{ name }], formats: [...formats] };
  return (await valueOrReport(shell.commands['publish.present'](wanted))) ?? [];
}

export async function writeFiles(
  order: ExportRequest,
  overwrite: boolean,
): Promise<PublishReport | undefined> {
  const session = useDocument.getState().view?.session;
  if (!session) return undefined;
  const { formats, sections, ...rest } = order;
  return valueOrReport(
    shell.commands['publish.write']({
      session,
      job: newId(),
      ...rest,
      ...(sections ? { sections: [...sections] } : {}),
      formats: [...formats],
      overwrite,
    }),
  );
}
