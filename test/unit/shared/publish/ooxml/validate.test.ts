import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { emptyAssessment } from '../../../../../shared/assessment/create';
import { formOf } from '../../../../../shared/forms/catalog';
import { publish } from '../../../../../shared/publish';
import { counter } from '../../assessment/arbitrary';
import { problemsOf } from './validate';

/** A sound file with one part spoilt. */
async function spoilt(
  format: 'docx' | 'xlsx',
  path: string,
  from: string | RegExp,
  to: string,
): Promise<Uint8Array> {
  const files = unzipSync(await publish(emptyAssessment(formOf('form2'), counter()), format));
  const before = strFromU8(files[path] ?? new Uint8Array());
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  return zipSync({ ...files, [path]: strToU8(after) });
}

describe('the check of packages finds', () => {
  test.each([
    ['docx', 'word/document.xml', /(<w:tcW [^>]*>)(<w:gridSpan [^>]*>)/, '$2$1', 'order in w:tcPr'],
    ['docx', 'word/document.xml', '<w:gridSpan w:val="4"/>', '<w:gridSpan w:val="3"/>', 'columns'],
    ['docx', 'word/document.xml', 'w:val="FormLabel"', 'w:val="Lost"', 'unknown style Lost'],
    ['docx', 'word/document.xml', /r:id="rId\d+"/, 'r:id="rIdLost"', 'relationship rIdLost'],
    ['docx', 'word/_rels/document.xml.rels', 'styles.xml', 'lost.xml', 'missing word/lost.xml'],
    ['docx', '[Content_Types].xml', '/word/styles.xml', '/word/stiles.xml', 'missing part'],
    [
      'xlsx',
      'xl/worksheets/sheet2.xml',
      /(<mergeCells.*<\/mergeCells>)(<dataValidations.*<\/dataValidations>)/,
      '$2$1',
      'order in worksheet',
    ],
    ['xlsx', 'xl/worksheets/sheet2.xml', /count="\d+"/, 'count="1"', 'counts'],
    ['xlsx', 'xl/worksheets/sheet2.xml', '<c r="A1"', '<c r="C1"', 'cells out of order'],
    [
      'xlsx',
      'xl/worksheets/sheet2.xml',
      't="inlineStr"><is><t xml:space="preserve">',
      '><f>1+1</f><is><t>',
      'a formula',
    ],
    ['xlsx', 'xl/styles.xml', 'fontId="1"', 'fontId="99"', 'a format with font 99'],
  ] as const)('%s %s: %s → %s', async (format, path, from, to, problem) => {
    expect(problemsOf(await spoilt(format, path, from, to)).join('\n')).toContain(problem);
  });
});
