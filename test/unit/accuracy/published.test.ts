import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Sample } from '../../../electron/documents/samples';
import { assessmentFrom, type OrdinalItem } from '../../../shared/assessment/fromItems';
import { itemsOf } from '../../../shared/assessment/items';
import type { Assessment } from '../../../shared/assessment/types';
import { formOf } from '../../../shared/forms/catalog';
import { readSource } from '../../../shared/intake/readers/read';
import { recognise } from '../../../shared/intake/recognise/recognise';
import { publish } from '../../../shared/publish';
import { printDocument } from '../../../shared/publish/model/document';
import { documentLines } from '../../../shared/publish/model/runs';
import type { PrintSection } from '../../../shared/publish/model/types';
import { hasLibreOffice } from '../../accuracy/libreoffice/tracked';
import { convertedByLibreOffice } from '../../accuracy/libreoffice/convert';
import { linesAstray } from '../../accuracy/order';
import { hasTruth, truthDocument } from '../../accuracy/truth';
import { counter } from '../shared/assessment/arbitrary';
import { CONTEXT } from '../shared/intake/readers/office';
import { differences } from '../shared/intake/recognise/compared';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

function sampleDocument(form: string): Assessment {
  const sample = JSON.parse(readFileSync(`resources/samples/minamo-${form}.json`, 'utf8')) as Sample;
  return assessmentFrom(
    formOf(sample.form, sample.edition),
    sample.items as readonly OrdinalItem[],
    counter('s'),
  );
}

const SAMPLES = ['form3', 'form4'];
/** Published assessments lie beside the repository (../shared/truth), where they lie at all. */
const TRUTHS = ['000', '002', '003'];
const NAMES = [...SAMPLES.map((form) => `sample-${form}`), ...TRUTHS.map((name) => `published-${name}`)];

const documents: Readonly<Record<string, Assessment>> = Object.fromEntries([
  ...SAMPLES.map((form) => [`sample-${form}`, sampleDocument(form)] as const),
  ...TRUTHS.filter(hasTruth).map((name) => [`published-${name}`, truthDocument(name)] as const),
]);

/** Every document in a format, by file name. */
async function published(format: 'docx' | 'xlsx'): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for (const [name, assessment] of Object.entries(documents))
    files[`${name}.${format}`] = await publish(assessment, format);
  return files;
}

const TEXT = 'txt:Text (encoded):UTF8';
/** Every sheet in a file of its own, cells parted by tabs. */
const SHEETS = 'csv:Text - txt - csv (StarCalc):9,0,76,1,,0,false,true,false,false,false,-1';
/** Characters of a row: the count below a choice stands in a row of the sheet, behind the options. */
const ONE_ROW = 200;

describe.skipIf(!hasLibreOffice())('LibreOffice reads our files', () => {
  let made: Readonly<Record<string, Uint8Array>> = {};

  beforeAll(async () => {
    const [docx, xlsx] = [await published('docx'), await published('xlsx')];
    const conversions = [
      [docx, TEXT],
      [docx, 'docx'],
      [docx, 'doc:MS Word 97'],
      [xlsx, SHEETS],
      [xlsx, 'xlsx'],
      [xlsx, 'xls:MS Excel 97'],
    ] as const;
    made = Object.fromEntries(
      conversions.flatMap(([files, to]) => Object.entries(convertedByLibreOffice(files, to))),
    );
  });

  const text = (file: string) => new TextDecoder().decode(made[file]);

  describe.each(NAMES)('%s', (name) => {
    const assessment = documents[name];
    const here = it.skipIf(!assessment);
    const print = assessment ? printDocument(assessment) : { sections: [] };
    const linesOf = (sections: readonly PrintSection[]) => documentLines({ sections });

    here('Word: every line in its order', () => {
      expect(linesAstray(linesOf(print.sections), text(`${name}.txt`))).toEqual([]);
    });

    here('Excel: every line of a part on one sheet, in its order', () => {
      const sheets = Object.keys(made).filter((file) => file.startsWith(`${name}-`));
      for (const section of print.sections) {
        const astray = sheets.map((file) => linesAstray(linesOf([section]), text(file), ONE_ROW));
        expect(astray.sort((a, b) => a.length - b.length)[0]).toEqual([]);
      }
    });

    here.each(['docx', 'doc', 'xlsx', 'xls'])('%s that it wrote anew comes back whole', async (format) => {
      const file = `${name}.${format}`;
      const reading = await readSource(made[file] ?? new Uint8Array(), file, CONTEXT);
      if (!reading.ok) throw new Error(reading.error.code);
      const read = recognise(reading.document);
      expect(read.leftover).toEqual([]);
      expect(differences(assessment ? itemsOf(assessment) : [], read)).toEqual([]);
    });
  });
});
