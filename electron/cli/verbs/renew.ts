import { basename, resolve } from 'node:path';
import { toOrdinals } from '../../../shared/assessment/ordinals';
import { formOfAssessment } from '../../../shared/assessment/roles';
import type { Assessment } from '../../../shared/assessment/types';
import { labelPath } from '../../../shared/forms/label';
import { formOf, editionsForNewDocuments } from '../../../shared/forms/catalog';
import { renew, type Renewal } from '../../../shared/ledger/renew';
import { reasonText } from '../../locale';
import { conversionEdge } from '../../office/conversion';
import { newId } from '../../machine/newId';
import { assertMayWrite, assertNotSource, author, writeDocument } from '../output';
import { documentFrom, readAny } from '../source';
import { WrongUsage, type CliTools, type Verb } from '../verb';

/** 今年度版を作る: a new document in the newest edition from last year's file of any kind, which stays as it is. */
export const renewVerb: Verb = {
  name: 'renew',
  files: 1,
  options: ['output', 'overwrite', 'edition', 'json'],
  required: ['output'],
  async run({ files: [path = ''], text, overwrite, json }, tools) {
    const output = text('output') ?? '';
    await assertNotSource(output, path);
    await assertMayWrite(output, overwrite);
    const source = documentFrom(await readAny(path, tools), tools.now());
    const { form } = source.assessment;
    const edition = text('edition') ?? editionsForNewDocuments(form)[0] ?? '';
    if (!editionsForNewDocuments(form).includes(edition)) throw new WrongUsage();
    const { language, now } = tools;
    const name = basename(path);
    const edge = conversionEdge(source, { language, name, newId, at: now(), author: author() });
    const renewal = renew(source, formOf(form, edition), edge);
    await writeDocument(output, renewal.document);
    reportRenewal(renewal, resolve(output), json, tools);
  },
};

function reportRenewal(renewal: Renewal, path: string, json: boolean, { print, report, language }: CliTools) {
  const { carried, fresh, look, unplaced, document } = renewal;
  const { assessment } = document;
  const looked = look.map((item) => ({
    ...placed(assessment, item.path),
    why: reasonText(language, item.reason),
    code: item.reason.code,
  }));
  const added = fresh.map((at) => placed(assessment, at));
  if (json) {
    print(JSON.stringify({ path, carried, unplaced, new: added, look: looked }));
    return;
  }
  report('renewed', { carried, fresh: fresh.length, look: look.length, unplaced: unplaced.length });
  for (const { label } of added) print(`+ ${label}`);
  for (const { label, why } of looked) print(`- ${label}: ${why}`);
}

/** The path in ordinals and the official wording of an item. */
function placed(assessment: Assessment, at: string) {
  const path = toOrdinals(assessment, at);
  return { path, label: labelPath(formOfAssessment(assessment), path) ?? path };
}
