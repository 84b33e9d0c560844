import type { HyokaDocument, Revision, StoredDocument } from '../../shared/assessment/document';
import { checkDocument } from '../../shared/checks/check';
import { documentState, previousYear } from '../../shared/checks/documentState';
import { bothOf, type FolderDocument } from '../../shared/checks/folder';
import { gatesOf, type Gate, type Purpose } from '../../shared/checks/gates';
import type { CheckInput } from '../../shared/checks/types';
import { undecidedChanges } from '../../shared/compare/undecided';
import { headingReader } from '../../shared/headings/reader';

type Checked = Pick<
  HyokaDocument,
  'assessment' | 'revisions' | 'rounds' | 'review' | 'leftover' | 'comments' | 'acceptances'
>;

/** What a document is checked with: the edition published last, and what is beside it in its folder. */
export function checkInputOf(
  document: Pick<StoredDocument, 'assessment' | 'revisions'>,
  referenceDate: number,
  folder?: { readonly own: FolderDocument; readonly all: readonly FolderDocument[] },
): CheckInput {
  const previous = editionBefore(document);
  const isSameForm = previous?.assessment.form === document.assessment.form;
  return {
    assessment: document.assessment,
    referenceDate,
    readHeading,
    ...(previous && isSameForm ? { previous: previousYear(previous.assessment) } : {}),
    ...(folder ? bothOf(folder.own, folder.all) : {}),
  };
}

const readHeading = headingReader();

/** The published revision that came last, else what was imported. */
function editionBefore({ revisions }: Pick<StoredDocument, 'revisions'>): Revision | undefined {
  const newestFirst = [...revisions].sort((a, b) => b.at - a.at);
  return (
    newestFirst.find(({ kind }) => kind === 'published') ??
    newestFirst.find(({ kind }) => kind === 'imported')
  );
}

/** 提出前チェック of a document as it is kept. */
export function documentGates(
  document: Checked,
  input: CheckInput,
  purpose: Purpose = 'submission',
): readonly Gate[] {
  const report = checkDocument({ ...input, wholeDocument: true });
  return gatesOf(report, documentState(document, undecidedIn(document)), purpose);
}

/** Changes since the edition that the comparison begins with (see `undecidedChanges`). */
function undecidedIn({ assessment, revisions, rounds }: Checked) {
  const before = revisions.findLast(({ kind }) => kind !== 'manual' && kind !== 'merged');
  if (before?.assessment.form !== assessment.form) return [];
  return undecidedChanges(
    before.assessment,
    assessment,
    rounds.find(({ id }) => id === before.id),
  );
}
