import { readFile } from 'node:fs/promises';
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Block, CellBlock, SourceDocument, TableBlock } from '../../../../../shared/intake/blocks';
import type { PdfAssets } from '../../../../../shared/intake/readers/pdf/library';
import { LIMITS, type ReadContext } from '../../../../../shared/intake/readers/reading';
import { compoundOf } from './compound/compoundFile';

/** What pdf.js reads at run time, from where npm put it. */
const pdf: PdfAssets = {
  load: async (folder, file) => new Uint8Array(await readFile(`node_modules/pdfjs-dist/${folder}/${file}`)),
};

export const CONTEXT: ReadContext = { limits: LIMITS, pdf };

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export type Parts = Readonly<Record<string, string | Uint8Array>>;

export function archiveOf(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts)) {
    files[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(files);
}

export function relationships(
  ...targets: readonly (readonly [id: string, type: string, target: string])[]
): string {
  const edges = targets.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${edges.join('')}</Relationships>`;
}

/** A Word document with this body, in the shapes that Word itself writes. */
export function docxOf(body: string, more: Parts = {}): Uint8Array {
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="urn:w14" xmlns:mc="urn:mc" xmlns:wps="urn:wps" xmlns:r="urn:r"><w:body>${body}<w:sectPr/></w:body></w:document>`;
  return archiveOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relationships(['rId1', 'officeDocument', 'word/document.xml']),
    'word/document.xml': xml,
    ...more,
  });
}

export function p(...runs: readonly string[]): string {
  return `<w:p>${runs.map((run) => (run.startsWith('<') ? run : r(run))).join('')}</w:p>`;
}

export function r(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export function tc(content: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
}

export function tbl(...rows: readonly (readonly string[])[]): string {
  return `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** Texts of the paragraphs, and of tables the texts of their cells in rows. */
export function shape(document: SourceDocument): readonly unknown[] {
  return document.blocks.map(blockShape);
}

function blockShape(block: Block): unknown {
  if (block.kind === 'table') return rowsOf(block);
  return block.kind === 'image'
    ? { image: block.hash.length }
    : block.role
      ? { [block.role]: block.text }
      : block.text;
}

export function rowsOf(table: TableBlock): readonly (readonly string[])[] {
  return table.rows.map(({ cells }) => cells.map(({ text }) => text));
}

export function cellsOf(document: SourceDocument): readonly CellBlock[] {
  return document.blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells) : [],
  );
}

/** Of each cell of the document: text, row, column, how many it spans of both, shaded. */
export function gridOf(document: SourceDocument): readonly (readonly unknown[])[] {
  return cellsOf(document).map(({ text, row, column, rowSpan, columnSpan, shaded }) => [
    text,
    row,
    column,
    rowSpan,
    columnSpan,
    shaded,
  ]);
}

/** A PNG of one grey pixel. */
export const PIXEL = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
);

/** A compound file with one stream of this name, in which nothing can be read. */
export function compoundWith(stream: string): Uint8Array {
  return compoundOf({ [stream]: Uint8Array.from({ length: 64 }, (_, at) => at) });
}
