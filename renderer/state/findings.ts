import { create } from 'zustand';
import { useDocument } from './document';
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

/** Keeps the overview up to date. Returns the function that stops it. */
export function followOverview(): () => void {
  refresh();
  const stop = useDocument.subscribe((state, before) => {
    if (state.assessment === before.assessment) return;
    clearTimeout(timer);
    timer = setTimeout(refresh, DEBOUNCE_MS);
  });
  const stopPrior = usePrior.subscribe(refresh);
  return () => {
    clearTimeout(timer);
    stopPrior();
    stop();
  };
}

function refresh(): void {
  const { assessment } = useDocument.getState();
  const prior = usePrior.getState().assessment;
  useOverview.setState(assessment ? overviewOf(assessment, today(), prior) : NOTHING, true);
}

function today(): number {
  const now = new Date();
  return now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate();
}
