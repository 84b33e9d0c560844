import type { Finding } from '../../shared/checks/types';
import { openFindings, useChecks } from './checks';
import { setFocusedItem, focusItem, useFocus } from './focus';

/** Names a finding as long as its place and its sentence stay. */
export function findingKey({ rule, path, span, params }: Finding): string {
  return [rule, path, span?.within ?? '', String(span?.from ?? ''), JSON.stringify(params)].join('|');
}

/** The finding that was gone to last, by its key. */
let latest: string | undefined;

/** Goes to the words of a finding in the form: the item gets the focus, the words are selected. */
export function revealFinding(finding: Finding): void {
  latest = findingKey(finding);
  const { path, span } = finding;
  setFocusedItem(path);
  focusItem(path, span && span.within === undefined ? { from: span.from, to: span.to } : undefined);
}

/** Goes to the next (1) or previous (-1) open finding, from the one before or from where somebody writes; round at the ends. */
export function stepFinding(by: 1 | -1): void {
  const findings = openFindings(useChecks.getState());
  const next = nextOf(findings, by);
  if (next) revealFinding(next);
}

function nextOf(findings: readonly Finding[], by: 1 | -1): Finding | undefined {
  const { path } = useFocus.getState();
  const here = findings.flatMap((finding, at) => (finding.path === path ? [at] : []));
  const current = here.find((at) => findings[at] && findingKey(findings[at]) === latest);
  const from = current ?? (by > 0 ? here.at(0) : here.at(-1));
  // A person who has just come to an item is shown its own findings first.
  if (current === undefined && from !== undefined && latest !== undefined) return findings[from];
  if (from === undefined) return findings.at(by > 0 ? 0 : -1);
  return findings[(from + by + findings.length) % findings.length];
}
