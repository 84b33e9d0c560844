import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../../../../shared/assessment/edit';
import { assessmentFrom } from '../../../../../shared/assessment/fromItems';
import { itemsOf } from '../../../../../shared/assessment/items';
import type { Assessment } from '../../../../../shared/assessment/types';
import { compare } from '../../../../../shared/compare/compare';
import { redline } from '../../../../../shared/compare/print/redline';
import { formOf } from '../../../../../shared/forms/catalog';
import { publish } from '../../../../../shared/publish';
import { writeDocx } from '../../../../../shared/publish/docx/write';
import { printDocument } from '../../../../../shared/publish/model/document';
import { anyAssessment, anyEdit, counter } from '../../assessment/arbitrary';
import { all, unpack } from '../../publish/ooxml/package';
import { problemsOf } from '../../publish/ooxml/validate';
import { settled } from './tracked';

const editedPair = fc.tuple(anyAssessment, fc.gen(), fc.nat({ max: 12 })).map(([before, gen, steps]) => {
  let after = before;
  const newId = counter('y');
  for (let step = 0; step < steps; step++) after = applyEdit(after, gen(anyEdit, after, newId));
  return { before, after };
});

const options = { author: '市民課', date: '2026-04-01T09:00:00Z' };
const word = (before: Assessment, after: Assessment, sharedHistory = true) =>
  writeDocx(redline(compare(before, after, { sharedHistory })), options);

describe('見え消し in Word', () => {
  it('is last year’s text when all changes are rejected, this year’s when all are accepted', async () => {
    await fc.assert(
      fc.asyncProperty(editedPair, async ({ before, after }) => {
        const bytes = await word(before, after);
        expect(settled(bytes, 'reject')).toEqual(settled(await publish(before, 'docx'), 'reject'));
        expect(settled(bytes, 'accept')).toEqual(settled(await publish(after, 'docx'), 'accept'));
      }),
      { numRuns: 10 },
    );
  }, 60_000);

  it('is so too for files without a common history', async () => {
    await fc.assert(
      fc.asyncProperty(editedPair, async ({ before, after }) => {
        const other = assessmentFrom(formOf(after.form, after.edition), itemsOf(after), counter('o'));
        const bytes = await word(before, other, false);
        expect(settled(bytes, 'reject')).toEqual(settled(await publish(before, 'docx'), 'reject'));
        expect(settled(bytes, 'accept')).toEqual(settled(await publish(other, 'docx'), 'accept'));
      }),
      { numRuns: 5 },
    );
  }, 60_000);

  it('is a sound package whose changes carry author and date', async () => {
    await fc.assert(
      fc.asyncProperty(editedPair, async ({ before, after }) => {
        const bytes = await word(before, after);
        expect(problemsOf(bytes)).toEqual([]);
        const body = unpack(bytes).part('word/document.xml');
        for (const change of [...all(body, 'w:ins'), ...all(body, 'w:del')])
          expect([change.attributes['w:author'], change.attributes['w:date']]).toEqual([
            options.author,
            options.date,
          ]);
      }),
      { numRuns: 5 },
    );
  }, 60_000);

  it('marks nothing where nothing changed', () => {
    fc.assert(
      fc.property(anyAssessment, (assessment) => {
        expect(redline(compare(assessment, assessment))).toEqual(printDocument(assessment));
      }),
      { numRuns: 5 },
    );
  });
});
