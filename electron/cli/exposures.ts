import type { HyokaDocument } from '../../shared/assessment/document';
import { toOrdinals } from '../../shared/assessment/ordinals';
import type { Assessment } from '../../shared/assessment/types';
import type { Variant } from '../../shared/publish/formats';
import { type Exposure, exposuresOf } from '../../shared/publish/variants/exposures';
import type { CliTools } from './verb';

/** Withheld words that a public copy still shows, as the command line reports them in JSON. */
export interface ExposureLine extends Pick<Exposure, 'label' | 'passage' | 'count'> {
  /** With ordinals. */
  readonly path: string;
  /** The first place, with the text around it. */
  readonly context: string;
}

/** What a document's file of this variant still shows; nothing for variants that leave nothing out. */
export function exposureLines(
  { assessment, comments }: HyokaDocument,
  variant: Variant,
): readonly ExposureLine[] {
  return variant === 'public'
    ? exposuresOf(assessment, comments).map((exposure) => lineOf(assessment, exposure))
    : [];
}

function lineOf(assessment: Assessment, { path, label, passage, count, ...place }: Exposure): ExposureLine {
  const context = `${place.before}${place.written}${place.after}`;
  return { path: toOrdinals(assessment, path), label, passage, count, context };
}

/** A sentence on stderr for each place, and one that says what to do. */
export function reportExposures(lines: readonly ExposureLine[], { report }: Pick<CliTools, 'report'>): void {
  for (const { label, passage, count, context } of lines)
    report('exposed', { label, passage, count, context });
  if (lines.length > 0) report('exposedHelp', { count: lines.length });
}

/** A sentence on stderr about pictures that are in no file. */
export function reportLeftOut(names: readonly string[], { report }: Pick<CliTools, 'report'>): void {
  if (names.length > 0) report('pictureLeftOut', { count: names.length, names: names.join('、') });
}
