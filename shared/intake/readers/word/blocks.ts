import type { Block, ParagraphBlock } from '../../blocks';
import type { Paragraph } from './paragraph';
import { here, type WordContext } from './story';
import type { ReadTable } from './table';

type Role = ParagraphBlock['role'];

/** A paragraph, what stands in it and what is anchored in it. */
export function paragraphBlocks(paragraph: Paragraph, story: WordContext, role: Role): readonly Block[] {
  const { text, images, boxes, hidden, heading } = paragraph;
  const own = role ?? (heading ? 'heading' : undefined);
  return [
    ...(text === '' ? [] : [paragraphBlock(text, story, own)]),
    ...images.map((hash) => ({ kind: 'image', hash, where: here(story) }) as const),
    ...boxes,
    ...hiddenBlocks(hidden, story),
  ];
}

/** A table, and behind it what was anchored in it or is not printed. */
export function tableBlocks({ table, boxes, hidden }: ReadTable, story: WordContext): readonly Block[] {
  return [table, ...boxes, ...hidden.flatMap((text) => hiddenBlocks(text, story))];
}

function paragraphBlock(text: string, story: WordContext, role: Role): ParagraphBlock {
  return { kind: 'paragraph', text, where: here(story), ...(role ? { role } : {}) };
}

/** Text that Word does not print is kept beside the document, and said. */
function hiddenBlocks(text: string, story: WordContext): readonly Block[] {
  if (text.trim() === '') return [];
  story.notices.add('hiddenText');
  return [paragraphBlock(text, story, 'comment')];
}

/** The paragraphs of a text box are one block; tables in it are their own. */
export function boxBlocks(blocks: readonly Block[], story: WordContext): readonly Block[] {
  const lines = blocks.flatMap((block) => (isBoxLine(block) ? [block.text] : []));
  const others = blocks.filter((block) => !isBoxLine(block));
  return [...(lines.length ? [paragraphBlock(lines.join('\n'), story, 'textbox')] : []), ...others];
}

function isBoxLine(block: Block): block is ParagraphBlock {
  return block.kind === 'paragraph' && block.role === 'textbox';
}

/** Equal blocks once: sections repeat their headers and footers. */
export function distinct(blocks: readonly Block[]): readonly Block[] {
  const seen = new Set<string>();
  return blocks.filter((block) => {
    const key = JSON.stringify(block);
    return seen.has(key) ? false : seen.add(key);
  });
}
