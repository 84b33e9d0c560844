import { basename, resolve } from 'node:path';
import { toOrdinals } from '../../../shared/assessment/ordinals';
import { formOfAssessment } from '../../../shared/assessment/roles';
import { Failure } from '../../../shared/commands/failure';
import { labelPath } from '../../../shared/forms/label';
import { pairOf } from '../../../shared/ledger/pair';
import { reasonText } from '../../locale';
import { conversionEdge } from '../../office/conversion';
import { newId } from '../../machine/newId';
import { assertMayWrite, assertNotSource, author, writeDocument } from '../output';
import { documentFrom, readAny } from '../source';
import type { Verb } from '../verb';

/** 様式２ of a 様式３ or 様式４, which stays as it is. */
export const pairVerb: Verb = {
  name: 'pair',
  files: 1,
  options: ['output', 'overwrite', 'json'],
  required: ['output'],
  async run({ files: [path = ''], text, overwrite, json }, tools) {
    const output = text('output') ?? '';
    await assertNotSource(output, path);
    await assertMayWrite(output, overwrite);
    const source = documentFrom(await readAny(path, tools), tools.now());
    if (source.assessment.form === 'form2') throw new Failure('pairOfBasic', { name: basename(path) });
    const { language, now, print, report } = tools;
    const edge = conversionEdge(source, { language, newId, at: now(), author: author() });
    const { document, blank } = pairOf(source, undefined, edge);
    await writeDocument(output, document);
    const { assessment } = document;
    const place = (at: string) => {
      const ordinal = toOrdinals(assessment, at);
      return { path: ordinal, label: labelPath(formOfAssessment(assessment), ordinal) ?? ordinal };
    };
    const marks = document.review.map(({ path: at, reason }) => ({
      code: reason.code,
      ...place(at),
      message: reasonText(language, reason),
    }));
    const blanks = blank.map((at) => ({ code: 'blank', ...place(at) }));
    if (json) print(JSON.stringify({ path: resolve(output), notices: [...marks, ...blanks] }));
    else {
      report('paired', { blank: blanks.length, review: marks.length });
      for (const { label } of blanks) print(`- ${label}`);
      for (const { label, message } of marks) print(`- ${label}: ${message}`);
    }
  },
};
