import i18next from 'i18next';
import { create } from 'zustand';
import type { Assessment } from '../../../shared/assessment/types';
import type { Preview } from '../../../shared/commands/publish';
import type { Variant } from '../../../shared/publish/formats';
import { shell } from '../../shell';
import { valueOrReport } from '../../state/shellResult';
import { allEditsSent, useDocument } from '../../state/document';
import { newId } from '../../state/newId';
import { showToast } from '../../state/toasts';
import { type Hit, openPages, type Pages } from './pdf';

/** `fit`: as wide as the window; else percent of the size on paper. */
export type Zoom = 'fit' | number;

/** Pages, and what they are pages of: what is shown is never called by another name. */
export interface ShownPages {
  readonly pages: Pages;
  readonly variant: Variant;
  /** The document as it was when they were made. */
  readonly assessment: Assessment | undefined;
}

interface PreviewState {
  /** What the person wants to see. */
  readonly variant: Variant;
  /** What is shown; while other pages are being made, the old ones stay, marked as such. */
  readonly shownPages?: ShownPages | undefined;
  /** The parts of the document that is shown, in order. */
  readonly parts: Preview['parts'];
  /** Id of the job that makes the pages; absent when none runs. */
  readonly job?: string | undefined;
  /** Why there are no pages of what is wanted. */
  readonly failed?: 'failed' | 'stopped' | undefined;
  /** The dialog for files is open. */
  readonly exporting: boolean;
  readonly zoom: Zoom;
  /** Zoom of the first page as it is shown, in percent. */
  readonly shown: number;
  /** The page in sight, from 0. */
  readonly current: number;
  /** Index in the outline of the heading above what is in sight. */
  readonly heading: number;
  readonly query: string;
  readonly hits: readonly Hit[];
  /** The hit in sight, from 0. */
  readonly hit: number;
  /** A page to scroll to; `count` grows so that the same page can be requested again. */
  readonly wanted?: { readonly page: number; readonly top: number; readonly count: number };
}

export const usePreview = create<PreviewState>(() => ({
  variant: 'clean',
  parts: [],
  exporting: false,
  zoom: 'fit',
  shown: 100,
  current: 0,
  heading: 0,
  query: '',
  hits: [],
  hit: 0,
}));

/** The pages that are shown, where they are of what is wanted and of the document as it is. */
export function currentPages({ variant, shownPages, job }: PreviewState): Pages | undefined {
  return job === undefined && shownPages?.variant === variant ? shownPages.pages : undefined;
}

/** Makes the pages of the document as it is now. What was being made before is given up. */
export async function loadPreview(): Promise<void> {
  const session = useDocument.getState().view?.session;
  if (!session) return;
  cancelJob();
  const job = newId();
  const { variant } = usePreview.getState();
  usePreview.setState({ job, failed: undefined });
  await allEditsSent();
  const { assessment } = useDocument.getState();
  const made = isWanted(job) ? await previewOf(session, job, variant) : undefined;
  const pages = made && isWanted(job) ? await openPages(made.pdf).catch(() => undefined) : undefined;
  if (!isWanted(job)) {
    await pages?.close();
    return;
  }
  await showPages(pages && { pages, variant, assessment }, made?.parts ?? []);
}

/** Whether nothing else was asked for since. */
function isWanted(job: string): boolean {
  return usePreview.getState().job === job;
}

/** Undefined where it failed, which is reported, or where another preview was requested meanwhile. */
async function previewOf(session: string, job: string, variant: Variant): Promise<Preview | undefined> {
  const answer = await shell.commands['publish.preview']({ session, job, variant });
  return isWanted(job) ? valueOrReport(Promise.resolve(answer)) : undefined;
}

async function showPages(shownPages: ShownPages | undefined, parts: Preview['parts']): Promise<void> {
  const before = usePreview.getState().shownPages;
  const failed = shownPages ? undefined : 'failed';
  usePreview.setState({ job: undefined, failed, shownPages, parts, hits: [], hit: 0 });
  await before?.pages.close();
  await search(usePreview.getState().query);
}

/** Gives up the pages that are being made; what they were for has to be said by the caller. */
function cancelJob(): void {
  clearTimeout(timer);
  const { job } = usePreview.getState();
  usePreview.setState({ job: undefined });
  if (job && job !== PENDING) void shell.commands['jobs.cancel']({ job });
}

/** The person does not want to wait: back to what is shown, if that is still how the document is. */
export function stopLoading(): void {
  cancelJob();
  const { shownPages } = usePreview.getState();
  if (shownPages && isUpToDate(shownPages.variant)) usePreview.setState({ variant: shownPages.variant });
  else {
    usePreview.setState({ shownPages: undefined, failed: 'stopped' });
    void shownPages?.pages.close();
  }
}

/** Lets the pages go when the screen is left. */
export async function leavePreview(): Promise<void> {
  const { shownPages } = usePreview.getState();
  cancelJob();
  usePreview.setState({ shownPages: undefined, failed: undefined, current: 0, heading: 0 });
  await shownPages?.pages.close();
}

export function chooseVariant(variant: Variant): void {
  if (variant === usePreview.getState().variant) return;
  usePreview.setState({ variant });
  if (isUpToDate(variant)) cancelJob();
  else void loadPreview();
}

/** Whether the pages that are shown are of this, and of the document as it is. */
function isUpToDate(variant: Variant): boolean {
  const { shownPages } = usePreview.getState();
  return shownPages?.variant === variant && shownPages.assessment === useDocument.getState().assessment;
}

/** Quiet (ms) after the last change of the document before its pages are made anew. */
const DEBOUNCE_MS = 400;

/** What is changed while the pages are shown (by undo) shows in them. Returns the function that stops it. */
export function followChanges(): () => void {
  return useDocument.subscribe((state, before) => {
    if (state.assessment === before.assessment || state.view?.session !== before.view?.session) return;
    cancelJob();
    usePreview.setState({ job: PENDING });
    timer = setTimeout(() => void loadPreview(), DEBOUNCE_MS);
  });
}

let timer: ReturnType<typeof setTimeout> | undefined;

/** Stands for the job that is about to begin. */
const PENDING = 'pending';

/** Brings a page (and a height on it, in points) into sight. */
export function goToPage(page: number, top = 0): void {
  usePreview.setState(({ shownPages, wanted }) => {
    const last = (shownPages?.pages.sizes.length ?? 1) - 1;
    return { wanted: { page: Math.min(last, Math.max(0, page)), top, count: (wanted?.count ?? 0) + 1 } };
  });
}

export async function search(query: string): Promise<void> {
  usePreview.setState({ query });
  const { shownPages } = usePreview.getState();
  const hits = (await shownPages?.pages.find(query)) ?? [];
  if (usePreview.getState().query !== query || usePreview.getState().shownPages !== shownPages) return;
  const from = usePreview.getState().current;
  const hit = Math.max(
    0,
    hits.findIndex((one) => one.page >= from),
  );
  usePreview.setState({ hits, hit });
  showHit(hit);
}

export function stepHit(by: 1 | -1): void {
  const { hits, hit } = usePreview.getState();
  if (hits.length > 0) showHit((hit + by + hits.length) % hits.length);
}

function showHit(at: number): void {
  const found = usePreview.getState().hits[at];
  if (!found) return;
  usePreview.setState({ hit: at });
  goToPage(found.page, Math.max(0, found.top - 80));
}

const STEPS = [50, 75, 100, 125, 150, 200];

export function zoomBy(direction: 1 | -1): void {
  const { shown } = usePreview.getState();
  const next =
    direction > 0 ? STEPS.find((step) => step > shown + 1) : STEPS.findLast((step) => step < shown - 1);
  if (next !== undefined) usePreview.setState({ zoom: next });
}

/** Printing on paper, with the system's own dialog: what is shown, never something else. */
export async function printPages(): Promise<void> {
  const session = useDocument.getState().view?.session;
  const { variant } = usePreview.getState();
  if (!session || !currentPages(usePreview.getState())) return;
  await allEditsSent();
  if (variant === 'public') await warnOfExposures(session);
  await valueOrReport(shell.commands['publish.print']({ session, job: newId(), variant }));
}

/** Paper shows the same words as a file: where they can be marked is one step away. */
async function warnOfExposures(session: string): Promise<void> {
  const exposures = await valueOrReport(shell.commands['publish.exposures']({ session, job: newId() }));
  if (!exposures || exposures.length === 0) return;
  const run = () => usePreview.setState({ exporting: true });
  const text = i18next.t('preview:exposures.onPaper', { count: exposures.length });
  showToast(text, { tone: 'warn', action: { label: i18next.t('preview:exposures.show'), run } });
}
