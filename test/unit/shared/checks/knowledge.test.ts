import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../../../shared/checks/check';
import { builtInKnowledge, knowledgeText, readKnowledge } from '../../../../shared/checks/facts/knowledge';
import { placesOfKnowledge } from '../../../../shared/checks/facts/places';
import { factsSchema } from '../../../../shared/checks/facts/schema';
import { documentOf } from './caseInput';

describe('the facts of the program', () => {
  test('fit their schema', () => {
    expect(factsSchema.safeParse(builtInKnowledge.facts).error).toBeUndefined();
  });

  test('have every id of a wording once, and no number of the old table twice', () => {
    const { wordings, renumbered } = builtInKnowledge.facts.stale;
    expect(new Set(wordings.map(({ id }) => id)).size).toBe(wordings.length);
    expect(new Set(renumbered.items.map(({ old }) => old)).size).toBe(renumbered.items.length);
  });

  test('know the municipalities, with the wards of 浜松市 as they are today', () => {
    const { municipalities, prefectures } = placesOfKnowledge(builtInKnowledge);
    expect(prefectures.size).toBe(47);
    expect(municipalities.size).toBeGreaterThan(1600);
    expect([...municipalities.keys()]).toContain('浜松市浜名区');
    expect([...municipalities.keys()]).not.toContain('浜松市浜北区');
  });
});

describe('a 知識データ file', () => {
  const newer = { ...builtInKnowledge, date: '2027-04-01' };
  const refusalOf = (text: string, inUse = builtInKnowledge) => {
    const read = readKnowledge(text, inUse);
    return read.ok ? undefined : read.refusal;
  };

  test('is read back as it was written', () => {
    expect(readKnowledge(knowledgeText(newer), builtInKnowledge)).toEqual({ ok: true, knowledge: newer });
    expect(readKnowledge(`\ufeff${knowledgeText(newer)}`, builtInKnowledge).ok).toBe(true);
  });

  test('is refused when it is broken, with the place', () => {
    expect(refusalOf('{')).toEqual({ kind: 'broken', where: '' });
    const wrong = knowledgeText(newer).replace('"severity": "error"', '"severity": "fatal"');
    expect(refusalOf(wrong)).toMatchObject({
      kind: 'broken',
      where: expect.stringContaining('facts.stale.wordings') as string,
    });
    const endless = knowledgeText(newer).replace('"pattern": "懲役"', '"pattern": "(a+)+"');
    expect(refusalOf(endless)).toMatchObject({ kind: 'broken' });
  });

  test('is refused when it is older than the one in use, or of a newer format', () => {
    expect(refusalOf(knowledgeText(builtInKnowledge), newer)).toEqual({
      kind: 'older',
      date: builtInKnowledge.date,
      inUse: '2027-04-01',
    });
    const future = knowledgeText(newer).replace('"formatVersion": 1', '"formatVersion": 2');
    expect(refusalOf(future)).toEqual({ kind: 'newerFormat', formatVersion: 2 });
  });

  test('takes the place of the facts of the program', () => {
    const { stale } = builtInKnowledge.facts;
    const wording = {
      id: 'x1',
      pattern: '旧支所',
      today: '市民センター',
      since: 20270401,
      severity: 'warning',
      source: '組織改正',
      certainty: 'sure',
    } as const;
    const knowledge = {
      ...newer,
      facts: { ...builtInKnowledge.facts, stale: { ...stale, wordings: [wording] } },
    };
    const assessment = documentOf('form4', { 'I.1.m2': '旧支所で受け付ける。通知カードを用いる。' });
    const found = (referenceDate: number) =>
      checkDocument({ assessment, referenceDate, knowledge })
        .findings.filter(({ rule }) => rule === 'stale-any')
        .map(({ params }) => params.found);
    expect(found(20270401)).toEqual(['旧支所']);
    expect(found(20270331)).toEqual([]);
  });
});
