import { formOf } from '../forms/catalog';
import type { RecognisedItem, Recognition } from './result';
import type { NewId } from '../assessment/create';
import type {
  AttachedFile,
  HyokaDocument,
  ImportSource,
  LeftoverText,
  ReviewMark,
  Revision,
  SourcePlace,
} from '../assessment/document';
import type { Author } from '../assessment/history';
import { assessmentFrom, type OrdinalItem } from '../assessment/fromItems';
import { fromOrdinals } from '../assessment/ordinals';
import { ATTACHMENTS } from '../assessment/path';
import type { Assessment } from '../assessment/types';

/** What only the edge knows about an import. */
export interface ImportEdge {
  readonly newId: NewId;
  readonly documentId: string;
  readonly at: number;
  /** The file that was read, to travel with the document. */
  readonly original?: AttachedFile;
  /** Who imports; the import then stands as the first revision too. */
  readonly author?: Author;
}

/**
 * The document that an import begins: recognised values in place, uncertain ones marked for review, the text
 * that no item was found for as 未割当, pictures and the source file attached. Nothing of the recognition is left out.
 */
export function importedDocument(recognition: Recognition, edge: ImportEdge): HyokaDocument {
  const assessment = recognition.assessment ?? recognisedAssessment(recognition, edge.newId);
  return {
    id: edge.documentId,
    createdAt: edge.at,
    assessment,
    history: [],
    revisions: firstRevision(recognition, assessment, edge),
    comments: [],
    attachments: attached(recognition, edge),
    source: sourceOf(recognition, assessment, edge),
    leftover: recognition.leftover.map((left): LeftoverText => ({
      ...left,
      id: edge.newId(),
      state: 'open',
    })),
    review: recognition.items.flatMap((item) => reviewMark(assessment, item)),
    rounds: [],
    acceptances: [],
    thresholds: [],
    overrides: [],
    progress: [],
  };
}

/** An item to look at has its entry even where no value could be read: the mark needs a place to stand. */
function recognisedAssessment({ form, edition, items }: Recognition, newId: NewId): Assessment {
  const made = assessmentFrom(formOf(form, edition), items.flatMap(placedItem), newId);
  const values = Object.entries(made.values).filter(([, value]) => value !== '');
  return { ...made, values: Object.fromEntries(values) };
}

function placedItem({ path, status, value }: RecognisedItem): readonly OrdinalItem[] {
  if (value !== undefined) return [{ path, value }];
  return status === 'review' && !path.startsWith(`${ATTACHMENTS}[`) ? [{ path, value: '' }] : [];
}

/** The mark stands at the item; where the source shows no entry for it, under the ordinal path itself. */
function reviewMark(assessment: Assessment, item: RecognisedItem): readonly ReviewMark[] {
  if (item.status !== 'review') return [];
  const path = fromOrdinals(assessment, item.path) ?? item.path;
  const { reason = { code: 'uncertain' }, where = [], candidates = [] } = item;
  return [
    { path, reason, where, candidates, ...(item.value === undefined ? {} : { recognised: item.value }) },
  ];
}

function attached({ images }: Recognition, { original }: ImportEdge): readonly AttachedFile[] {
  const pictures = images.map(({ ref, bytes }): AttachedFile => {
    return { hash: ref.hash, mime: ref.mime, name: ref.name, bytes };
  });
  const files = original ? [original, ...pictures] : pictures;
  return files.filter((file, at) => files.findIndex(({ hash }) => hash === file.hash) === at);
}

function firstRevision(
  { source }: Recognition,
  assessment: Assessment,
  { author, at, newId }: ImportEdge,
): readonly Revision[] {
  return author ? [{ id: newId(), kind: 'imported', name: source.name, at, author, assessment }] : [];
}

function sourceOf(
  { source, blocks, items, notices, formUncertain }: Recognition,
  assessment: Assessment,
  { at, original }: ImportEdge,
): ImportSource {
  const places = items.flatMap((item) => placeOf(assessment, item));
  return {
    ...source,
    at,
    blocks,
    places,
    notices,
    ...(formUncertain ? { formUncertain } : {}),
    ...(original ? { hash: original.hash } : {}),
  };
}

function placeOf(
  assessment: Assessment,
  { path, where = [], status }: RecognisedItem,
): readonly SourcePlace[] {
  if (status === 'missing') return [];
  return [{ path: fromOrdinals(assessment, path) ?? path, where }];
}
