import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { assessmentFrom } from '../../../shared/assessment/fromItems';
import { compare } from '../../../shared/compare/compare';
import { redline } from '../../../shared/compare/print/redline';
import { formOf } from '../../../shared/forms/catalog';
import { publish } from '../../../shared/publish';
import { writeDocx } from '../../../shared/publish/docx/write';
import { previousOf, type Sample } from '../../../electron/documents/samples';
import { hasLibreOffice, settledByLibreOffice } from '../../accuracy/libreoffice/tracked';
import { counter } from '../shared/assessment/arbitrary';

const sample = JSON.parse(readFileSync('resources/samples/minamo-form3.json', 'utf8')) as Sample;

it.skipIf(!hasLibreOffice())(
  'LibreOffice accepts and rejects the tracked changes of the sample',
  { timeout: 300_000 },
  async () => {
    const form = formOf(sample.form, sample.edition);
    const after = assessmentFrom(form, sample.items as Parameters<typeof assessmentFrom>[1], counter('a'));
    const before = previousOf(sample, counter('b'));
    const bytes = await writeDocx(redline(compare(before, after)), {
      author: '市民課',
      date: '2026-04-01T09:00:00Z',
    });
    expect(settledByLibreOffice(bytes, 'accept')).toEqual(
      settledByLibreOffice(await publish(after, 'docx'), 'none'),
    );
    expect(settledByLibreOffice(bytes, 'reject')).toEqual(
      settledByLibreOffice(await publish(before, 'docx'), 'none'),
    );
  },
);
