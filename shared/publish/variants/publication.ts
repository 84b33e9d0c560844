import { emptyAssessment } from '../../assessment/create';
import type { Comment } from '../../assessment/document';
import type { Assessment } from '../../assessment/types';
import { formOf } from '../../forms/catalog';
import type { Variant } from '../formats';
import { printDocument, type PrintOptions } from '../model/document';
import { plainRuns, type RunSource } from '../model/runs';
import type { PrintDocument, Run } from '../model/types';
import { type Note, withNotes } from './notes';
import { WITHHELD_SIGN } from './sign';
import { publicCopy, type WithheldPart } from './withhold';
import { withheldList } from './withheldList';

/** What a variant is made of. */
export interface PublicationSource {
  readonly assessment: Assessment;
  readonly comments: readonly Comment[];
  /** Comments and review marks in the words of the reader, for the circulation copy. */
  readonly notes: readonly Note[];
}

export interface Publication {
  readonly print: PrintDocument;
  /** The assessment that is printed: of a public copy, the one without the withheld parts. */
  readonly assessment: Assessment;
  readonly withheld: readonly WithheldPart[];
}

/** The print model of a variant. */
export function publicationOf(
  source: PublicationSource,
  variant: Variant,
  options: PrintOptions = {},
): Publication {
  return PUBLICATIONS[variant](source, options);
}

type PublicationOf = (source: PublicationSource, options: PrintOptions) => Publication;

const PUBLICATIONS: Readonly<Record<Variant, PublicationOf>> = {
  clean: ({ assessment }, options) => ({
    print: printDocument(assessment, options),
    assessment,
    withheld: [],
  }),
  public: (source, options) => {
    const { assessment, parts } = publicCopy(source.assessment, source.comments);
    const print = printDocument(assessment, { ...options, runs: runsWithSign(options.runs ?? plainRuns) });
    return { print, assessment, withheld: parts };
  },
  circulation: ({ assessment, notes }, options) => {
    return { print: withNotes(printDocument(assessment, options), notes), assessment, withheld: [] };
  },
  withheld: (source) => {
    const { parts } = publicCopy(source.assessment, source.comments);
    return { print: withheldList(source.assessment, parts), assessment: source.assessment, withheld: parts };
  },
  blank: (source, options) => {
    const assessment = blankOf(source.assessment);
    return { print: printDocument(assessment, options), assessment, withheld: [] };
  },
};

function blankOf({ form, edition }: Assessment): Assessment {
  let next = 0;
  return emptyAssessment(formOf(form, edition), () => `blank${String(next++)}`);
}

/** Shows the sign of what was left out as what it is. */
function runsWithSign(runs: RunSource): RunSource {
  return { ...runs, text: (path, text) => runs.text(path, text).flatMap(markSign) };
}

function markSign(run: Run): readonly Run[] {
  const pieces = run.text.split(WITHHELD_SIGN);
  return pieces.flatMap((text, at): readonly Run[] => [
    ...(at > 0 ? [{ ...run, text: WITHHELD_SIGN, mark: 'withheld' as const }] : []),
    ...(text === '' ? [] : [{ ...run, text }]),
  ]);
}
