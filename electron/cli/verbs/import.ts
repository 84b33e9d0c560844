import { itemsOf } from '../../../shared/assessment/items';
import type { RecognisedItem, Recognition } from '../../../shared/intake/result';
import { basename } from 'node:path';
import { assertMayWrite, writeDocument } from '../output';
import { documentFrom, readAny, type Source } from '../source';
import { noticeReport, type NoticeReport } from '../noticeReport';
import { FORM_IDS } from '../../../shared/forms/catalog';
import type { FormId } from '../../../shared/forms/types';
import { WrongUsage, type CliTools, type Verb } from '../verb';

/** Any file as an assessment: printed as JSON, written as a `.hyoka` file, or both. */
export const importVerb: Verb = {
  name: 'import',
  files: 1,
  options: ['output', 'overwrite', 'json', 'form'],
  required: [],
  async run({ files: [path = ''], text, json, overwrite }, tools) {
    const { print, report, now } = tools;
    const output = text('output');
    if (output !== undefined) await assertMayWrite(output, overwrite);
    const source = await readAny(path, tools, formIn(text('form')));
    if (output !== undefined) await writeDocument(output, documentFrom(source, now()));
    const summary = reportOf(source, path, tools.notice);
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
  readonly notices: readonly NoticeReport[];
}

/** The form that a person insists on. */
function formIn(given: string | undefined): FormId | undefined {
  const form = FORM_IDS.find((id) => id === given);
  if (given !== undefined && form === undefined) throw new WrongUsage();
  return form;
}

/** What `--json` prints. Of our own file every value is certain. */
function reportOf(source: Source, path: string, notice: CliTools['notice']): ImportReport {
  if (source.kind === 'recognised') {
    const { recognition } = source;
    const items = recognition.items.map(({ candidates: _chosenOnScreen, ...item }) => item);
    const { form, edition, leftover } = recognition;
    const notices = recognition.notices.map((found) => noticeReport(found, notice));
    return { source: recognition.source, form, edition, items, leftover, notices };
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
    notices: [],
  };
}

function countsOf({ items, leftover }: ImportReport): Record<string, number> {
  const count = (status: string) => items.filter((item) => item.status === status).length;
  return { filled: count('filled'), review: count('review'), leftover: leftover.length };
}
