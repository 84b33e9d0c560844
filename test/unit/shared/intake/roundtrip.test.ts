import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { itemsOf } from '../../../../shared/assessment/items';
import type { Assessment } from '../../../../shared/assessment/types';
import { FORM_IDS, formOf } from '../../../../shared/forms/catalog';
import { indexOf } from '../../../../shared/forms/lookup';
import { readSource } from '../../../../shared/intake/readers/read';
import { recognise } from '../../../../shared/intake/recognise/recognise';
import { publish } from '../../../../shared/publish';
import { itemIdOf } from '../../../../shared/assessment/path';
import { anyAssessment } from '../assessment/arbitrary';
import { CONTEXT } from './readers/office';
import { type Difference, differences } from './recognise/compared';
import { filledAssessment } from './recognise/filled';

// Whole documents by the dozen; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

/** What comes back when the assessment is published in the format and read again. */
async function lost(
  assessment: Assessment,
  format: 'docx' | 'xlsx' | 'html',
): Promise<readonly Difference[]> {
  const reading = await readSource(await publish(assessment, format), `みなも市.${format}`, CONTEXT);
  if (!reading.ok) throw new Error(reading.error.code);
  const read = recognise(reading.document);
  expect(read.leftover).toEqual([]);
  return differences(itemsOf(assessment), read);
}

/** Without values at places where the form prints its own text. */
function printable(assessment: Assessment): Assessment {
  const { byId } = indexOf(formOf(assessment.form, assessment.edition));
  const values = Object.entries(assessment.values).filter(
    ([path]) => byId.get(itemIdOf(path))?.item.fixed !== true,
  );
  return { ...assessment, values: Object.fromEntries(values) };
}

describe.each(['docx', 'xlsx', 'html'] as const)('what we publish as %s comes back', (format) => {
  it.each(FORM_IDS)('%s, every item answered', async (id) => {
    const assessment = filledAssessment(formOf(id), 21, { files: 3, entries: 3, rows: 12 });
    expect(await lost(assessment, format)).toEqual([]);
  });

  it('whatever the assessment', async () => {
    await fc.assert(
      fc.asyncProperty(anyAssessment, async (assessment) => {
        expect(await lost(printable(assessment), format)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
