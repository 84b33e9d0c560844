import i18next from 'i18next';
import { create } from 'zustand';
import type { ImportSource, LeftoverText, ReviewMark } from '../../shared/assessment/document';
import { isInsideEntry, type Path } from '../../shared/assessment/path';
import type { CommandError, Result } from '../../shared/commands/result';
import type { DocumentView } from '../../shared/commands/documents';
import type { Merged } from '../../shared/commands/intake';
import type { JobProgress } from '../../shared/commands/events';
import type { FormId } from '../../shared/forms/types';
import type { ItemState } from '../../shared/intake/review';
import { shell } from '../shell';
import { valueOrReport } from './shellResult';
import { dispatchEdit, allEditsSent, showDocument, updateView, useDocument } from './document';
import { fileNameOf } from './fileNames';
import { newId } from './newId';
import { closeSession } from './opening';
import { showToast, type Toast } from './toasts';
import { openScreen } from './navigation';

/** A file being read. */
export interface ReadingJob {
  readonly job: string;
  readonly name: string;
  readonly progress?: Pick<JobProgress, 'done' | 'total'>;
}

interface IntakeState {
  readonly running?: ReadingJob;
  /** Why the last file could not be read. */
  readonly failed?: CommandError;
  /** The file that could not be read. */
  readonly failedPath?: string;
  /** The source of the open document, once it is fetched. */
  readonly source?: { readonly session: string; readonly value: ImportSource };
  /** The selected item. */
  readonly path?: Path;
  /** Id of the selected piece of 未割当 text. */
  readonly piece?: string;
  /** Grows each time the list of 未割当 text is to be scrolled to. */
  readonly leftoverWanted?: number;
  /** The list shows items of this state only. */
  readonly filter: ItemState | 'all';
  readonly tab: 'check' | 'items';
  /** The next click on the source puts its text into the selected item. */
  readonly picking: boolean;
}

/** Nothing is selected: a selection in another document means nothing here. */
const INITIAL = { filter: 'all', tab: 'check', picking: false } as const;

export const useIntake = create<IntakeState>(() => INITIAL);

/** Reads a file, as `form` whatever it looks like, and shows the result for review. */
export async function importFile(path: string, form?: FormId): Promise<void> {
  const input = { path, ...(form ? { form } : {}) };
  const answer = await runJob(path, (job) => shell.commands['intake.import']({ job, ...input }));
  if (answer?.ok) enterReview(answer.value);
  else if (answer) useIntake.setState({ failed: answer.error, failedPath: path });
}

/**
 * Reads another edition of the open assessment and keeps it as a revision to compare with. Undefined where the person
 * stopped it.
 */
export async function mergeFile(path: string, name: string): Promise<Result<Merged> | undefined> {
  const session = useDocument.getState().view?.session;
  if (!session) return undefined;
  await allEditsSent();
  const answer = await runJob(path, (job) => shell.commands['intake.merge']({ job, session, path, name }));
  const view = useDocument.getState().view;
  if (answer?.ok && view) updateView(session, { revisions: [...view.revisions, answer.value.revision] });
  return answer;
}

/** A phrase that counts the items to check and the unplaced texts; '' where there are none. */
export function remainingText(marks: number, pieces: number): string {
  return [
    ...(marks > 0 ? [i18next.t('intake:stillOpen.marks', { count: marks })] : []),
    ...(pieces > 0 ? [i18next.t('intake:stillOpen.pieces', { count: pieces })] : []),
  ].join(i18next.t('intake:stillOpen.and'));
}

/** Shows that another edition was added, and how much of it a person should check. */
export function reportMerged(
  { revision, doubts, unplaced }: Merged,
  options: Pick<Toast, 'action'> = {},
): void {
  const what = remainingText(doubts, unplaced);
  const sentences = [
    i18next.t('intake:merge.done', { name: revision.name }),
    ...(what === '' ? [] : [i18next.t('intake:merge.unsure', { what })]),
  ];
  showToast(sentences.join(' '), { tone: doubts + unplaced > 0 ? 'warn' : 'good', ...options });
}

/** Shows on the import screen why a file could not be read, until the next import begins. */
export function showFailure(failed: CommandError): void {
  useIntake.setState({ failed });
}

/** Undefined where the person stopped it. */
async function runJob<Value>(
  path: string,
  start: (job: string) => Promise<Result<Value>>,
): Promise<Result<Value> | undefined> {
  const job = newId();
  useIntake.setState({ running: { job, name: fileNameOf(path) } });
  clearState('failed');
  const stop = shell.on('job.progress', ({ job: of, done, total }) => {
    const { running } = useIntake.getState();
    if (running?.job === of) useIntake.setState({ running: { ...running, progress: { done, total } } });
  });
  const answer = await start(job);
  stop();
  clearState('running');
  return answer.ok || answer.error.code !== 'jobCancelled' ? answer : undefined;
}

function clearState(key: 'failed' | 'running'): void {
  useIntake.setState(({ [key]: _gone, ...rest }) => rest, true);
}

export function cancelReading(): void {
  const { running } = useIntake.getState();
  if (running) void shell.commands['jobs.cancel']({ job: running.job });
}

/** Shows a document that came from a file: for review where it has a source, else for writing. */
function enterReview(view: DocumentView): void {
  const before = useDocument.getState().view?.session;
  showDocument(view);
  if (before && before !== view.session) void closeSession(before);
  openScreen(view.source ? 'intake' : 'editor', view.source ? { review: 'yes' } : {});
}

/** Fetches the source of the open document. */
export async function loadSource(): Promise<void> {
  const session = useDocument.getState().view?.session;
  if (!session || useIntake.getState().source?.session === session) return;
  const value = await valueOrReport(shell.commands['document.source']({ session }));
  if (value) useIntake.setState({ ...INITIAL, source: { session, value } }, true);
}

export function selectItem(path: Path): void {
  useIntake.setState(({ piece: _piece, ...rest }) => ({ ...rest, path, picking: false }), true);
}

export function selectPiece(id: string): void {
  useIntake.setState({ piece: id, tab: 'check' });
}

/** Scrolls to the list of 未割当 text. */
export function revealLeftover(): void {
  useIntake.setState(({ leftoverWanted = 0 }) => ({ tab: 'check', leftoverWanted: leftoverWanted + 1 }));
}

/** Items that a person must look at, in the order of the list. */
export function unsettledMarks(): readonly ReviewMark[] {
  return (useDocument.getState().view?.review ?? []).filter(({ settled }) => !settled);
}

/** Selects the item to check after (1) or before (-1) the selected one. */
export function stepToMark(step: 1 | -1): void {
  const marks = useDocument.getState().view?.review ?? [];
  const here = marks.findIndex(({ path }) => path === useIntake.getState().path);
  const start = here < 0 && step < 0 ? 0 : here;
  for (let count = 1; count <= marks.length; count++) {
    const mark = marks[(start + step * count + marks.length * 2) % marks.length];
    if (mark && !mark.settled) {
      useIntake.setState({ tab: 'check' });
      selectItem(mark.path);
      return;
    }
  }
}

/** The item whose answer from the shell is awaited: pressing the keys twice confirms one item and skips none. */
let settling: Path | undefined;

/** Records that a person has checked the item, and selects the next. */
export async function settleMark(path: Path, settled = true): Promise<void> {
  const session = useDocument.getState().view?.session;
  if (!session || settling === path) return;
  settling = path;
  await allEditsSent();
  const mark = await valueOrReport(shell.commands['document.settleReview']({ session, path, settled }));
  settling = undefined;
  const view = useDocument.getState().view;
  if (!mark || !view) return;
  updateView(session, { review: view.review.map((other) => (other.path === path ? mark : other)) });
  if (settled) selectNextMark();
}

/** Selects the next item to check; after the last one none is selected, which shows that the review is complete. */
function selectNextMark(): void {
  if (unsettledMarks().length > 0) stepToMark(1);
  else useIntake.setState(({ path: _path, ...rest }) => rest, true);
}

/** Leaves the item blank, with everything below it. */
export function clearItem(path: Path): void {
  const { assessment } = useDocument.getState();
  if (!assessment) return;
  const values = Object.entries(assessment.values).filter(
    ([at]) => at === path || at.startsWith(`${path}.`) || isInRow(at, path),
  );
  if (values.length === 0) return;
  dispatchEdit({ kind: 'batch', edits: values.map(([at, before]) => ({ kind: 'set', path: at, before })) });
}

function isInRow(at: Path, path: Path): boolean {
  const entry = /\[([^\]]+)\]$/.exec(path)?.[1];
  return entry !== undefined && isInsideEntry(at, entry);
}

export function unplacedPieces(leftover: readonly LeftoverText[]): readonly LeftoverText[] {
  return leftover.filter(({ state }) => state === 'open');
}
