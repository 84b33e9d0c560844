import { readFileSync } from 'node:fs';
import type { Sample } from '../../electron/documents/samples';
import { assessmentFrom, type OrdinalItem } from '../../shared/assessment/fromItems';
import type { Assessment } from '../../shared/assessment/types';
import { itemsOf } from '../../shared/assessment/items';
import { FORM_IDS, formOf } from '../../shared/forms/catalog';
import { readSource } from '../../shared/intake/readers/read';
import { recognise } from '../../shared/intake/recognise/recognise';
import { writeDocx } from '../../shared/publish/docx/write';
import { writeHtml } from '../../shared/publish/html/write';
import { printDocument } from '../../shared/publish/model/document';
import { splitLongRows } from '../../shared/publish/model/splitLongRows';
import { cellLines, documentLines } from '../../shared/publish/model/runs';
import { writeXlsx } from '../../shared/publish/xlsx/write';
import { hasTruth, truthDocument } from '../accuracy/truth';
import { counter } from '../unit/shared/assessment/arbitrary';
import { CONTEXT } from '../unit/shared/intake/readers/office';
import { differences } from '../unit/shared/intake/recognise/compared';
import { longAssessment } from '../unit/shared/publish/longTexts';
import { PUBLICATIONS, samplePicture } from '../unit/shared/publish/publications';
import { filledAssessment } from '../unit/shared/intake/recognise/filled';
import { withOddCharacters } from './odd';

/** A document as the page that is printed, and what must be read out of the PDF. */
export interface Sheet {
  readonly html: string;
  /** All text in the order of the form. */
  readonly lines: readonly string[];
  readonly headings: number;
}

/** `form3`, `form4`: the samples; `filled form2` …: every item answered; `odd filled form2` …: with characters that are hard to print; `long form3` …: with texts over pages; `000` …: published assessments. Undefined where one is not on this machine. */
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

export const publicationNames = Object.keys(PUBLICATIONS);

/** What stands beside each text that a page may break, by the path of the item. */
export function tornLabels(name: string): Readonly<Record<string, string>> {
  const sections = PUBLICATIONS[name]?.().sections ?? [];
  const tables = sections.flatMap(({ blocks }) => splitLongRows(blocks));
  return Object.fromEntries(
    tables.flatMap((table) => {
      const [head, body] = table.kind === 'table' ? table.rows : [];
      const path = body?.cells.flatMap(({ paths }) => paths ?? [])[0];
      const labels = head?.header ? head.cells.flatMap(cellLines) : [];
      return path === undefined || labels.length === 0 ? [] : [[path, labels.join('')] as const];
    }),
  );
}

/** A kind of publication (`form4 redline`) as its Word, Excel and page. */
export async function publicationFiles(name: string) {
  const print = PUBLICATIONS[name]?.();
  if (!print) throw new Error(`there is no publication ${name}`);
  const tools = { pictures: samplePicture, date: '2025-04-01T09:00:00Z' };
  return {
    title: print.title,
    html: writeHtml(print, { fonts: (file) => `/resources/fonts/${file}`, pictures: samplePicture }),
    docx: await writeDocx(print, tools),
    xlsx: writeXlsx(print, tools),
  };
}

/** What a file of the document says otherwise when it is imported; 未割当 text counts as well. */
export async function faultsOf(name: string, bytes: Uint8Array, type = 'pdf'): Promise<readonly object[]> {
  const assessment = documentOf(name);
  if (!assessment) return [];
  const reading = await readSource(bytes, `${name}.${type}`, CONTEXT);
  if (!reading.ok) return [reading.error];
  const read = recognise(reading.document);
  const left = read.leftover.filter(({ text }) => !pictureTexts(assessment).has(text));
  return [...differences(itemsOf(assessment), read), ...left];
}

/** Pictures are not at hand here: their place is taken by what they show, in words. */
function pictureTexts({ values }: Assessment): ReadonlySet<string> {
  return new Set(
    Object.values(values).flatMap((value) =>
      typeof value === 'object' && 'images' in value ? value.images.map(({ alt }) => alt) : [],
    ),
  );
}

function documentOf(name: string): Assessment | undefined {
  if (name.startsWith('form')) return sampleDocument(name);
  const long = FORM_IDS.find((id) => name === `long ${id}`);
  if (long) return longAssessment(long);
  const filled = FORM_IDS.find((id) => name.endsWith(`filled ${id}`));
  if (filled) {
    const assessment = filledAssessment(formOf(filled), 21, { files: 2, entries: 3, rows: 12 });
    return name.startsWith('odd') ? withOddCharacters(assessment) : assessment;
  }
  return hasTruth(name) ? truthDocument(name) : undefined;
}

function sampleDocument(form: string): Assessment {
  const sample = JSON.parse(readFileSync(`resources/samples/minamo-${form}.json`, 'utf8')) as Sample;
  const items = sample.items as readonly OrdinalItem[];
  return assessmentFrom(formOf(sample.form, sample.edition), items, counter('s'));
}
