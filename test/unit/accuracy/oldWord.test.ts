import { expect, it } from 'vitest';
import type { SourceDocument } from '../../../shared/intake/blocks';
import { readDoc } from '../../../shared/intake/readers/doc/read';
import { readDocx } from '../../../shared/intake/readers/docx/read';
import { convertedByLibreOffice } from '../../accuracy/libreoffice/convert';
import { hasLibreOffice } from '../../accuracy/libreoffice/tracked';
import { cellsOf, CONTEXT, gridOf, shape } from '../shared/intake/readers/office';
import { wordOfEverything } from './wordOfEverything';

it.skipIf(!hasLibreOffice())(
  'a .doc that LibreOffice wrote shows what the .docx that it was made of shows',
  { timeout: 300_000 },
  () => {
    const word = wordOfEverything();
    const [now, made] = [
      readDocx(word, 'a.docx', CONTEXT),
      convertedByLibreOffice({ 'a.docx': word }, 'doc:MS Word 97')['a.doc'],
    ];
    const old = readDoc(made ?? new Uint8Array(), 'a.doc', CONTEXT);
    expect(shape(now)).toHaveLength(29);
    expect(shape(old)).toEqual(shape(now));
    expect(gridOf(old)).toEqual(gridOf(now));
    expect(gridOf(now)).toHaveLength(5);
    const codes = ({ notices }: SourceDocument) => notices.map(({ code }) => code);
    expect(codes(old)).toEqual(codes(now));
    const nested = (document: SourceDocument) => cellsOf(document).flatMap(({ tables }) => tables ?? []);
    expect(nested(old)[0]?.rows.map((row) => row.cells.map(({ text }) => text))).toEqual([
      ['部署', '人\n数'],
    ]);
    expect(nested(now)).toHaveLength(1);
  },
);
