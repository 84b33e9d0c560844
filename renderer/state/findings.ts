import { create } from 'zustand';
import { openFindings, refreshChecks } from './checks';
import { useDocument } from './document';
import { loadKnowledge, useKnowledge } from './knowledge';
import { readNeighbours, useNeighbours } from './neighbours';
import { overviewOf, type Overview } from './overview';
import { usePrior } from './prior';

const NOTHING: Overview = {
  findings: [],
  byPath: new Map(),
  filled: new Map(),
  rows: new Map(),
  changed: [],
};

export const useOverview = create<Overview>(() => NOTHING);

/** Time without a change (ms) before the document is checked again. */
const DEBOUNCE_MS = 400;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Keeps 点検 and overview up to date. Returns the function that stops it. */
export function followOverview(): () => void {
  refresh();
  void readNeighbours();
  void loadKnowledge();
  const stop = useDocument.subscribe((state, before) => {
    if (state.view?.acceptances !== before.view?.acceptances) refresh();
    if (state.assessment === before.assessment) return;
    clearTimeout(timer);
    timer = setTimeout(refresh, DEBOUNCE_MS);
  });
  // Another window, or person, may have written the partner meanwhile.
  const onFocus = () => void readNeighbours('whenOld');
  window.addEventListener('focus', onFocus);
  const stops = [
    () => window.removeEventListener('focus', onFocus),

    stop,
    usePrior.subscribe(refresh),
    useNeighbours.subscribe(refresh),
    useKnowledge.subscribe(refresh),
  ];
  return () => {
    clearTimeout(timer);
    for (const stopOne of stops) stopOne();
  };
}

function refresh(): void {
  const { assessment } = useDocument.getState();
  const prior = usePrior.getState().assessment;
  const findings = openFindings(refreshChecks());
  useOverview.setState(assessment ? overviewOf(assessment, findings, prior) : NOTHING, true);
}
