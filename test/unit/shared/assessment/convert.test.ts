import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessmentFrom } from '../../../../shared/assessment/fromItems';
import { itemsOf } from '../../../../shared/assessment/items';
import { convertAssessment } from '../../../../shared/assessment/convertAssessment';
import { editionsOf, FORM_IDS, formOf } from '../../../../shared/forms/catalog';
import { findItem, indexOf } from '../../../../shared/forms/lookup';
import { MAPPING_FILES } from '../../../../shared/forms/data';
import { mappingBetween } from '../../../../shared/forms/mapping';
import { anyAssessment, counter } from './arbitrary';

const everyForm = FORM_IDS.flatMap((id) => editionsOf(id).map((edition) => formOf(id, edition)));

describe('mappings', () => {
  it.each(MAPPING_FILES)('$from → $to name items that both forms have', ({ from, to, pairs, gather }) => {
    const known = (form: typeof from, id: string) =>
      findItem(formOf(form), id) !== undefined || formOf(form).sections.some((section) => section.id === id);
    for (const [one, other] of [...Object.entries(pairs), ...Object.entries(gather)]) {
      expect([one, known(from, one)]).toEqual([one, true]);
      expect([other, known(to, other)]).toEqual([other, true]);
    }
  });

  it('join repeated items of both forms to repeated items only', () => {
    for (const { from, to } of MAPPING_FILES) {
      for (const { item } of indexOf(formOf(from)).all) {
        const target = findItem(formOf(to), mappingBetween(from, to).target(item.id) ?? '');
        if (target && item.type === 'repeat')
          expect([item.id, target.item.type]).toEqual([item.id, 'repeat']);
      }
    }
  });
});

describe('carrying over', () => {
  it('to the same form and edition changes nothing', () => {
    fc.assert(
      fc.property(anyAssessment, (assessment) => {
        const { assessment: converted, unconverted } = convertAssessment(
          assessment,
          formOf(assessment.form, assessment.edition),
          counter('n'),
        );
        expect(unconverted).toEqual([]);
        expect(converted.values).toEqual(assessment.values);
        expect(converted.lists).toMatchObject(assessment.lists);
      }),
      { numRuns: 20 },
    );
  });

  it('loses no value: each stands in the new form or is listed', () => {
    fc.assert(
      fc.property(anyAssessment, fc.constantFrom(...everyForm), (assessment, to) => {
        const { assessment: converted, unconverted } = convertAssessment(assessment, to, counter('n'));
        const known = JSON.stringify([converted.values, unconverted.map(({ text }) => text)]);
        for (const [path, value] of Object.entries(assessment.values)) {
          if (path !== 'cover.form_edition' && typeof value === 'string')
            expect(known).toContain(JSON.stringify(value).slice(1, -1));
        }
      }),
      { numRuns: 40 },
    );
  });

  const office = assessmentFrom(
    formOf('form3'),
    [
      { path: 'I.4.basis', value: '番号法第９条第１項' },
      { path: 'I.2.systems[1].m1', value: '住民記録システム' },
      { path: 'I.2.systems[2].m1', value: '宛名システム' },
      { path: 'II[1].4.items[3].m3', value: 'みなも情報株式会社' },
      { path: 'II[1].2.m2', value: '1万人以上10万人未満' },
      { path: 'III[1].8.has', value: { selected: ['自己点検'], texts: {} } },
    ],
    counter(),
  );

  it('puts what 様式３ and 様式４ both ask under the number it has there', () => {
    const { assessment, unconverted } = convertAssessment(office, formOf('form4'), counter('n'));
    expect(itemsOf(assessment).map(({ path, value }) => [path, value])).toEqual([
      ['I.2.systems[1].m1', '住民記録システム'],
      ['I.2.systems[2].m1', '宛名システム'],
      ['I.5.basis', '番号法第９条第１項'],
      ['II[1].2.m2', '1万人以上10万人未満'],
      ['II[1].4.items[3].m6', 'みなも情報株式会社'],
    ]);
    expect(unconverted.map(({ label, text }) => [label, text])).toEqual([
      ['Ⅲ リスク対策　８．監査　実施の有無', '[○] 自己点検'],
    ]);
  });

  it('gathers the systems of 様式３ in the one item of 様式２', () => {
    const { assessment } = convertAssessment(office, formOf('form2'), counter('n'));
    expect(assessment.values['I.1.m3']).toBe('住民記録システム\n宛名システム');
    expect(assessment.lists.files).toBeUndefined();
  });
});
