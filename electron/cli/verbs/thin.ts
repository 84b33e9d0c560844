import { basename, dirname, resolve } from 'node:path';
import { thinHistory } from '../../../shared/assessment/thinHistory';
import { Failure } from '../../../shared/commands/failure';
import { assertMayWrite, assertNotSource, writeDocument } from '../output';
import { readAny } from '../source';
import type { Verb } from '../verb';

/** A document with less history, in a file of another name: see `thinHistory` for what is kept. */
export const thinVerb: Verb = {
  name: 'thin',
  files: 1,
  options: ['output', 'overwrite', 'json'],
  required: ['output'],
  async run({ files: [path = ''], text, overwrite, json }, tools) {
    const output = text('output') ?? '';
    await assertNotSource(output, path);
    await assertMayWrite(output, overwrite);
    const source = await readAny(path, tools);
    if (source.kind !== 'document')
      throw new Failure('fileForeign', { name: basename(path), folder: dirname(resolve(path)) });
    const thinned = thinHistory(source.document, tools.now());
    await writeDocument(output, thinned);
    const counts = { before: source.document.history.length, after: thinned.history.length };
    if (json) tools.print(JSON.stringify({ path: resolve(output), ...counts }));
    else tools.report(counts.after < counts.before ? 'thinned' : 'notThinned', counts);
  },
};
