import { allEditsSent, useDocument } from './document';

/** Something that was done beside the text (a finding was accepted) and that Ctrl+Z takes back as well. */
export interface SideStep {
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
}

interface NotedStep extends SideStep {
  readonly session: string;
  /** Number of the latest record of the history when it was done: later edits are taken back first. */
  readonly seq: number;
}

let done: readonly NotedStep[] = [];
let undone: readonly NotedStep[] = [];

/** Notes a step once it is done. */
export async function noteSideStep(step: SideStep): Promise<void> {
  await allEditsSent();
  const { view } = useDocument.getState();
  if (!view) return;
  done = [...done, { ...step, session: view.session, seq: view.seq }];
  undone = [];
}

/** Takes the latest step back, or does it again, where no edit came after it. False: the edit is to be undone. */
export async function stepBeside(way: 'undone' | 'redone'): Promise<boolean> {
  await allEditsSent();
  const { view } = useDocument.getState();
  const step = (way === 'undone' ? done : undone).at(-1);
  if (!view || step?.session !== view.session || step.seq !== view.seq) return false;
  if (way === 'undone') {
    done = done.slice(0, -1);
    undone = [...undone, step];
    await step.undo();
  } else {
    undone = undone.slice(0, -1);
    done = [...done, step];
    await step.redo();
  }
  return true;
}
