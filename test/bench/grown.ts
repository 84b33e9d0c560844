import { createHash, randomBytes } from 'node:crypto';
import { sqlCodec, sqlite } from '../../electron/database/format';
import { sampleDocument } from '../../electron/documents/samples';
import type { AttachedFile, HyokaDocument } from '../../shared/assessment/document';
import { setEdit } from '../../shared/assessment/edit';

export const author = { name: '佐藤', department: '国保年金課', pc: 'PC-01' };
export const newId = () => randomBytes(8).toString('hex');
export const newStamp = () => ({ save: newId(), program: 'bench' });

/** Characters of an item of which each step keeps the text before and after: 10,000 steps are about 14 MB in the file. */
const TYPED = 195;

/**
 * The larger sample after so many steps of work. Where `size` (bytes) is given, a picture fills the file up to it; throws where the
 * rest alone is larger.
 */
export async function grownDocument(steps: number, size?: number): Promise<HyokaDocument> {
  const { document } = await sampleDocument('minamo-form4', { newId, now: Date.now(), author });
  const value = document.assessment.values['I.1.m2'];
  const text = (typeof value === 'string' ? value : '').slice(0, TYPED);
  const history = Array.from({ length: steps }, (_, at) => ({
    seq: at + 1,
    at: 1_700_000_000_000 + at * 60_000,
    author,
    edit: setEdit('I.1.m2', text, `${text}${String(at)}`),
    label: 'bench',
  }));
  const grown = { ...document, history };
  return size === undefined ? grown : filledUp(grown, size);
}

async function filledUp(document: HyokaDocument, size: number): Promise<HyokaDocument> {
  const rest = size - (await fileSize(document));
  if (rest < 0) throw new Error('the document is larger than it may be');
  return { ...document, attachments: [...document.attachments, picture(1, rest)] };
}

async function fileSize(document: HyokaDocument): Promise<number> {
  const database = sqlCodec(await sqlite()).create(document);
  const { length } = database.export(newStamp());
  database.close();
  return length;
}

/** A picture of so many bytes, which no reader looks into. */
export function picture(number: number, size: number): AttachedFile {
  const bytes = new Uint8Array(randomBytes(size));
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { hash, mime: 'image/png', name: `図${String(number)}.png`, bytes };
}
