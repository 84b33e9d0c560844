import { expect, test } from '@playwright/test';
import { withHost } from '../harness/host';

const NAMES = [
  'form3',
  'form4',
  'filled form2',
  'filled form3',
  'filled form4',
  'odd filled form2',
  'odd filled form3',
  'odd filled form4',
  'long form3',
  'long form4',
  '000',
  '002',
  '003',
] as const;

for (const name of NAMES)
  test(`${name}: the PDF that we write is imported again without a fault`, async () => {
    test.setTimeout(180_000);
    const faults = await withHost((app) =>
      app.evaluate(async (_electron, wanted) => {
        const sheet = globalThis.host.sheetOf(wanted);
        if (!sheet) return undefined;
        const pdf = await globalThis.host.printToPdf({ html: sheet.html });
        return globalThis.host.faultsOf(wanted, pdf);
      }, name),
    );
    test.skip(!faults, 'published assessments (../shared/truth) are not here');
    expect(faults).toEqual([]);
  });
