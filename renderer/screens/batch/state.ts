import { create } from 'zustand';
import type { BatchLine, DocumentFolder, FolderDocument } from '../../../shared/commands/publish';
import type { CommandError } from '../../../shared/commands/result';
import type { CsvEncoding, OutputFormat, Variant } from '../../../shared/publish/formats';
import { coverFileName, freeName } from '../../../shared/publish/fileNames';
import { shell } from '../../shell';
import { valueOrReport } from '../../state/shellResult';
import { allEditsSent, useDocument } from '../../state/document';
import { newId } from '../../state/newId';
import { allKeys, type ExposedDocument, exposedDocuments, withholdInDocuments } from './exposures';
import { overrideInDocuments, stoppedDocuments, type StoppedDocument } from './gates';
import { purposeOf } from '../../../shared/checks/gates';

/** A document that can be published. */
export type Readable = Extract<FolderDocument, { kind: 'document' }>;

/** What can be made of many assessments at once. */
export const BATCH_VARIANTS = [
  'clean',
  'public',
  'circulation',
  'withheld',
] as const satisfies readonly Variant[];
export type BatchVariant = (typeof BATCH_VARIANTS)[number];

export type BatchStep =
  | { readonly kind: 'choose' }
  | { readonly kind: 'gated'; readonly documents: readonly StoppedDocument[] }
  | {
      readonly kind: 'exposed';
      readonly documents: readonly ExposedDocument[];
      /** Keys of the places that are to be withheld too. */
      readonly chosen: ReadonlySet<string>;
    }
  | { readonly kind: 'ask'; readonly present: readonly string[] }
  | { readonly kind: 'write'; readonly job: string; readonly done: number; readonly stopping: boolean }
  | { readonly kind: 'done'; readonly lines: readonly BatchLine[] };

interface Listing {
  /** Of another folder than the one shown, or with those below it: what is shown does not hold any more. */
  readonly isNewFolder: boolean;
  readonly job: string;
  readonly done: number;
  readonly total: number | null;
}

interface BatchState {
  /** Documents of the folders below too. */
  readonly subfolders: boolean;
  /** The person stopped the listing. */
  readonly stopped?: boolean | undefined;
  readonly listing?: Listing | undefined;
  /** Why the folder could not be listed. */
  readonly failed?: CommandError | undefined;
  readonly folder: string;
  readonly documents: readonly FolderDocument[];
  /** Paths of the documents to publish. */
  readonly chosen: ReadonlySet<string>;
  readonly variant: BatchVariant;
  readonly formats: readonly OutputFormat[];
  /** Of the CSV. */
  readonly encoding: CsvEncoding;
  /** Where the files go. */
  readonly target: string;
  readonly step: BatchStep;
}

export const useBatch = create<BatchState>(() => ({
  subfolders: false,
  folder: '',
  documents: [],
  chosen: new Set(),
  variant: 'clean',
  formats: ['docx', 'pdf'],
  encoding: 'utf8',
  target: '',
  step: { kind: 'choose' },
}));

/** Looks at the folder of last time anew; at first at that of the open document, else at the person's own. */
export async function enterBatch(): Promise<void> {
  if (useBatch.getState().step.kind !== 'choose') return;
  const { folder } = useBatch.getState();
  const open = useDocument.getState().view?.path;
  await listFolder(folder || (open ? folderOf(open) : undefined), false);
}

export async function includeSubfolders(on: boolean): Promise<void> {
  stopListing();
  useBatch.setState({ subfolders: on });
  await listFolder(useBatch.getState().folder, true);
}

export function stopListing(): void {
  const { listing } = useBatch.getState();
  if (listing) void shell.commands['jobs.cancel']({ job: listing.job });
}

export async function chooseSource(): Promise<void> {
  const folder = await valueOrReport(
    shell.commands['publish.chooseFolder']({ folder: useBatch.getState().folder }),
  );
  if (folder) await listFolder(folder, true);
}

/** Lists a folder. All its documents are chosen, in the folder seen before those that were. */
async function listFolder(folder: string | undefined, anew: boolean): Promise<void> {
  await saved();
  const job = newId();
  const { subfolders } = useBatch.getState();
  useBatch.setState({
    listing: { isNewFolder: anew, job, done: 0, total: null },
    failed: undefined,
    stopped: undefined,
  });
  const stop = onProgress(job, (done, total) =>
    useBatch.setState({ listing: { isNewFolder: anew, job, done, total } }),
  );
  const answer = await shell.commands['publish.documents']({
    job,
    subfolders,
    ...(folder ? { folder } : {}),
  });
  stop();
  if (useBatch.getState().listing?.job !== job) return;
  useBatch.setState({ listing: undefined });
  if (!answer.ok) {
    const why = answer.error.code === 'jobCancelled' ? { stopped: true } : { failed: answer.error };
    useBatch.setState({ ...why, folder: folder ?? '', documents: [], chosen: new Set() });
    return;
  }
  useBatch.setState((state) => withListing(state, answer.value));
}

function withListing(
  { folder: before, documents: known, chosen, target }: BatchState,
  { folder, documents, target: usual }: DocumentFolder,
): Partial<BatchState> {
  const old = new Set(before === folder ? known.map(({ path }) => path) : []);
  const wanted = documents.filter(
    ({ kind, path }) => kind === 'document' && (chosen.has(path) || !old.has(path)),
  );
  return {
    folder,
    documents,
    chosen: new Set(wanted.map(({ path }) => path)),
    target: target || usual,
  };
}

/** What is typed in the open document must be in its file before the file is read. */
export async function saved(): Promise<void> {
  const { view } = useDocument.getState();
  if (view?.access.kind !== 'edit') return;
  await allEditsSent();
  await valueOrReport(shell.commands['document.save']({ session: view.session }));
}

export function choose(paths: readonly string[], on: boolean): void {
  useBatch.setState(({ chosen }) => {
    const rest = new Set([...chosen].filter((path) => !paths.includes(path)));
    return { chosen: on ? new Set([...rest, ...paths]) : rest };
  });
}

export function isReadable(document: FolderDocument): document is Readable {
  return document.kind === 'document';
}

/** A document to publish, with the name that its files get and the folders below the target that they go to. */
interface PlannedFile {
  readonly path: string;
  readonly name: string;
  readonly within: readonly string[];
}

/** The chosen documents in the order of the list. No two get the same files. */
export function plannedFiles({
  documents,
  chosen,
  variant,
  listing,
}: Pick<BatchState, 'documents' | 'chosen' | 'variant' | 'listing'>): readonly PlannedFile[] {
  const taken = new Map<string, Set<string>>();
  // What is shown of another folder does not hold any more.
  return (listing?.isNewFolder ? [] : documents)
    .filter(isReadable)
    .filter(({ path }) => chosen.has(path))
    .map(({ path, within, cover, publicCover }) => ({
      path,
      within,
      name: freeName(
        coverFileName(variant === 'public' ? publicCover : cover, variant),
        namesIn(taken, within.join('/').toLowerCase()),
      ),
    }));
}

function namesIn(taken: Map<string, Set<string>>, folder: string): Set<string> {
  const names = taken.get(folder) ?? new Set<string>();
  taken.set(folder, names);
  return names;
}

/** Begins to write, or asks first: where 提出前チェック stops a document, where public copies would show withheld words, and where files of these names are there. */
export async function start(): Promise<void> {
  const { variant, documents, chosen } = useBatch.getState();
  const purpose = purposeOf(variant);
  await saved();
  const stopped = purpose ? await stoppedDocuments(documents, chosen, purpose) : [];
  if (stopped.length > 0) useBatch.setState({ step: { kind: 'gated', documents: stopped } });
  else await startAfterGates();
}

/** With a sentence all documents are written, and the sentence is kept in those that stop; without one these are left out. */
export async function afterGates(sentence?: string): Promise<void> {
  const { step, variant } = useBatch.getState();
  const purpose = purposeOf(variant);
  if (step.kind !== 'gated' || !purpose) return;
  useBatch.setState({ step: { kind: 'choose' } });
  if (sentence !== undefined) await overrideInDocuments(step.documents, purpose, sentence);
  else
    choose(
      step.documents.map(({ path }) => path),
      false,
    );
  if (plannedFiles(useBatch.getState()).length > 0) await startAfterGates();
}

async function startAfterGates(): Promise<void> {
  const { variant, documents, chosen } = useBatch.getState();
  const exposed = variant === 'public' ? exposedDocuments(documents, chosen) : [];
  if (exposed.length > 0)
    useBatch.setState({ step: { kind: 'exposed', documents: exposed, chosen: allKeys(exposed) } });
  else await startAfterExposures();
}

/** Continues as the person decided; marked documents are listed again, since their public names may have changed. */
export async function afterExposures(withhold: boolean): Promise<void> {
  const { step, folder } = useBatch.getState();
  if (step.kind !== 'exposed') return;
  useBatch.setState({ step: { kind: 'choose' } });
  if (withhold) {
    await withholdInDocuments(step.documents, step.chosen);
    await listFolder(folder, false);
  }
  await startAfterExposures();
}

async function startAfterExposures(): Promise<void> {
  const { target, formats, ...wanted } = useBatch.getState();
  const names = plannedFiles(wanted).map(({ name, within }) => ({ name, within: [...within] }));
  const present = await valueOrReport(
    shell.commands['publish.present']({ folder: target, names, formats: [...formats] }),
  );
  if (!present) return;
  if (present.length > 0) useBatch.setState({ step: { kind: 'ask', present } });
  else await write(false);
}

export async function write(overwrite: boolean): Promise<void> {
  await saved();
  const job = newId();
  const { variant, formats, encoding, target, ...wanted } = useBatch.getState();
  const documents = plannedFiles({ ...wanted, variant }).map((one) => ({ ...one, within: [...one.within] }));
  useBatch.setState({ step: { kind: 'write', job, done: 0, stopping: false } });
  const stop = onProgress(job, (done) =>
    useBatch.setState(({ step }) => (step.kind === 'write' ? { step: { ...step, done } } : {})),
  );
  const order = { job, documents, variant, formats: [...formats], encoding, folder: target, overwrite };
  const lines = await valueOrReport(shell.commands['publish.batch'](order));
  stop();
  useBatch.setState({ step: lines ? { kind: 'done', lines } : { kind: 'choose' } });
}

export function stopWriting(): void {
  const { step } = useBatch.getState();
  if (step.kind !== 'write') return;
  useBatch.setState({ step: { ...step, stopping: true } });
  void shell.commands['jobs.cancel']({ job: step.job });
}

/** Back to choosing, with the folder as it is now. */
export function restart(): void {
  useBatch.setState({ step: { kind: 'choose' } });
  void enterBatch();
}

function onProgress(job: string, report: (done: number, total: number | null) => void): () => void {
  return shell.on('job.progress', (progress) => {
    if (progress.job === job) report(progress.done, progress.total);
  });
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')));
}
