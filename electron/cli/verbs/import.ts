import { itemsOf } from '../../../shared/assessment/items';
import type { RecognisedItem, Recognition } from '../../../shared/intake/result';
import { basename } from 'node:path';
import { assertMayWrite, writeDocument } from '../output';
import { documentFrom, readAny, type Source } from '../source';
import type { Verb } from '../verb';

/** Any file as an assessment: printed as JSON, written as a `.hyoka` file, or both. */
export const importVerb: Verb = {
  name: 'import',
  files: 1,
  options: ['output', 'overwrite', 'json'],
  required: [],
  async run({ files: [path = ''], text, json, overwrite }, tools) {
    const { print, report, now } = tools;
    const output = text('output');
    if (output !== undefined) await assertMayWrite(output, overwrite);
    const source = await readAny(path, tools);
    if (output !== undefined) await writeDocument(output, documentFrom(source, now()));
    const summary = reportOf(source, path);
    if (json) print(JSON.stringify(summary));
    else report(output === undefined ? 'readOnly' : 'imported', countsOf(summary));
  },
};

interface ImportReport {
  readonly source: Recognition['source'];
  readonly form: string;
  readonly edition: string;
  readonly items: readonly Pick<RecognisedItem, 'path' | 'status' | 'value' | 'reason' | 'where'>[];
  readonly leftover: Recognition['leftover'];
}

/** What `--json` prints. Of our own file every value is certain. */
function reportOf(source: Source, path: string): ImportReport {
  if (source.kind === 'recognised') {
    const { recognition } = source;
    const items = recognition.items.map(({ candidates: _chosenOnScreen, ...item }) => item);
    const { form, edition, leftover } = recognition;
    return { source: recognition.source, form, edition, items, leftover };
  }
  const { assessment, leftover } = source.document;
  return {
    source: { name: basename(path), format: 'hyoka' },
    form: assessment.form,
    edition: assessment.edition,
    items: itemsOf(assessment).map(({ path: at, value }) => ({ path: at, status: 'filled', value })),
    leftover: leftover
      .filter(({ state }) => state === 'open')
      .map(({ where, heading, text }) => ({
        where,
        text: heading === undefined ? text : `${heading}\n${text}`,
      })),
  };
}

function countsOf({ items, leftover }: ImportReport): Record<string, number> {
  const count = (status: string) => items.filter((item) => item.status === status).length;
  return { filled: count('filled'), review: count('review'), leftover: leftover.length };
}
