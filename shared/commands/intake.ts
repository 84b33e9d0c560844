import { z } from 'zod';
import type { ReadErrorCode } from '../intake/readers/reading';
import { command } from './command';
import type { DocumentView, RevisionInfo } from './documents';
import { jobId } from './jobs';
import type { ErrorCode } from './result';
import { formIdSchema } from '../forms/formId';

const absolutePath = z.string().min(1).max(4_000);
const session = z.string().min(1).max(64);

/** The result of reading another edition. */
export interface Merged {
  readonly revision: RevisionInfo;
  /** Items that the reading was not sure of, and texts that are in no item. */
  readonly doubts: number;
  readonly unplaced: number;
}

export const intakeCommands = {
  /** The system's dialog for choosing a source; null when it was cancelled. */
  'intake.choose': command<string | null>()(z.undefined()),
  /**
   * Reads a file and makes a document of it in the workspace folder: recognised values in place, uncertain ones
   * marked, 未割当 beside them, the source inside. A `.hyoka` file is simply opened. With `form`, a file that does not
   * look like an assessment is read as one of that form instead of being refused.
   */
  'intake.import': command<DocumentView>()(
    z.object({ job: jobId, path: absolutePath, form: z.enum(['form2', 'form3', 'form4']).optional() }),
  ),
  /**
   * Reads another edition of the same assessment and keeps it as a revision of the open document, with its pictures and
   * the file itself; texts that are in no item are in the note of the revision.
   */
  'intake.merge': command<Merged>()(
    z.object({ job: jobId, session, path: absolutePath, name: z.string().min(1).max(200) }),
  ),
  /** Makes a document of another form or edition from the open one; what does not carry over is in its 未割当. */
  'intake.carry': command<DocumentView>()(
    z.object({ session, form: formIdSchema, edition: z.string().max(40) }),
  ),
};

/** The error of a source that cannot be read. */
export const SOURCE_ERRORS: Readonly<Record<ReadErrorCode, ErrorCode>> = {
  encrypted: 'sourceEncrypted',
  oldWord: 'sourceOldWord',
  oldExcel: 'sourceOldExcel',
  binaryExcel: 'sourceBinaryExcel',
  ichitaro: 'sourceIchitaro',
  docuworks: 'sourceDocuworks',
  openDocument: 'sourceOpenDocument',
  richText: 'sourceRichText',
  picture: 'sourcePicture',
  scanned: 'sourceScanned',
  shapesOnly: 'sourceShapesOnly',
  bomb: 'sourceBomb',
  tooLarge: 'sourceTooLarge',
  tooManyPages: 'sourceTooManyPages',
  tooManyCells: 'sourceTooManyCells',
  tooLong: 'sourceTooLong',
  noText: 'sourceNoText',
  embeddedOnly: 'sourceEmbeddedOnly',
  notAssessment: 'sourceNotAssessment',
  empty: 'sourceEmpty',
  damaged: 'sourceDamaged',
  newerJson: 'fileNewer',
  unknownEdition: 'fileUnknownEdition',
  damagedJson: 'sourceJsonDamaged',
  unknownFormat: 'sourceUnknown',
  cancelled: 'jobCancelled',
};
