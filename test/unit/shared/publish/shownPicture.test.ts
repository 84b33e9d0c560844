import { describe, expect, test } from 'vitest';
import { applyEdit, setValue } from '../../../../shared/assessment/edit';
import { emptyAssessment } from '../../../../shared/assessment/create';
import { formOf } from '../../../../shared/forms/catalog';
import { publish } from '../../../../shared/publish';
import { counter } from '../assessment/arbitrary';
import { photograph } from '../images/photograph';
import { cleaned } from './publications';
import { all, unpack } from './ooxml/package';
import { problemsOf } from './ooxml/validate';

const PIXEL = 9525;

/** The drawing of a photograph of 40 × 30 dots whose reference says this size. */
async function drawn(format: 'docx' | 'xlsx', orientation: number, size: { width: number; height: number }) {
  const base = emptyAssessment(formOf('form4'), counter());
  const image = { hash: 'a'.repeat(64), mime: 'image/jpeg', name: '写真.jpg', alt: '写真', ...size } as const;
  const assessment = applyEdit(base, setValue(base, 'annex1.diagram', { images: [image] }));
  const bytes = await publish(assessment, format, { pictures: () => cleaned(photograph(orientation)) });
  expect(problemsOf(bytes)).toEqual([]);
  const part = unpack(bytes).part(format === 'docx' ? 'word/document.xml' : 'xl/drawings/drawing1.xml');
  const attributes = (name: string) => all(part, name)[0]?.attributes;
  const pixels = (name: string) => {
    const { cx, cy } = attributes(name) ?? {};
    return [Number(cx) / PIXEL, Number(cy) / PIXEL];
  };
  return { transform: attributes('a:xfrm'), dots: pixels('a:ext'), attributes, pixels };
}

describe('a photograph that lies on its side stands upright', () => {
  test.each([
    [6, { width: 30, height: 40 }, { rot: '5400000' }],
    [6, { width: 40, height: 30 }, { rot: '5400000' }],
    [8, { width: 30, height: 40 }, { rot: '16200000' }],
    [7, { width: 30, height: 40 }, { rot: '5400000', flipH: expect.anything() as unknown }],
  ] as const)('orientation %i, reference of %j', async (orientation, size, transform) => {
    const word = await drawn('docx', orientation, size);
    expect(word.transform).toMatchObject(transform);
    expect([word.dots, word.pixels('wp:extent')]).toEqual([
      [40, 30],
      [40, 30],
    ]);
    expect(word.attributes('wp:effectExtent')).toMatchObject({
      t: String(5 * PIXEL),
      b: String(5 * PIXEL),
      l: '0',
    });
    const excel = await drawn('xlsx', orientation, size);
    expect(excel.transform).toMatchObject(transform);
    expect([excel.dots, excel.pixels('xdr:ext')]).toEqual([
      [40, 30],
      [30, 40],
    ]);
  });

  test('one that is upright has no turn', async () => {
    for (const format of ['docx', 'xlsx'] as const)
      expect((await drawn(format, 1, { width: 40, height: 30 })).transform).not.toHaveProperty('rot');
  });
});
