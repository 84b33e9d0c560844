import i18next from 'i18next';
import { create } from 'zustand';
import type { Preview } from '../../../shared/commands/publish';
import type { Variant } from '../../../shared/publish/formats';
import { shell } from '../../shell';
import { ask } from '../../state/ask';
import { handedOver, useDocument } from '../../state/document';
import { newId } from '../../state/newId';
import { say } from '../../state/toasts';
import { type Hit, openPages, type Pages } from './pdf';

/** `fit`: as wide as the window; else percent of the size on paper. */
export type Zoom = 'fit' | number;

interface PreviewState {
  readonly variant: Variant;
  readonly pages?: Pages;
  /** The parts of the document that is shown, in order. */
  readonly parts: Preview['parts'];
  /** Id of the job that makes the pages; absent when none runs. */
  readonly job?: string;
  readonly failed: boolean;
  /** The dialog for files is open. */
  readonly exporting: boolean;
  readonly zoom: Zoom;
  /** Zoom of the first page as it is shown, in percent. */
  readonly shown: number;
  /** The page in sight, from 0. */
  readonly current: number;
  /** The heading that what is in sight stands under, by its place in the outline. */
  readonly heading: number;
  readonly query: string;
  readonly hits: readonly Hit[];
  /** The hit in sight, from 0. */
  readonly hit: number;
  /** A page to bring into sight; `count` grows so that the same can be asked for again. */
  readonly wanted?: { readonly page: number; readonly top: number; readonly count: number };
}

export const usePreview = create<PreviewState>(() => ({
  variant: 'clean',
  parts: [],
  failed: false,
  exporting: false,
  zoom: 'fit',
  shown: 100,
  current: 0,
  heading: 0,
  query: '',
  hits: [],
  hit: 0,
}));

/** Makes the pages of the document as it is now. */
export async function loadPreview(): Promise<void> {
  const session = useDocument.getState().view?.session;
  if (!session) return;
  await handedOver();
  const job = newId();
  const { variant } = usePreview.getState();
  usePreview.setState({ job, failed: false });
  const made = await ask(shell.commands['publish.preview']({ session, job, variant }));
  if (usePreview.getState().job !== job) return;
  const pages = made && (await openPages(made.pdf));
  await closePages();
  usePreview.setState({ job: undefined, failed: !pages, pages, parts: made?.parts ?? [], hits: [], hit: 0 });
  await search(usePreview.getState().query);
}

/** Lets the pages go when the screen is left. */
export async function closePages(): Promise<void> {
  const { pages } = usePreview.getState();
  usePreview.setState({ pages: undefined });
  await pages?.close();
}

export async function leavePreview(): Promise<void> {
  const { job } = usePreview.getState();
  usePreview.setState({ job: undefined, current: 0, heading: 0 });
  if (job) await shell.commands['jobs.cancel']({ job });
  await closePages();
}

export function chooseVariant(variant: Variant): void {
  usePreview.setState({ variant });
  void loadPreview();
}

/** Brings a page (and a height on it, in points) into sight. */
export function goToPage(page: number, top = 0): void {
  usePreview.setState(({ pages, wanted }) => {
    const last = (pages?.sizes.length ?? 1) - 1;
    return { wanted: { page: Math.min(last, Math.max(0, page)), top, count: (wanted?.count ?? 0) + 1 } };
  });
}

export async function search(query: string): Promise<void> {
  usePreview.setState({ query });
  const hits = (await usePreview.getState().pages?.find(query)) ?? [];
  if (usePreview.getState().query !== query) return;
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

/** Printing on paper, with the system's own dialog. */
export async function printPages(): Promise<void> {
  const session = useDocument.getState().view?.session;
  if (!session) return;
  await handedOver();
  const { variant } = usePreview.getState();
  if (variant === 'public') await warnOfExposures(session);
  await ask(shell.commands['publish.print']({ session, job: newId(), variant }));
}

/** Paper shows the same words as a file: where they can be marked is one step away. */
async function warnOfExposures(session: string): Promise<void> {
  const exposures = await ask(shell.commands['publish.exposures']({ session, job: newId() }));
  if (!exposures || exposures.length === 0) return;
  const run = () => usePreview.setState({ exporting: true });
  const text = i18next.t('preview:exposures.onPaper', { count: exposures.length });
  say(text, { tone: 'warn', action: { label: i18next.t('preview:exposures.show'), run } });
}
