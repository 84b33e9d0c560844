import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemsOf } from '../../../../shared/assessment/items';
import { toOrdinals } from '../../../../shared/assessment/ordinals';
import type { Assessment, ImageRef } from '../../../../shared/assessment/types';
import { emptyAssessment } from '../../../../shared/assessment/create';
import { applyEdit, ordinalsOf, setValue } from '../../../../shared/assessment/edit';
import { formOf } from '../../../../shared/forms/catalog';
import { fromBase64, toBase64 } from '../../../../shared/json/base64';
import { type JsonError, readJson } from '../../../../shared/json/read';
import { writeJson } from '../../../../shared/json/write';
import { anyAssessment, counter } from '../assessment/arbitrary';
import { photograph } from '../images/photograph';
import { cleaned } from '../publish/publications';

/** The assessment without the ids of its entries. */
function withoutIds(assessment: Assessment): unknown {
  const { form, edition, slots } = assessment;
  const lists = Object.entries(assessment.lists).map(([list, entries]) => [
    toOrdinals(assessment, list),
    ordinalsOf(entries),
  ]);
  const values = Object.entries(assessment.values).map(([path, value]) => [
    toOrdinals(assessment, path),
    value,
  ]);
  return {
    form,
    edition,
    slots,
    lists: Object.fromEntries(lists) as unknown,
    values: Object.fromEntries(values) as unknown,
  };
}

describe('JSON', () => {
  test('reading what was written gives the same assessment', () => {
    fc.assert(
      fc.property(anyAssessment, (assessment) => {
        const reading = readJson(writeJson(assessment), counter('new'));
        if (!reading.ok) throw new Error(reading.error.kind);
        expect(withoutIds(reading.assessment)).toEqual(withoutIds(assessment));
        expect(itemsOf(reading.assessment)).toEqual(itemsOf(assessment));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('pictures travel with their bytes', () => {
    const image: ImageRef = {
      hash: 'f'.repeat(64),
      mime: 'image/png',
      name: '図.png',
      width: 2,
      height: 1,
      alt: '流れ',
    };
    const base = emptyAssessment(formOf('form4'), counter());
    const bytes = cleaned(photograph(6));
    const written = writeJson(applyEdit(base, setValue(base, 'annex1.diagram', { images: [image] })), {
      pictures: () => bytes,
    });
    const reading = readJson(written, counter());
    expect(reading.ok && reading.pictures).toEqual([
      { hash: image.hash, mime: 'image/png', name: '図.png', bytes },
    ]);
  });

  test.each<[JsonError, string]>([
    [{ kind: 'notOurs' }, '{'],
    [{ kind: 'notOurs' }, '{"format":"other"}'],
    [{ kind: 'notOurs' }, '[1]'],
    [{ kind: 'newer', version: 2 }, JSON.stringify({ ...frame(), version: 2, values: 'in another shape' })],
    [
      { kind: 'unknownEdition', edition: '令和99年1月' },
      JSON.stringify({ ...frame(), edition: '令和99年1月' }),
    ],
    [{ kind: 'damaged' }, JSON.stringify(frame()).slice(0, -9)],
    [{ kind: 'damaged' }, JSON.stringify({ ...frame(), form: 'form9' })],
    [{ kind: 'damaged' }, JSON.stringify({ ...frame(), values: [{ path: 'II[7].1', value: 'x' }] })],
    [{ kind: 'damaged' }, JSON.stringify({ ...frame(), lists: { 'II[2].4.items': [1] } })],
  ])('%j is an answer, not a crash: %s', (error, text) => {
    expect(readJson(text, counter())).toEqual({ ok: false, error });
  });

  test('base64 is its own inverse', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      }),
    );
    expect(fromBase64('あ')).toBeUndefined();
  });
});

function frame(): Record<string, unknown> {
  const form = formOf('form3');
  return {
    format: 'hyokasho-kobo/assessment',
    version: 1,
    form: form.id,
    edition: form.edition,
    slots: {},
    lists: { files: [1] },
    values: [],
  };
}
