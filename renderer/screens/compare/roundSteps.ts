import i18next from 'i18next';
import type { Round } from '../../../shared/assessment/round';
import { sameContent } from '../../../shared/assessment/canRevert';
import type { Assessment } from '../../../shared/assessment/types';
import { stepHistory } from '../../state/stepHistory';
import { allEditsSent, useDocument } from '../../state/document';
import { keepRound } from '../../state/rounds';
import { showToast } from '../../state/toasts';
import { focusChange } from './focusChange';

/** One decision or other change of the round. Rounds are no edits of the document, so they have steps of their own. */
export interface RoundStep {
  readonly session: string;
  readonly before: Round;
  readonly after: Round;
  /** The document at that time: the step is the latest as long as the document still says the same. */
  readonly assessment: Assessment;
  /** What was changed: one word typed after another in the same place is one step. */
  readonly place: string;
  /** Key of the change that was decided; absent where the step is about no single change. */
  readonly change?: string | undefined;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
}

let undoStack: readonly RoundStep[] = [];
let redoStack: readonly RoundStep[] = [];

/** A longer rest between two changes of one place (ms) begins a new step. */
const MERGE_MS = 1_500;

/** Notes a step that can be taken back. */
export function recordStep(step: RoundStep): void {
  const last = undoStack.at(-1);
  const goesOn = last?.place === step.place && last.after === step.before && step.at - last.at < MERGE_MS;
  undoStack = goesOn ? [...undoStack.slice(0, -1), { ...step, before: last.before }] : [...undoStack, step];
  redoStack = [];
}

/** Takes back the latest step, whether it was a decision or an edit of the document. */
export async function undoStep(): Promise<void> {
  await allEditsSent();
  const step = latest(undoStack);
  if (!step) return stepHistory('undone');
  undoStack = undoStack.slice(0, -1);
  redoStack = [...redoStack, step];
  restore(step, step.before, 'compare:decide.undone');
}

/** Does again what was taken back last. */
export async function redoStep(): Promise<void> {
  await allEditsSent();
  const step = latest(redoStack);
  if (!step) return stepHistory('redone');
  redoStack = redoStack.slice(0, -1);
  undoStack = [...undoStack, step];
  restore(step, step.after, 'compare:decide.redone');
}

/** The last of the steps, where nothing was written into the document after it. */
function latest(steps: readonly RoundStep[]): RoundStep | undefined {
  const { view, assessment } = useDocument.getState();
  const step = steps.at(-1);
  const isLatest =
    step !== undefined &&
    assessment !== undefined &&
    step.session === view?.session &&
    sameContent(step.assessment, assessment);
  return isLatest ? step : undefined;
}

function restore(
  step: RoundStep,
  round: Round,
  text: 'compare:decide.undone' | 'compare:decide.redone',
): void {
  keepRound(round);
  if (step.change === undefined) {
    showToast(i18next.t(text === 'compare:decide.undone' ? 'steps.undone' : 'steps.redone'));
    return;
  }
  focusChange(step.change);
  showToast(i18next.t(text));
}
