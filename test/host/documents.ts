import { readFileSync } from 'node:fs';
import type { Sample } from '../../electron/documents/samples';
import { assessmentFrom, type OrdinalItem } from '../../shared/assessment/fromItems';
import type { Assessment } from '../../shared/assessment/types';
import { formOf } from '../../shared/forms/catalog';
import { writeHtml } from '../../shared/publish/html/write';
import { printDocument } from '../../shared/publish/model/document';
import { documentLines } from '../../shared/publish/model/runs';
import { hasTruth, truthDocument } from '../accuracy/truth';
import { counter } from '../unit/shared/assessment/arbitrary';

/** A document as the page that is printed, and what must be read out of the PDF. */
export interface Sheet {
  readonly html: string;
  /** All text in the order of the form. */
  readonly lines: readonly string[];
  readonly headings: number;
}

/** `form3`, `form4`: the samples; `000` …: published assessments. Undefined where one is not on this machine. */
export function sheetOf(name: string): Sheet | undefined {
  const assessment = documentOf(name);
  if (!assessment) return undefined;
  const print = printDocument(assessment);
  const blocks = print.sections.flatMap((section) => section.blocks);
  return {
    html: writeHtml(print, { fonts: (file) => `/resources/fonts/${file}` }),
    lines: documentLines(print),
    headings: blocks.filter(({ kind }) => kind === 'heading').length,
  };
}

function documentOf(name: string): Assessment | undefined {
  if (name.startsWith('form')) return sampleDocument(name);
  return hasTruth(name) ? truthDocument(name) : undefined;
}

function sampleDocument(form: string): Assessment {
  const sample = JSON.parse(readFileSync(`resources/samples/minamo-${form}.json`, 'utf8')) as Sample;
  const items = sample.items as readonly OrdinalItem[];
  return assessmentFrom(formOf(sample.form, sample.edition), items, counter('s'));
}
