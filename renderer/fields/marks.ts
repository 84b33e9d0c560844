import type { Finding, Severity } from '../../shared/checks/types';

export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly severity: Severity;
}

/** The words of the findings in their order; of words that overlap those that begin first. */
export function marksOf(findings: readonly Finding[], length: number): readonly Mark[] {
  const all = findings
    .flatMap(({ span, severity }) =>
      span && span.within === undefined && span.from < span.to && span.to <= length
        ? [{ from: span.from, to: span.to, severity }]
        : [],
    )
    .sort((a, b) => a.from - b.from);
  const marks: Mark[] = [];
  for (const mark of all) if (mark.from >= (marks.at(-1)?.to ?? 0)) marks.push(mark);
  return marks;
}
