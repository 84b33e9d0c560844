import type { Decisions, Drafts } from '../../shared/assessment/round';
import type { Assessment } from '../../shared/assessment/types';
import { compare } from '../../shared/compare/compare';
import type { EditionNames } from '../../shared/compare/print/comparisonTable';
import { comparisonPublication, type ComparisonVariant } from '../../shared/compare/print/variants';
import type { RowOptions } from '../../shared/compare/rows/planRound';
import type { OutputFormat } from '../../shared/publish/formats';
import { withNeutralPictures } from '../../shared/publish/neutralPictures';
import { WRITERS } from '../../shared/publish/index';
import type { JobTools } from '../jobs/kind';
import { sha256 } from '../publish/digest';
import { fetchPictures } from '../publish/pictures';

/** A comparison of two editions that is to be made as a file. */
export interface ComparisonRequest {
  readonly before: Assessment;
  readonly after: Assessment;
  /** False where the two come from different files. */
  readonly sharedHistory: boolean;
  readonly variant: ComparisonVariant;
  readonly format: OutputFormat;
  readonly names: EditionNames;
  readonly decisions: Decisions;
  readonly drafts: Drafts;
  readonly rowOptions: RowOptions;
  /** Of tracked changes. */
  readonly author: string;
  /** ISO 8601 without fractions. */
  readonly date: string;
}

export interface ComparisonFile {
  readonly title: string;
  /** `pdf`: the page that the shell prints. */
  readonly bytes: Uint8Array;
  /** Names of pictures that cannot be read to their end and are in no file. */
  readonly leftOut: readonly string[];
}

/** Makes 見え消し, 新旧対照表 or 変更箇所だけ. Runs as a job or in place. */
export async function renderComparison(request: ComparisonRequest, tools: JobTools): Promise<ComparisonFile> {
  tools.progress('compare', 0, 2);
  const { assessments, pictures, leftOut } = withNeutralPictures(
    { before: request.before, after: request.after },
    await fetchPictures([request.before, request.after], tools.attachment),
    sha256,
  );
  const comparison = compare(assessments.before, assessments.after, { sharedHistory: request.sharedHistory });
  const { names, decisions, drafts, rowOptions, format, author, date } = request;
  const publication = comparisonPublication(comparison, request.variant, {
    names,
    decisions,
    drafts,
    rowOptions,
  });
  tools.signal.throwIfAborted();
  tools.progress('publish', 1, 2);
  const bytes = await WRITERS[format === 'pdf' ? 'html' : format](publication, {
    author,
    date,
    pictures,
    html: format === 'pdf' ? { fonts: (file) => `/resources/fonts/${file}` } : {},
  });
  return { title: publication.print.title, bytes, leftOut };
}
