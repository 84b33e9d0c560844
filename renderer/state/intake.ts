import i18next from 'i18next';
import { create } from 'zustand';
import type { ImportSource, LeftoverText, ReviewMark } from '../../shared/assessment/document';
import { liesIn, type Path } from '../../shared/assessment/path';
import type { CommandError, Result } from '../../shared/commands/result';
import type { DocumentView } from '../../shared/commands/documents';
import type { Merged } from '../../shared/commands/intake';
import type { JobProgress } from '../../shared/commands/events';
import type { ItemState } from '../../shared/intake/review';
import { shell } from '../shell';
import { ask } from './ask';
import { change, handedOver, show, update, useDocument } from './document';
import { newId } from './newId';
import { closeSession } from './opening';
import { say, type Toast } from './toasts';
import { goTo } from './view';

/** A file being read. */
export interface Running {
  readonly job: string;
  readonly name: string;
  readonly progress?: Pick<JobProgress, 'done' | 'total'>;
}

interface IntakeState {
  readonly running?: Running;
  /** Why the last file could not be read. */
  readonly failed?: CommandError;
  /** The source of the open document, once it is fetched. */
  readonly source?: { readonly session: string; readonly value: ImportSource };
  /** The item looked at. */
  readonly path?: Path;
  /** The piece of 未割当 text looked at. */
  readonly piece?: string;
  /** Grows each time the list of 未割当 text is asked for. */
  readonly leftoverWanted?: number;
  /** The list shows items of this state only. */
  readonly filter: ItemState | 'all';
  readonly tab: 'check' | 'items';
  /** The next click on the source gives its text to the item looked at. */
  readonly picking: boolean;
}

/** Nothing looked at yet: what was looked at in another document means nothing here. */
const BEGINNING = { filter: 'all', tab: 'check', picking: false } as const;

export const useIntake = create<IntakeState>(() => BEGINNING);

/** Reads a file and shows the result for review. */
export async function importFile(path: string): Promise<void> {
  const answer = await run(path, (job) => shell.commands['intake.import']({ job, path }));
  if (answer?.ok) enterReview(answer.value);
  else if (answer) showFailure(answer.error);
}

/**
 * Reads another edition of the open assessment and keeps it as a revision to compare with. Undefined where the person
 * stopped it.
 */
export async function mergeFile(path: string, name: string): Promise<Result<Merged> | undefined> {
  const session = useDocument.getState().view?.session;
  if (!session) return undefined;
  await handedOver();
  const answer = await run(path, (job) => shell.commands['intake.merge']({ job, session, path, name }));
  const view = useDocument.getState().view;
  if (answer?.ok && view) update(session, { revisions: [...view.revisions, answer.value.revision] });
  return answer;
}

/** How many items are to be checked and texts unplaced, in words; '' where there are none. */
export function leftWords(marks: number, pieces: number): string {
  return [
    ...(marks > 0 ? [i18next.t('intake:stillOpen.marks', { count: marks })] : []),
    ...(pieces > 0 ? [i18next.t('intake:stillOpen.pieces', { count: pieces })] : []),
  ].join(i18next.t('intake:stillOpen.and'));
}

/** Says that another edition was added, and what of it a person should look at. */
export function tellMerged(
  { revision, doubts, unplaced }: Merged,
  options: Pick<Toast, 'action'> = {},
): void {
  const what = leftWords(doubts, unplaced);
  const sentences = [
    i18next.t('intake:merge.done', { name: revision.name }),
    ...(what === '' ? [] : [i18next.t('intake:merge.unsure', { what })]),
  ];
  say(sentences.join(' '), { tone: doubts + unplaced > 0 ? 'warn' : 'good', ...options });
}

/** Why a file could not be read stands on the screen of the import until the next one is tried. */
export function showFailure(failed: CommandError): void {
  useIntake.setState({ failed });
}

/** Undefined where the person stopped it. */
async function run<Value>(
  path: string,
  start: (job: string) => Promise<Result<Value>>,
): Promise<Result<Value> | undefined> {
  const job = newId();
  useIntake.setState({ running: { job, name: fileName(path) } });
  forget('failed');
  const stop = shell.on('job.progress', ({ job: of, done, total }) => {
    const { running } = useIntake.getState();
    if (running?.job === of) useIntake.setState({ running: { ...running, progress: { done, total } } });
  });
  const answer = await start(job);
  stop();
  forget('running');
  return answer.ok || answer.error.code !== 'jobCancelled' ? answer : undefined;
}

function forget(key: 'failed' | 'running'): void {
  useIntake.setState(({ [key]: _gone, ...rest }) => rest, true);
}

export function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

export function cancelReading(): void {
  const { running } = useIntake.getState();
  if (running) void shell.commands['jobs.cancel']({ job: running.job });
}

/** Shows a document that came from a file: for review where it has a source, else for writing. */
function enterReview(view: DocumentView): void {
  const before = useDocument.getState().view?.session;
  show(view);
  if (before && before !== view.session) void closeSession(before);
  goTo(view.source ? 'intake' : 'editor', view.source ? { review: 'yes' } : {});
}

/** Fetches the source of the open document. */
export async function loadSource(): Promise<void> {
  const session = useDocument.getState().view?.session;
  if (!session || useIntake.getState().source?.session === session) return;
  const value = await ask(shell.commands['document.source']({ session }));
  if (value) useIntake.setState({ ...BEGINNING, source: { session, value } }, true);
}

export function lookAtItem(path: Path): void {
  useIntake.setState(({ piece: _piece, ...rest }) => ({ ...rest, path, picking: false }), true);
}

export function lookAtPiece(id: string): void {
  useIntake.setState({ piece: id, tab: 'check' });
}

/** Brings the list of 未割当 text into sight. */
export function showLeftover(): void {
  useIntake.setState(({ leftoverWanted = 0 }) => ({ tab: 'check', leftoverWanted: leftoverWanted + 1 }));
}

/** Items that a person must look at, in the order of the list. */
export function openMarks(): readonly ReviewMark[] {
  return (useDocument.getState().view?.review ?? []).filter(({ settled }) => !settled);
}

/** The item to check after (1) or before (-1) the one looked at. */
export function stepMark(step: 1 | -1): void {
  const marks = useDocument.getState().view?.review ?? [];
  const here = marks.findIndex(({ path }) => path === useIntake.getState().path);
  const start = here < 0 && step < 0 ? 0 : here;
  for (let count = 1; count <= marks.length; count++) {
    const mark = marks[(start + step * count + marks.length * 2) % marks.length];
    if (mark && !mark.settled) {
      useIntake.setState({ tab: 'check' });
      lookAtItem(mark.path);
      return;
    }
  }
}

/** The item whose answer from the shell is awaited: pressed twice, the keys confirm one item and skip none. */
let settling: Path | undefined;

/** Notes that a person has looked at the item, and goes on to the next. */
export async function settle(path: Path, settled = true): Promise<void> {
  const session = useDocument.getState().view?.session;
  if (!session || settling === path) return;
  settling = path;
  await handedOver();
  const mark = await ask(shell.commands['document.settleReview']({ session, path, settled }));
  settling = undefined;
  const view = useDocument.getState().view;
  if (!mark || !view) return;
  update(session, { review: view.review.map((other) => (other.path === path ? mark : other)) });
  if (settled) goOn();
}

/** The next item to check; after the last one none is looked at, so that it is plain to see that all is done. */
function goOn(): void {
  if (openMarks().length > 0) stepMark(1);
  else useIntake.setState(({ path: _path, ...rest }) => rest, true);
}

/** Leaves the item blank, with everything below it. */
export function makeBlank(path: Path): void {
  const { assessment } = useDocument.getState();
  if (!assessment) return;
  const values = Object.entries(assessment.values).filter(
    ([at]) => at === path || at.startsWith(`${path}.`) || rowIs(at, path),
  );
  if (values.length === 0) return;
  change({ kind: 'batch', edits: values.map(([at, before]) => ({ kind: 'set', path: at, before })) });
}

function rowIs(at: Path, path: Path): boolean {
  const entry = /\[([^\]]+)\]$/.exec(path)?.[1];
  return entry !== undefined && liesIn(at, entry);
}

export function openPieces(leftover: readonly LeftoverText[]): readonly LeftoverText[] {
  return leftover.filter(({ state }) => state === 'open');
}
