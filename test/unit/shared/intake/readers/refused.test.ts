import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../../../shared/intake/readers/read';
import type { ReadContext } from '../../../../../shared/intake/readers/reading';
import { archiveOf, compoundWith, CONTEXT, docxOf, p } from './office';
import { pdfOf, text } from './pdfFile';

async function codeOf(
  bytes: Uint8Array,
  name = '評価書.docx',
  context: ReadContext = CONTEXT,
): Promise<string> {
  const reading = await readSource(bytes, name, context);
  return reading.ok ? 'read' : reading.error.code;
}

describe('files that are told apart by their bytes', () => {
  it.each([
    ['EncryptedPackage', 'encrypted'],
    ['WordDocument', 'damaged'],
    ['Workbook', 'damaged'],
    ['DocumentText', 'ichitaro'],
    ['Thumbs', 'unknownFormat'],
  ])('a compound file with %s is %s', async (stream, code) => {
    expect(await codeOf(compoundWith(stream))).toBe(code);
  });

  it.each([
    [strToU8('{\\rtf1 x}'), 'richText'],
    [Uint8Array.of(0xdb, 0xa5, 0x2d, 0, 1, 2), 'oldWord'],
    [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2), 'picture'],
    [new Uint8Array(), 'empty'],
    [Uint8Array.from({ length: 100 }, (_, at) => at % 7), 'unknownFormat'],
    [zipSync({ 'content.xml': strToU8('<x/>'), mimetype: strToU8('application/vnd.oasis') }), 'openDocument'],
    [zipSync({ 'xl/workbook.bin': strToU8('x') }), 'binaryExcel'],
    [zipSync({ 'readme.txt': strToU8('x') }), 'unknownFormat'],
    [strToU8('PK\u0003\u0004'), 'unknownFormat'],
    [strToU8('%PDF-1.7\nnothing'), 'damaged'],
  ])('%#', async (bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  it('a .doc is read as what is in it, or told what to do where that is rich text', async () => {
    const [word, page] = [docxOf(p('本文')), strToU8('<html><body><p>本文</p></body></html>')];
    for (const bytes of [word, page]) {
      const reading = await readSource(bytes, '評価書.doc', CONTEXT);
      expect(reading.ok && reading.document.blocks).toMatchObject([{ text: '本文' }]);
      expect(reading.ok && reading.document.notices.map(({ code }) => code)).toEqual(['wrongExtension']);
    }
    expect(await codeOf(strToU8('{\\rtf1 x}'), '評価書.doc')).toBe('richText');
  });

  it.each([
    '<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument>本文</w:wordDocument>',
    '<?xml version="1.0"?><pkg:package xmlns:pkg="x">本文</pkg:package>',
    'MIME-Version: 1.0\nContent-Type: multipart/related\n\n=E6=9C=AC',
  ])('what Word saves in other ways is no text: %#', async (text) => {
    expect(await codeOf(strToU8(text), '評価書.doc')).toBe('unknownFormat');
  });

  it('a wrong extension is only noticed', async () => {
    const reading = await readSource(docxOf(p('本文')), '評価書.pdf', CONTEXT);
    expect(reading.ok && reading.document.notices).toEqual([
      { code: 'wrongExtension', params: { format: 'docx' } },
    ]);
  });
});

describe('limits', () => {
  it('refuse a part that inflates beyond all measure', async () => {
    const zeros = new Uint8Array(40 * 1024 * 1024);
    expect(await codeOf(archiveOf({ 'word/document.xml': zeros }))).toBe('bomb');
  });

  it('refuse parts that together inflate beyond the limit', async () => {
    const limits = { ...CONTEXT.limits, totalBytes: 2_000 };
    expect(await codeOf(docxOf(p('あ'.repeat(3_000))), 'a.docx', { ...CONTEXT, limits })).toBe('bomb');
  });

  it('refuse a file beyond the limit, with both sizes', async () => {
    const limits = { ...CONTEXT.limits, fileBytes: 1024 * 1024 };
    const reading = await readSource(new Uint8Array(2 * 1024 * 1024), 'a.docx', { ...CONTEXT, limits });
    expect(reading).toEqual({ ok: false, error: { code: 'tooLarge', params: { megabytes: 2, limit: 1 } } });
  });

  it('refuse elements that nest without end', async () => {
    expect(await codeOf(docxOf('<w:p>'.repeat(5_000)))).toBe('damaged');
  });

  it('leave entities as written: none can multiply', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'あ'.repeat(100)}"><!ENTITY b "&a;&a;&a;">]><w:document><w:body>${p('&b;')}</w:body></w:document>`;
    const reading = await readSource(archiveOf({ 'word/document.xml': bomb }), 'a.docx', CONTEXT);
    expect(reading.ok && reading.document.blocks).toMatchObject([{ text: '&b;' }]);
  });

  it('follow no name out of the archive', async () => {
    const body = '<w:p><w:r><w:drawing><a:blip r:embed="rId1"/></w:drawing></w:r></w:p>';
    const rels =
      '<Relationships><Relationship Id="rId1" Type="x/image" Target="../../../../etc/passwd"/></Relationships>';
    const reading = await readSource(
      docxOf(p('本文') + body, { 'word/_rels/document.xml.rels': rels }),
      'a.docx',
      CONTEXT,
    );
    expect(reading.ok && reading.document.notices).toMatchObject([
      { code: 'pictureMissing', params: { name: 'passwd' } },
    ]);
  });
});

describe('damaged files are read as far as they go', () => {
  it('an archive without its end', async () => {
    const whole = docxOf(p('本文').repeat(50));
    const reading = await readSource(whole.subarray(0, whole.length - 120), 'a.docx', CONTEXT);
    expect(reading.ok && reading.document.blocks).toHaveLength(50);
    expect(reading.ok && reading.document.notices.map(({ code }) => code)).toContain('archiveDamaged');
  });

  it('a PDF without its end', async () => {
    const whole = pdfOf([text(50, 100, '本文')]);
    const reading = await readSource(whole.subarray(0, whole.length - 30), 'a.pdf', CONTEXT);
    expect(reading.ok && reading.document.blocks).toMatchObject([{ text: '本文' }]);
  });
});
