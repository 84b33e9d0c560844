import { beforeAll, describe, expect, it, vi } from 'vitest';
import { itemsOf } from '../../../shared/assessment/items';
import { editionsOf, FORM_IDS, formOf } from '../../../shared/forms/catalog';
import { readSource } from '../../../shared/intake/readers/read';
import { recognise } from '../../../shared/intake/recognise/recognise';
import { convertedByLibreOffice } from '../../accuracy/libreoffice/convert';
import { hasLibreOffice } from '../../accuracy/libreoffice/tracked';
import { officeAssessment } from '../../accuracy/ocr/office';
import { printed } from '../../accuracy/ocr/printed';
import { tally, type Tally, type Wanted } from '../../accuracy/score';
import { hasChromium, printedByChromium } from '../../accuracy/sheets/files';
import { sheetHtml } from '../../accuracy/sheets/html';
import { anyMake, type SheetMake, USUAL } from '../../accuracy/sheets/make';
import { CONTEXT } from '../shared/intake/readers/office';
import { dice } from '../shared/intake/recognise/filled';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

/** Each form as most sheets look, and twice as some office sets it. */
const MAKES: readonly ((seed: number) => SheetMake)[] = [
  () => USUAL,
  (seed) => ({ ...anyMake(dice(seed)), ruled: true }),
  (seed) => ({ ...anyMake(dice(seed * 31)), ruled: true, numbered: true }),
];

const SHEETS = FORM_IDS.flatMap((id, nth) => MAKES.map((make, at) => sheet(id, nth * 10 + at + 1, make)));
/** Labels and values side by side without any line. */
const UNFRAMED = sheet('form3', 77, () => ({ ...USUAL, ruled: false, shaded: false }));

function sheet(id: (typeof FORM_IDS)[number], seed: number, make: (seed: number) => SheetMake) {
  const editions = editionsOf(id);
  const form = formOf(id, editions[seed % editions.length]);
  const size = { files: 1 + (seed % 2), entries: 1 + (seed % 4), rows: 12 };
  const assessment = officeAssessment(form, seed, size);
  const html = sheetHtml(printed(assessment), make(seed));
  return { name: `${id}-${String(seed)}`, assessment, html };
}

type Sheet = typeof UNFRAMED;

async function score({ assessment }: Sheet, file: string, bytes: Uint8Array | undefined): Promise<Tally> {
  const reading = await readSource(new Uint8Array(bytes ?? []), file, CONTEXT);
  if (!reading.ok) throw new Error(reading.error.code);
  const wanted = itemsOf(assessment)
    .filter(({ path }) => !/form_edition$|all_items$/.test(path))
    .map((item): Wanted => ({ ...item, state: 'said' }));
  return tally(wanted, recognise(reading.document));
}

function report({ faults }: Tally): string {
  return faults.map((fault) => JSON.stringify(fault).slice(0, 300)).join('\n');
}

describe.skipIf(!hasLibreOffice())('sheets as LibreOffice saves them', () => {
  let made: Readonly<Record<string, Uint8Array>> = {};

  beforeAll(() => {
    const files = Object.fromEntries(
      [...SHEETS, UNFRAMED].map(({ name, html }) => [`${name}.html`, new TextEncoder().encode(html)]),
    );
    made = {
      ...convertedByLibreOffice(files, 'docx:MS Word 2007 XML', 'HTML (StarWriter)'),
      ...convertedByLibreOffice(files, 'xlsx', 'HTML (StarCalc)'),
      ...convertedByLibreOffice(files, 'pdf:writer_pdf_Export', 'HTML (StarWriter)'),
    };
  });

  const CASES = SHEETS.flatMap((one) =>
    ['docx', 'xlsx', 'pdf'].map((format) => [one.name, format, one] as const),
  );

  it.each(CASES)('%s.%s', async (name, format, one) => {
    const result = await score(one, `${name}.${format}`, made[`${name}.${format}`]);
    expect(result.exactShare, report(result)).toBeGreaterThanOrEqual(0.995);
    expect(result.silentShare, report(result)).toBeLessThanOrEqual(0.003);
    expect(result.lostLines).toBe(0);
  });

  it('a PDF without lines between its cells is read badly, but not silently', async () => {
    const file = `${UNFRAMED.name}.pdf`;
    expect((await score(UNFRAMED, file, made[file])).silentShare).toBeLessThanOrEqual(0.005);
  });
});

describe.skipIf(!hasChromium())('sheets as a browser prints them', () => {
  it.each(SHEETS.map((one) => [one.name, one] as const))('%s', async (name, one) => {
    const result = await score(one, `${name}.pdf`, printedByChromium(one.html));
    expect(result.exactShare, report(result)).toBeGreaterThanOrEqual(0.995);
    expect(result.silentShare, report(result)).toBeLessThanOrEqual(0.005);
    expect(result.lostLines).toBe(0);
  });
});
