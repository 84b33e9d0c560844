import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assessment, ImageRef } from '../../../../shared/assessment/types';
import { emptyAssessment } from '../../../../shared/assessment/create';
import { applyEdit, setValue } from '../../../../shared/assessment/edit';
import { leavesOf, outline } from '../../../../shared/assessment/walk';
import { FORM_IDS, formOf } from '../../../../shared/forms/catalog';
import { publish } from '../../../../shared/publish';
import { anyAssessment, counter } from '../assessment/arbitrary';
import { cleaned } from './publications';
import { all, unpack } from './ooxml/package';
import { problemsOf } from './ooxml/validate';

/** The smallest PNG: one pixel. */
const PIXEL = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

const image = (hash: string): ImageRef => ({
  hash: hash.repeat(64),
  mime: 'image/png',
  name: 'フロー図.png',
  width: 1600,
  height: 900,
  alt: '事務の流れ <1> "&"',
});

function withPictures(): Assessment {
  const base = emptyAssessment(formOf('form4'), counter());
  return applyEdit(base, setValue(base, 'annex1.diagram', { images: [image('a'), image('b'), image('a')] }));
}

const FORMATS = ['docx', 'xlsx'] as const;

describe.each(FORMATS)('%s', (format) => {
  test.each(FORM_IDS)('a blank %s is a sound package', async (id) => {
    expect(problemsOf(await publish(emptyAssessment(formOf(id), counter()), format))).toEqual([]);
  });

  test('any assessment makes a sound package, the same one each time', async () => {
    await fc.assert(
      fc.asyncProperty(anyAssessment, async (assessment) => {
        const bytes = await publish(assessment, format);
        expect(problemsOf(bytes)).toEqual([]);
        expect(await publish(assessment, format)).toEqual(bytes);
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  test('pictures stand in the package once, with their description', async () => {
    const bytes = await publish(withPictures(), format, { pictures: () => cleaned(PIXEL) });
    expect(problemsOf(bytes)).toEqual([]);
    const media = Object.keys(unpack(bytes).files).filter((path) => path.includes('/media/'));
    expect(media.map((path) => path.split('/').at(-1))).toEqual(['image1.png', 'image2.png']);
  });

  test('any character, however strange, leaves the package sound and the others unharmed', async () => {
    const strange =
      '\u0000\u0008\u000b\u001f\ud800x\udfff\ufffe\uffff\r\n\t_x0041_]]>&amp;<w:t>外字\ue000𠮷葛󠄀か\u3099\u200b\u202e';
    const form = formOf('form3');
    const base = emptyAssessment(form, counter());
    const texts = leavesOf(outline(form, base)).filter(({ item }) =>
      ['text', 'longtext', 'date'].includes(item.type),
    );
    const filled = texts.reduce((sum, { path }) => applyEdit(sum, setValue(sum, path, strange)), base);
    const bytes = await publish(filled, format);
    expect(problemsOf(bytes)).toEqual([]);
    const opened = unpack(bytes);
    const text =
      format === 'docx'
        ? opened.part('word/document.xml').text
        : opened.part('xl/worksheets/sheet3.xml').text;
    expect(text).toContain('外字\ue000𠮷葛󠄀か\u3099\u200b\u202e');
  });

  test('very long words and texts are kept whole', async () => {
    const base = emptyAssessment(formOf('form2'), counter());
    const long = `https://example.jp/${'あ'.repeat(40_000)}\n${'𠮷'.repeat(20_000)}`;
    const bytes = await publish(applyEdit(base, setValue(base, 'I.1.m2', long)), format);
    expect(problemsOf(bytes)).toEqual([]);
    const opened = unpack(bytes);
    const parts = Object.keys(opened.files).filter((path) => /document\.xml$|sheet\d+\.xml$/.test(path));
    const text = parts.map((path) => opened.part(path).text).join('');
    expect(text.replaceAll('\n', '')).toContain(long.replaceAll('\n', ''));
  });
});

describe('xlsx', () => {
  test('text that begins as a formula stays text', async () => {
    const base = emptyAssessment(formOf('form2'), counter());
    const bytes = await publish(
      applyEdit(base, setValue(base, 'I.1.m1', '=HYPERLINK("http://example.jp")')),
      'xlsx',
    );
    const sheet = unpack(bytes).part('xl/worksheets/sheet2.xml');
    const cell = all(sheet, 'c').find((one) => one.text.startsWith('=HYPERLINK'));
    expect(cell?.attributes.t).toBe('inlineStr');
    expect(all(sheet, 'f')).toEqual([]);
  });

  test('a choice has a drop-down list of its official options', async () => {
    const opened = unpack(await publish(emptyAssessment(formOf('form2'), counter()), 'xlsx'));
    const sheet = opened.part('xl/worksheets/sheet2.xml');
    expect(all(sheet, 'formula1').map((one) => one.text)).toEqual(['選択肢!$A$1:$A$3']);
    const options = all(opened.part('xl/worksheets/sheet7.xml'), 'c').filter((one) =>
      /^A[123]$/.test(one.attributes.r ?? ''),
    );
    expect(options.map((one) => one.text)).toEqual(['[　実施する　]', '[　実施しない　]', '[　未定　]']);
  });
});
