import type { HyokaDocument } from '../../shared/assessment/document';
import type { Assessment } from '../../shared/assessment/types';
import { Failure } from '../../shared/commands/failure';
import type { ComparisonVariant } from '../../shared/compare/print/variants';
import type { RowOptions } from '../../shared/compare/rows/planRound';
import type { OutputFormat } from '../../shared/publish/formats';
import { renderComparison } from '../compare/render';
import { attachmentsOf } from '../publish/pictures';
import { isoOf } from '../publish/source';
import { documentFrom, readAny } from './source';
import type { CliTools } from './verb';
import type { RenderedFile } from './verbs/exportFolder';
import { textWithRole } from '../../shared/assessment/roles';
import { silentTools } from '../jobs/silentTools';

interface ComparisonOptions {
  readonly variant: ComparisonVariant;
  /** Path of last year's file; absent: the last revision that the document holds. */
  readonly old: string | undefined;
  readonly rows: RowOptions;
}

/** 見え消し, 新旧対照表 or 変更箇所だけ of a document against an older one. Throws `noEarlierEdition`. */
export async function renderComparisonIn(
  format: OutputFormat,
  document: HyokaDocument,
  { variant, old, rows }: ComparisonOptions,
  tools: CliTools,
): Promise<RenderedFile> {
  const { printPdf, now } = tools;
  const before = await olderOf(document, old, tools);
  const made = await renderComparison(
    {
      before: before.assessment,
      after: document.assessment,
      sharedHistory: old === undefined,
      variant,
      format,
      names: before.name === undefined ? {} : { before: before.name },
      decisions: {},
      drafts: {},
      rowOptions: rows,
      author: textWithRole(document.assessment, 'agency'),
      date: isoOf(now()),
    },
    {
      ...silentTools,
      attachment: attachmentsOf(document),
    },
  );
  const { leftOut } = made;
  if (format !== 'pdf') return { bytes: made.bytes, leftOut };
  if (!printPdf) throw new Failure('pdfNeedsBrowser');
  return { bytes: await printPdf(new TextDecoder().decode(made.bytes), made.title), leftOut };
}

async function olderOf(
  document: HyokaDocument,
  old: string | undefined,
  tools: CliTools,
): Promise<{ readonly assessment: Assessment; readonly name?: string }> {
  if (old !== undefined)
    return { assessment: documentFrom(await readAny(old, tools), tools.now()).assessment };
  const revision = document.revisions.findLast(({ kind }) => kind !== 'manual' && kind !== 'merged');
  if (!revision) throw new Failure('noEarlierEdition');
  return revision;
}
