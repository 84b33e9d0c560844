import { resolve } from 'node:path';
import type { Block, SourceDocument, TableBlock } from '../../../shared/intake/blocks';
import { noticeReport } from '../noticeReport';
import type { CliTools, Verb } from '../verb';

/** What the reader of a file of another program reads, before any recognition: text, or JSON of its blocks. */
export const readVerb: Verb = {
  name: 'read',
  files: 1,
  options: ['json'],
  required: [],
  async run({ files: [path = ''], json }, tools) {
    const document = await tools.readText(resolve(path));
    for (const notice of document.notices) tools.warn(notice);
    if (json) tools.print(JSON.stringify(reportOf(document, tools.notice)));
    else for (const block of document.blocks) tools.print(blockText(block));
  },
};

interface ReadReport {
  readonly source: SourceDocument['source'];
  readonly notices: readonly ReturnType<typeof noticeReport>[];
  readonly blocks: readonly Block[];
}

function reportOf({ source, notices, blocks }: SourceDocument, sentence: CliTools['notice']): ReadReport {
  return { source, notices: notices.map((notice) => noticeReport(notice, sentence)), blocks };
}

/** A paragraph as it is, a table as rows of cells with tabs between, tables within cells indented below their row. */
function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'image':
      return '';
    case 'table':
      return tableText(block);
  }
}

function tableText({ rows }: TableBlock): string {
  const lines = rows.flatMap(({ cells }) => [
    cells.map(({ text }) => text).join('\t'),
    ...cells.flatMap(({ tables = [] }) => tables.map((table) => tableText(table).replace(/^/gm, '\t'))),
  ]);
  return lines.join('\n');
}
