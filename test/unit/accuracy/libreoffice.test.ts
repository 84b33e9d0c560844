import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Assessment } from '../../../shared/assessment/types';
import { assessmentFrom } from '../../../shared/assessment/fromItems';
import { compare } from '../../../shared/compare/compare';
import { redline } from '../../../shared/compare/print/redline';
import { formOf } from '../../../shared/forms/catalog';
import { publish } from '../../../shared/publish';
import { writeDocx } from '../../../shared/publish/docx/write';
import { previousOf, type Sample } from '../../../electron/documents/samples';
import { hasLibreOffice, settledByLibreOffice } from '../../accuracy/libreoffice/tracked';
import { counter } from '../shared/assessment/arbitrary';
import { longText } from '../shared/publish/longLines';
import { longAssessment } from '../shared/publish/longTexts';

const sample = JSON.parse(readFileSync('resources/samples/minamo-form3.json', 'utf8')) as Sample;

it.skipIf(!hasLibreOffice())(
  'LibreOffice accepts and rejects the tracked changes of the sample',
  { timeout: 300_000 },
  async () => {
    const form = formOf(sample.form, sample.edition);
    const after = assessmentFrom(form, sample.items as Parameters<typeof assessmentFrom>[1], counter('a'));
    const before = previousOf(sample, counter('b'));
    await expectSettled(before, after);
  },
);

it.skipIf(!hasLibreOffice())(
  'LibreOffice accepts and rejects tracked changes of texts that the end of a page may break',
  { timeout: 300_000 },
  async () => {
    const now = longAssessment('form3');
    await expectSettled(yearBefore(now), now);
  },
);

/** Accepted, the tracked changes give the new document; rejected, the old one. */
async function expectSettled(before: Assessment, after: Assessment): Promise<void> {
  const bytes = await writeDocx(redline(compare(before, after)), {
    author: '市民課',
    date: '2026-04-01T09:00:00Z',
  });
  for (const [how, document] of [
    ['accept', after],
    ['reject', before],
  ] as const)
    expect(settledByLibreOffice(bytes, how)).toEqual(
      settledByLibreOffice(await publish(document, 'docx'), 'none'),
    );
}

/** Long texts that were short, short ones that were long, some that were not there, some without a line here and there. */
function yearBefore(now: Assessment): Assessment {
  const values = Object.entries(now.values).flatMap(([path, value], at): [string, typeof value][] => {
    if (typeof value !== 'string' || !value.includes('\n')) return [[path, value]];
    const lines = value.split('\n');
    if (at % 5 === 0) return [[path, lines.length > 20 ? '一行だけ書いた。' : longText(path)]];
    if (at % 5 === 1) return [];
    return [[path, at % 5 === 2 ? lines.filter((_, nth) => nth % 7 !== 3).join('\n') : value]];
  });
  return { ...now, values: Object.fromEntries(values) };
}
