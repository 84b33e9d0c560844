import type { Block, ParagraphBlock, SourceDocument } from '../../blocks';
import { ImageStore } from '../images/store';
import { Notices, type ReadContext, Refusal } from '../reading';
import { boxBlocks, distinct, paragraphBlocks, tableBlocks } from '../word/blocks';
import { Numbering } from '../word/numbering';
import { uncounted } from '../word/story';
import { childrenOf, descendants, elementsOf, parseXml, type XmlElement } from '../xml/element';
import { XmlPull } from '../xml/pull';
import { Archive } from '../zip/archive';
import { mainPartOf, partRoot, relationshipsOf, type Relationship } from '../zip/package';
import { type DocxPiece, piecesOf } from './flow';
import { readLists } from './numbering';
import type { DocumentContext, Story } from './story';
import { readStyles } from './styles';
import { readTable } from './table';
import { appendAll } from '../../lists';

const DEFAULT_PART = 'word/document.xml';

/**
 * A Word document (docx, docm) as blocks: the printed text with tracked changes taken as made, then footnotes,
 * hidden text and comments, each by its role. Throws a `Refusal` for what cannot be read at all.
 */
export function readDocx(bytes: Uint8Array, name: string, context: ReadContext): SourceDocument {
  const notices = new Notices();
  const archive = new Archive(bytes, context.limits, notices);
  const main = mainPartOf(archive, context.limits.depth) ?? DEFAULT_PART;
  const part = archive.has(main) ? main : DEFAULT_PART;
  const text = archive.text(part);
  if (text === undefined) throw new Refusal({ code: 'damaged', params: { why: 'part' } });
  const shared = contextOf(archive, part, text, context, notices);
  const story = storyOf(shared, part);
  const body = bodyBlocks(text, story);
  const blocks = [
    ...marginBlocks(story, 'header'),
    ...body,
    ...noteBlocks(story),
    ...marginBlocks(story, 'footer'),
  ];
  const pages = shared.counts.page;
  return {
    source: { name, format: 'docx', ...(pages === undefined ? {} : { pages }) },
    blocks,
    images: shared.images.list(),
    notices: notices.list(),
    order: 'layout',
  };
}

function contextOf(
  archive: Archive,
  part: string,
  text: string,
  { limits }: ReadContext,
  notices: Notices,
): DocumentContext {
  const related = relationshipsOf(archive, part, limits.depth);
  const root = (type: string) => rootOf(archive, related, type, limits.depth);
  return {
    archive,
    limits,
    notices,
    images: new ImageStore(notices),
    numbering: new Numbering(readLists(root('numbering'))),
    styles: readStyles(root('styles')),
    counts: { page: text.includes('lastRenderedPageBreak') ? 1 : undefined, tables: 0, cells: 0 },
  };
}

function rootOf(
  archive: Archive,
  related: readonly Relationship[],
  type: string,
  depth: number,
): XmlElement | undefined {
  const target = related.find((relationship) => relationship.type === type)?.target;
  return target === undefined ? undefined : partRoot(archive, target, depth);
}

function storyOf(shared: DocumentContext, part: string): Story {
  const relationships = relationshipsOf(shared.archive, part, shared.limits.depth);
  return {
    ...shared,
    relationships: new Map(relationships.map((relationship) => [relationship.id, relationship])),
    margins: new Map(),
    readBox,
  };
}

/** The body element by element, so that only its blocks are ever whole in memory. */
function bodyBlocks(text: string, story: Story): readonly Block[] {
  const pull = new XmlPull(text);
  const blocks = blocksOf(childrenOf(pull, 'body', story.limits.depth), story, undefined);
  if (pull.damaged) story.notices.add('textDamaged');
  return blocks;
}

function blocksOf(elements: Iterable<XmlElement>, story: Story, role: ParagraphBlock['role']): Block[] {
  const blocks: Block[] = [];
  for (const piece of piecesOf(elements, story)) appendAll(blocks, pieceBlocks(piece, story, role));
  return blocks;
}

function pieceBlocks(piece: DocxPiece, story: Story, role: ParagraphBlock['role']): readonly Block[] {
  return piece.kind === 'table'
    ? tableBlocks(readTable(piece.table, story), story)
    : paragraphBlocks(piece.paragraph, story, role);
}

function readBox(content: XmlElement, story: Story): readonly Block[] {
  return boxBlocks(blocksOf(elementsOf(content), story, 'textbox'), story);
}

/** Headers or footers of all sections, equal ones once. */
function marginBlocks(story: Story, role: 'header' | 'footer'): readonly Block[] {
  const parts = [...story.margins].filter(([, kind]) => kind === role).map(([part]) => part);
  return distinct(parts.flatMap((part) => partBlocks(story, part, role)));
}

function partBlocks(story: Story, part: string, role: ParagraphBlock['role']): readonly Block[] {
  const root = partRoot(story.archive, part, story.limits.depth);
  return root ? blocksOf(elementsOf(root), { ...storyOf(story, part), counts: uncounted(story) }, role) : [];
}

const NOTES = [
  { type: 'footnotes', element: 'footnote', role: 'footnote' },
  { type: 'endnotes', element: 'endnote', role: 'footnote' },
  { type: 'comments', element: 'comment', role: 'comment' },
] as const;

function noteBlocks(story: Story): readonly Block[] {
  return NOTES.flatMap(({ type, element, role }) => {
    const part = [...story.relationships.values()].find((relationship) => relationship.type === type)?.target;
    const text = part === undefined ? undefined : story.archive.text(part);
    if (part === undefined || text === undefined) return [];
    const { root } = parseXml(text, story.limits.depth);
    const own: Story = { ...storyOf(story, part), counts: uncounted(story) };
    const notes = root
      ? descendants(root, element).filter(({ attributes }) => !isSeparator(attributes.type))
      : [];
    if (notes.length && role === 'comment') story.notices.add('comments');
    return notes.flatMap((note) => blocksOf(elementsOf(note), own, role));
  });
}

/** The lines between text and notes are notes of their own kind. */
function isSeparator(type: string | undefined): boolean {
  return type !== undefined && type !== 'normal';
}
