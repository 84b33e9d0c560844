import { strToU8, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../../../shared/intake/readers/read';
import type { Block } from '../../../../../shared/intake/blocks';
import type { Reading } from '../../../../../shared/intake/readers/reading';
import { archiveOf, CONTEXT, docxOf, p } from './office';
import { pdfOf, text } from './pdfFile';

function codeOf(reading: Reading): string {
  return reading.ok ? 'read' : reading.error.code;
}

function textsOf(reading: Reading): readonly string[] {
  const text = (block: Block): readonly string[] => {
    if (block.kind === 'paragraph') return [block.text];
    return block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells.map((cell) => cell.text)) : [];
  };
  return reading.ok ? reading.document.blocks.flatMap(text) : [];
}

/** ms; where each `<` searched the rest of the text these took minutes. */
const LIMIT = 4_000;

describe('markup that never ends', () => {
  const many = 300_000;
  it.each([
    ['names in names', 'a.html', `<html>${'<a<'.repeat(many)}`],
    ['ends in ends', 'a.html', `<html>${'</a'.repeat(many)}`],
    ['tags without an end', 'a.html', `<html>${'<a '.repeat(many)}`],
    ['quotes that hide all ends', 'a.html', `<html>${'<a "b" <c x="'.repeat(many)}>`],
    ['attributes without a value', 'a.html', `<html><a ${'a ='.repeat(many)}>`],
    [
      'wide cells over wide cells',
      'a.html',
      `<html><table>${`<tr>${'<td rowspan=999 colspan=999>甲</td>'.repeat(16)}</tr>`.repeat(300)}`,
    ],
  ])('%s is read in time', async (_, name, source) => {
    const started = performance.now();
    await readSource(strToU8(source), name, CONTEXT);
    expect(performance.now() - started).toBeLessThan(LIMIT);
  });

  it.each([
    ['a quote that hides all ends', `<w:p x="${'>'.repeat(many)}`],
    ['a name without an end', `<w:p ${'a'.repeat(many)}>`],
    ['quotes in a row', `<w:p ${'"'.repeat(many)}>`],
  ])('in Word: %s is read in time', async (_, body) => {
    const started = performance.now();
    await readSource(docxOf(p('本文') + body), 'a.docx', CONTEXT);
    expect(performance.now() - started).toBeLessThan(LIMIT);
  });

  it('stays text, and what stands before it is read', async () => {
    const reading = await readSource(strToU8('<html><p>一</p><p>二 <b 三'), 'a.html', CONTEXT);
    expect(textsOf(reading)).toEqual(['一', '二 <b 三']);
  });
});

describe('more than an assessment can hold', () => {
  it.each([
    ['cells', 'a.txt', '\t'.repeat(CONTEXT.limits.cells + 1), 'tooManyCells'],
    ['characters', 'a.txt', 'あ'.repeat(CONTEXT.limits.characters + 1), 'tooLong'],
    ['characters', 'a.html', `<html>${'あ'.repeat(CONTEXT.limits.characters + 1)}`, 'tooLong'],
    [
      'columns',
      'a.html',
      `<html><table><tr>${'<td colspan=1000>甲</td>'.repeat(20)}</tr></table>`,
      'tooManyCells',
    ],
  ])('%s in %s', async (_, name, source, code) => {
    expect(codeOf(await readSource(strToU8(source), name, CONTEXT))).toBe(code);
  });
});

describe('a file in which nothing can be read is refused, never an empty form', () => {
  it.each([
    ['blank lines', 'a.txt', strToU8(' \n\n\t\n'), 'noText'],
    ['a page without text', 'a.html', strToU8('<html><body><p> </p></body></html>'), 'noText'],
    ['Word without a paragraph', 'a.docx', docxOf(''), 'noText'],
    [
      'Word whose text was cut off',
      'a.docx',
      archiveOf({ 'word/styles.xml': '<w:styles/>' }).subarray(0, 80),
      'damaged',
    ],
  ])('%s', async (_, name, bytes, code) => {
    expect(codeOf(await readSource(bytes, name, CONTEXT))).toBe(code);
  });
});

describe('a PDF that was cut off', () => {
  const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
  const bytesOf = (source: string) => new Uint8Array(Buffer.from(source, 'latin1'));
  const whole = latin(pdfOf([text(50, 100, '一頁'), text(50, 100, '二頁')]));

  it('before its catalogue and its list of pages: the pages that are left', async () => {
    const without = whole
      .slice(0, whole.indexOf('trailer'))
      .replace(/\/Type ?\/Catalog/, '/Type/Nothing')
      .replace(/\/Type ?\/Pages[^>]*/, '/Type/Nothing');
    const reading = await readSource(bytesOf(without), 'a.pdf', CONTEXT);
    expect(textsOf(reading)).toEqual(['一頁', '二頁']);
    expect(reading.ok && reading.document.notices.map(({ code }) => code)).toContain('archiveDamaged');
  });

  it('with pages in a stream of objects', async () => {
    const body = whole.slice(0, whole.indexOf('trailer'));
    const pages = [
      ...body.matchAll(/(\d+) 0 obj\s*(<<(?:(?!endobj)[\s\S])*?\/Type ?\/Page\b[\s\S]*?)endobj/g),
    ];
    expect(pages.length).toBeGreaterThan(0);
    const list = pages.map(([, number], at) => `${number ?? ''} ${String(offset(pages, at))}`).join(' ');
    const content = zlibSync(strToU8(`${list} ${pages.map(([, , object]) => object).join('')}`, true));
    const head = `99 0 obj\n<</Type/ObjStm/N ${String(pages.length)}/First ${String(list.length + 1)}/Filter/FlateDecode/Length ${String(content.length)}>>\nstream\n`;
    const rest = pages
      .reduce((left, [object]) => left.replace(object, ''), body)
      .replace(/\/Type ?\/Catalog/, '/Type/Nothing');
    const reading = await readSource(
      bytesOf(`${rest}${head}${latin(content)}\nendstream\nendobj\n`),
      'a.pdf',
      CONTEXT,
    );
    expect(textsOf(reading)).toEqual(['一頁', '二頁']);
  });

  function offset(pages: readonly RegExpMatchArray[], until: number): number {
    return pages.slice(0, until).reduce((sum, [, , object = '']) => sum + object.length, 0);
  }
});
