import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sampleDocument, samples } from '../../../../electron/documents/samples';
import { emptyAssessment } from '../../../../shared/assessment/create';
import { transition } from '../../../../shared/assessment/transition';
import { faultOf } from '../../../../shared/assessment/validate';
import { leavesOf, outline } from '../../../../shared/assessment/walk';
import { check } from '../../../../shared/checks/check';
import { compareReport } from '../../../../shared/compare/report';
import { formOf } from '../../../../shared/forms/catalog';
import { applies } from '../../../../shared/assessment/conditions';
import { counter } from '../../shared/assessment/arbitrary';
import { writer } from './harness';

const edge = { newId: counter('s'), now: 1, author: writer };
const all = await Promise.all((await samples()).map(({ id }) => sampleDocument(id, edge)));

describe('the samples', () => {
  it('are one of 様式3 and one of 様式4', async () => {
    expect((await samples()).map(({ form }) => form)).toEqual(['form3', 'form4']);
  });

  describe.each(all.map(({ title, document }) => ({ title, document })))('$title', ({ document }) => {
    const { assessment, revisions, attachments } = document;
    const form = formOf(assessment.form, assessment.edition);

    it('hold only values that the form allows', () => {
      for (const state of [assessment, ...revisions.map((revision) => revision.assessment)]) {
        const way = transition(emptyAssessment(form, counter('z')), state);
        expect(way && faultOf(emptyAssessment(form, counter('z')), way)).toBeUndefined();
      }
    });

    it('leave no item blank that applies, other than what only few must write', () => {
      const blank = leavesOf(outline(form, assessment))
        .filter(({ path, item }) => !item.fixed && assessment.values[path] === undefined)
        .filter(({ path }) => applies(form, assessment, path).holds === 'yes')
        .map(({ item }) => item.id);
      expect([...new Set(blank)].filter((id) => !mayBeBlank.some((known) => id.endsWith(known)))).toEqual([]);
    });

    it('pass the 点検 without an error', () => {
      expect(check(assessment, 20_260_701).filter(({ severity }) => severity === 'error')).toEqual([]);
    });

    it('differ from the year before in something to show', () => {
      const [before] = revisions;
      const { differences, rows } = compareReport(before?.assessment ?? assessment, assessment);
      expect(differences.length).toBeGreaterThan(8);
      expect(rows.length).toBeGreaterThan(5);
      expect(new Set(differences.map(({ kind }) => kind))).toContain('added');
    });

    it('carry the bytes of their pictures', () => {
      const shown = Object.values(assessment.values).flatMap((value) =>
        typeof value === 'object' && 'images' in value ? value.images : [],
      );
      expect(shown.map(({ hash }) => hash)).toEqual(attachments.map(({ hash }) => hash));
      for (const { bytes, hash } of attachments)
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
    });
  });
});

/** 承認 is for 行政機関等; what follows an answer that was not given; a table of 委託 without 再委託. */
const mayBeBlank = [
  'approval_date',
  'VI.4.m1',
  'VI.4.m2',
  're.m5',
  're.m6',
  're.m8',
  're.m9',
  'm9.detail',
  'm9.prevention',
  'm2.detail',
  'm2.prevention',
  '.none',
  '.no_get',
  '.no_give',
];
