import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import en from '../../../../resources/locales/en/checks.json';
import ja from '../../../../resources/locales/ja/checks.json';
import { applyEdit, setValue } from '../../../../shared/assessment/edit';
import { toOrdinals } from '../../../../shared/assessment/ordinals';
import { check, checkDocument, recheck } from '../../../../shared/checks/check';
import { idWithRole } from '../../../../shared/forms/roles';
import { ROLES } from '../../../../shared/forms/roleNames';
import { rules, rulesNamed } from '../../../../shared/checks/rules';
import { editionsOf, FORM_IDS, formOf } from '../../../../shared/forms/catalog';
import { anyAssessment } from '../assessment/arbitrary';
import { documentOf, TODAY } from './caseInput';

/** Ids that the first version of the 点検 reported. */
const FORMER_IDS = [
  'required',
  'count',
  'exclusive',
  'answeredThoughNot',
  'textWithoutTick',
  'accident',
  'fileName',
  'fileNameNotListed',
  'date',
  'publishedBefore',
  'placeholder',
  'stale',
  'privateUse',
];

describe('the list of rules', () => {
  test('has every id once', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  test('former ids resolve to the rules that took over', () => {
    for (const id of FORMER_IDS) expect(rulesNamed(id), id).not.toEqual([]);
  });

  test('every rule has its sentences and its ground in both languages, and no sentence is without a rule', () => {
    const ids = rules.map(({ id }) => id).sort();
    for (const texts of [ja, en]) {
      expect(Object.keys(texts.rules).sort()).toEqual(ids);
      expect(Object.keys(texts.why).sort()).toEqual(ids);
      const grounds = Object.keys(texts.grounds);
      for (const { id, ground } of rules) expect(grounds, id).toContain(ground);
    }
  });

  test('sentences of both languages use the same values', () => {
    const used = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '');
    for (const [id, sentence] of Object.entries(ja.rules)) {
      const english = new Map(Object.entries(en.rules)).get(id) ?? '';
      expect(
        used(english).every((name) => used(sentence).includes(name)),
        id,
      ).toBe(true);
    }
  });

  test('every role names an item of a form', () => {
    const forms = FORM_IDS.map((id) => formOf(id));
    for (const role of ROLES)
      expect(
        forms.some((form) => idWithRole(form, role) !== undefined),
        role,
      ).toBe(true);
  });
});

describe('the check', () => {
  test('an empty form has nothing to find, in any edition', () => {
    for (const form of FORM_IDS)
      for (const edition of editionsOf(form))
        expect(check(documentOf(form, {}, edition), TODAY), `${form} ${edition}`).toEqual([]);
  });

  test('a part that has just been begun is not asked for the rest', () => {
    const begun = documentOf('form4', { 'cover.name': '国保' });
    expect(check(begun, TODAY)).toEqual([]);
    const whole = checkDocument({ assessment: begun, referenceDate: TODAY, wholeDocument: true });
    expect(whole.findings.map(({ rule }) => rule)).toContain('need-number');
  });

  test('errors of one item precede warnings, items in the order of the paper', () => {
    const document = documentOf('form4', { 'V.1.m1': '係〇〇課●●', 'I.1.m2': '平成33年●●' });
    const found = check(document, TODAY).filter(({ rule }) => /placeholder|era/.test(rule));
    expect(found.map(({ path, severity }) => `${path} ${severity}`)).toEqual([
      'I.1.m2 error',
      'I.1.m2 warning',
      'V.1.m1 error',
      'V.1.m1 warning',
    ]);
  });

  test('rules without their input are listed as not checked', () => {
    const { notChecked } = checkDocument({ assessment: documentOf('form4', {}), referenceDate: TODAY });
    expect(notChecked).toContainEqual({ rule: 'duty-agree-f2', needs: ['partner'] });
    expect(notChecked.every(({ needs }) => needs.length > 0)).toBe(true);
  });

  test('every finding is placed in the document and has a sentence with all its values', () => {
    const sentences = new Map<string, string>(Object.entries(ja.rules));
    fc.assert(
      fc.property(anyAssessment, (assessment) => {
        for (const { rule, path, params } of check(assessment, TODAY)) {
          const wanted = [...(sentences.get(rule) ?? '{{none}}').matchAll(/\{\{(\w+)\}\}/g)];
          for (const [, name = ''] of wanted) expect(Object.keys(params), rule).toContain(name);
          expect(toOrdinals(assessment, path)).not.toMatch(/\[[^\d\]]/);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('after an edit, checking what it touched is checking everything', () => {
    fc.assert(
      fc.property(
        anyAssessment,
        fc.constantFrom('', '●●市の別紙9', '令和1年，第二の', '－'),
        (assessment, text) => {
          const before = checkDocument({ assessment, referenceDate: TODAY });
          for (const { path, item } of before.subject.leaves.filter((_, at) => at % 17 === 0)) {
            if (!['text', 'longtext', 'date'].includes(item.type) || item.fixed) continue;
            const after = applyEdit(assessment, setValue(assessment, path, text));
            const input = { assessment: after, referenceDate: TODAY };
            expect(recheck(before, input, [path]).findings).toEqual(checkDocument(input).findings);
          }
        },
      ),
      { numRuns: 8 },
    );
  });
});
