import { basename, resolve } from 'node:path';
import type { Comment, HyokaDocument } from '../../../shared/assessment/document';
import { Failure } from '../../../shared/commands/failure';
import { rescueDocument } from '../../database/format';
import { realFileSystem } from '../../machine/realFileSystem';
import { damageReport } from '../../store/damageReport';
import { rescueNote, rescueSummary } from '../../rescue/summary';
import { readDamagedBytes } from '../../store/readDamaged';
import { assertMayWrite, assertNotSource, author, writeDocument } from '../output';
import type { Verb } from '../verb';
import { newId } from '../../machine/newId';

/** What is whole in a damaged document, as a new one with a comment that says what is missing. The file itself is only read. */
export const rescueVerb: Verb = {
  name: 'rescue',
  files: 1,
  options: ['output', 'overwrite', 'json'],
  required: ['output'],
  async run({ files: [path = ''], text, overwrite, json }, { print, printError, language, now }) {
    const output = text('output') ?? '';
    await assertNotSource(output, path);
    await assertMayWrite(output, overwrite);
    const rescued = rescueDocument(await readDamagedBytes(realFileSystem, resolve(path)));
    if (!rescued) throw new Failure('rescueNothing', { name: basename(path) });
    const summary = rescueSummary(damageReport(rescued), language);
    await writeDocument(
      output,
      withNote(rescued.document, rescueNote(basename(path), summary, language), now()),
    );
    if (json) print(JSON.stringify({ path: resolve(output), ...rescued.report }));
    else printError(summary);
  },
};

function withNote(document: HyokaDocument, text: string, at: number): HyokaDocument {
  const note: Comment = { id: newId(), text, at, author: author() };
  return { ...document, comments: [...document.comments, note] };
}
