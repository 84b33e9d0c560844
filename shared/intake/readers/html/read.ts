import type {
  Block,
  CellBlock,
  ParagraphBlock,
  SourceDocument,
  TableBlock,
  TableRowBlock,
} from '../../blocks';
import type { Where } from '../../../assessment/source';
import { fromBase64 } from '../../../json/base64';
import { decodeText } from '../encoding';
import { ImageStore } from '../images/store';
import { assertCells, assertLength, Notices, type Limits, type ReadContext } from '../reading';
import { inlineText, isHidden, keepsSpace, keptBySheets, tidyLines, type Kept } from './inline';
import { beside, rowsOf } from './tableParts';
import { isTag, parseHtml, tagsBelow, type HtmlElement, type HtmlNode } from './parse';
import { appendAll } from '../../lists';

/** A web page as blocks: what a browser prints of it, deletions left out. Throws a `Refusal` for what is no page. */
export function readHtml(bytes: Uint8Array, name: string, { limits }: ReadContext): SourceDocument {
  const { text, undecoded, encoding, doubtful } = decodeText(bytes);
  assertLength(text, limits);
  const notices = new Notices();
  if (undecoded > 0) notices.add('textUndecoded', { count: undecoded, encoding });
  if (doubtful) notices.add('encodingDoubtful', { encoding });
  const root = parseHtml(text, limits.depth);
  const page = tagsBelow(root, 'body')[0] ?? root;
  const reader = new PageReader(keptBySheets(root), notices, limits);
  const blocks = reader.flow(page.children, false);
  return {
    source: { name, format: 'html' },
    blocks,
    images: reader.images.list(),
    notices: notices.list(),
    order: 'layout',
  };
}

/** Elements that begin and end a line of their own. */
const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table ul'.split(
    ' ',
  ),
);

const ROLES: Readonly<Record<string, ParagraphBlock['role']>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  header: 'header',
  nav: 'header',
  footer: 'footer',
  aside: 'textbox',
};

class PageReader {
  readonly images: ImageStore;
  private tables = 0;
  private cells = 0;

  constructor(
    private readonly kept: Kept,
    private readonly notices: Notices,
    private readonly limits: Limits,
  ) {
    this.images = new ImageStore(notices);
  }

  /** Lines of inline content become paragraphs; block elements are opened. */
  flow(nodes: readonly HtmlNode[], keep: boolean, role?: ParagraphBlock['role']): readonly Block[] {
    const blocks: Block[] = [];
    let line: HtmlNode[] = [];
    const endLine = () => {
      appendAll(blocks, this.paragraph(line, keep, role));
      line = [];
    };
    for (const node of nodes) {
      if (!isTag(node) || !holdsBlock(node)) line.push(node);
      else {
        endLine();
        appendAll(blocks, this.block(node, keep, role));
      }
    }
    endLine();
    return blocks;
  }

  private block(element: HtmlElement, keep: boolean, role: ParagraphBlock['role']): readonly Block[] {
    if (isHidden(element)) return this.noteHidden(element);
    if (element.name === 'table') return this.captioned(element, role);
    return this.flow(element.children, keepsSpace(element, this.kept, keep), ROLES[element.name] ?? role);
  }

  private paragraph(
    nodes: readonly HtmlNode[],
    keep: boolean,
    role: ParagraphBlock['role'],
  ): readonly Block[] {
    const text = tidyOr(nodes.map((node) => inlineText(node, this.kept, keep)).join(''), keep);
    const images = nodes.flatMap((node) => this.pictures(node));
    return [
      ...(text.trim() === ''
        ? []
        : [{ kind: 'paragraph', text, where: {}, ...(role ? { role } : {}) } as const]),
      ...images.map((hash) => ({ kind: 'image', hash, where: {} }) as const),
    ];
  }

  private noteHidden(element: HtmlElement): readonly Block[] {
    const shown: HtmlElement = { ...element, name: 'div', attributes: {} };
    const text = ['div', 'p', 'td', 'th'].includes(element.name)
      ? tidyLines(inlineText(shown, this.kept, false))
      : '';
    if (text.trim() === '') return [];
    this.notices.add('hiddenText');
    return [{ kind: 'paragraph', role: 'comment', text, where: {} }];
  }

  /** A table behind its captions and what stands in it outside of cells, which browsers show before it. */
  private captioned(element: HtmlElement, role: ParagraphBlock['role']): readonly Block[] {
    const { captions, strays } = beside(element);
    return [
      ...this.flow(strays, keepsSpace(element, this.kept, false), role),
      ...captions.flatMap((caption) => this.flow(caption.children, false, role)),
      this.table(element, undefined),
    ];
  }

  /** `place`: the cell around a nested table. */
  private table(element: HtmlElement, place: Where | undefined): TableBlock {
    const at: Where = place ?? { table: ++this.tables };
    const grid = new Grid();
    const rows = rowsOf(element).map((row, index): TableRowBlock => ({
      cells: row.flatMap((cell) => {
        if (isHidden(cell)) this.noteHidden(cell);
        return isHidden(cell) ? [] : [this.cell(cell, grid.place(index, cell), at, place !== undefined)];
      }),
    }));
    return { kind: 'table', where: at, rows: rows.filter(({ cells }) => cells.length > 0) };
  }

  private cell(element: HtmlElement, spot: Spot, table: Where, nested: boolean): CellBlock {
    assertCells(++this.cells, this.limits.cells);
    assertCells(spot.column, this.limits.columns);
    const where = nested ? table : { ...table, row: spot.row + 1, column: spot.column + 1 };
    const parts = this.cellParts(element.children, keepsSpace(element, this.kept, false), where);
    return {
      ...spot,
      where,
      text: parts.lines.join('\n'),
      ...(element.name === 'th' || (element.attributes.style ?? '').includes('background')
        ? { shaded: true }
        : {}),
      ...(parts.tables.length ? { tables: parts.tables } : {}),
      ...(parts.images.length ? { images: parts.images } : {}),
    };
  }

  /** Paragraphs of a cell one a line. */
  private cellParts(nodes: readonly HtmlNode[], keep: boolean, where: Where): CellParts {
    const parts: CellParts = { lines: [], tables: [], images: [] };
    let line: HtmlNode[] = [];
    const endLine = (isBlock: boolean) => {
      const text = tidyOr(line.map((node) => inlineText(node, this.kept, keep)).join(''), keep);
      if (text.trim() !== '' || isBlock) parts.lines.push(text);
      appendAll(
        parts.images,
        line.flatMap((node) => this.pictures(node)),
      );
      line = [];
    };
    for (const node of nodes) {
      if (!isTag(node) || !holdsBlock(node)) {
        line.push(node);
        continue;
      }
      endLine(false);
      if (isHidden(node)) continue;
      if (node.name === 'table') {
        const { captions, strays } = beside(node);
        for (const nodesBeside of [strays, ...captions.map(({ children }) => children)])
          appendAll(parts.lines, this.cellParts(nodesBeside, keep, where).lines);
        parts.tables.push(this.table(node, where));
      } else if (node.children.some((child) => isTag(child) && holdsBlock(child))) {
        const inner = this.cellParts(node.children, keepsSpace(node, this.kept, keep), where);
        appendAll(parts.lines, inner.lines);
        appendAll(parts.tables, inner.tables);
        appendAll(parts.images, inner.images);
      } else this.leaf(node, keep, parts);
    }
    endLine(false);
    return parts;
  }

  /** A paragraph of a cell, also an empty one: it is a blank line. */
  private leaf(element: HtmlElement, keep: boolean, parts: CellParts): void {
    const inside = keepsSpace(element, this.kept, keep);
    const bullet = element.name === 'li' ? '・' : '';
    parts.lines.push(
      bullet + tidyOr(element.children.map((node) => inlineText(node, this.kept, inside)).join(''), inside),
    );
    appendAll(parts.images, this.pictures(element));
  }

  /** Pictures whose bytes stand in the page itself. */
  private pictures(node: HtmlNode): readonly string[] {
    if (!isTag(node)) return [];
    const images = node.name === 'img' ? [node] : tagsBelow(node, 'img');
    return images.flatMap(({ attributes }) => {
      const source = /^data:image\/(?:png|jpeg);base64,(.*)$/s.exec(attributes.src ?? '')?.[1];
      if (source === undefined) this.notices.add('linkedPicture');
      const hash =
        source === undefined
          ? undefined
          : this.images.add(
              `${source.length}:${source.slice(0, 200)}:${source.slice(-200)}`,
              attributes.alt ?? '',
              () => fromBase64(source),
            );
      return hash === undefined ? [] : [hash];
    });
  }
}

interface CellParts {
  readonly lines: string[];
  readonly tables: TableBlock[];
  readonly images: string[];
}

function tidyOr(text: string, keep: boolean): string {
  return keep ? text.replace(/\r\n?/g, '\n') : tidyLines(text);
}

/** Whether an element is a block or has one inside, as links around whole paragraphs have. */
function holdsBlock(element: HtmlElement): boolean {
  return BLOCKS.has(element.name) || element.children.some((child) => isTag(child) && holdsBlock(child));
}

interface Spot {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

const MOST_SPAN = 1000;

/** Finds the columns of cells: those taken by cells from above are passed over. */
class Grid {
  private readonly taken = new Map<number, number>();
  private row = -1;
  private column = 0;

  place(row: number, { attributes }: HtmlElement): Spot {
    if (row !== this.row) this.column = 0;
    this.row = row;
    while ((this.taken.get(this.column) ?? 0) > row) this.column++;
    const columnSpan = spanOf(attributes.colspan);
    const rowSpan = spanOf(attributes.rowspan);
    const spot = { row, column: this.column, rowSpan, columnSpan };
    for (let at = 0; at < columnSpan; at++) this.taken.set(this.column + at, row + rowSpan);
    this.column += columnSpan;
    return spot;
  }
}

function spanOf(value: string | undefined): number {
  const span = Number.parseInt(value ?? '1', 10);
  return span >= 1 ? Math.min(span, MOST_SPAN) : 1;
}
