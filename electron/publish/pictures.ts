import type { HyokaDocument } from '../../shared/assessment/document';
import { picturesIn } from '../../shared/assessment/pictures';
import type { Assessment } from '../../shared/assessment/types';
import type { StoredPicture } from '../../shared/publish/neutralPictures';
import type { JobTools } from '../jobs/kind';

type Attachments = JobTools['attachment'];

/** The bytes of the pictures that stand in the assessments, each once and no others; one that is missing is left out. */
export async function fetchPictures(
  assessments: readonly Assessment[],
  attachment: Attachments,
): Promise<readonly StoredPicture[]> {
  const pictures = new Map<string, StoredPicture>();
  for (const { hash, mime } of assessments.flatMap(picturesIn)) {
    if (pictures.has(hash)) continue;
    const bytes = await attachment(hash);
    if (bytes) pictures.set(hash, { hash, mime, bytes });
  }
  return [...pictures.values()];
}

/** Attachments of a document that is at hand with all bytes. */
export function attachmentsOf({ attachments }: HyokaDocument): Attachments {
  const files = new Map(attachments.map((file) => [file.hash, file.bytes]));
  return (hash) => Promise.resolve(files.get(hash));
}
