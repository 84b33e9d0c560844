import {
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  type ISectionPropertiesOptions,
  PageOrientation,
  Paragraph,
  SectionType,
  StringContainer,
  TextRun,
} from 'docx';
import { PAGE, WIDE } from '../model/measure';
import { splitLongRows } from '../model/splitLongRows';
import type { PrintBlock, PrintDocument, PrintSection, TableBlock } from '../model/types';
import { element } from './elements';
import { paragraphEnd, headingParagraph, lineParagraph } from './lines';
import { plainRuns } from './runs';
import { GAP_STYLE } from './styles';
import { tableOf } from './table';
import type { DocxContext } from './context';

type Orientation = PrintSection['orientation'];

/** The parts of the form; a new section of the file begins where the paper turns. */
export function sectionsOf(context: DocxContext, document: PrintDocument): readonly ISectionOptions[] {
  const groups = orientationGroups(document.sections);
  return groups.map((sections, at) => ({
    // Sections without a header use that of the section before them.
    ...(at === 0 ? { headers: { default: header(document) }, footers: { default: footer() } } : {}),
    properties: pageOf(sections[0]?.orientation ?? 'portrait'),
    children: groupChildren(context, sections, at < groups.length - 1),
  }));
}

/** Neighbouring parts on paper of one orientation; at least one group. */
function orientationGroups(sections: readonly PrintSection[]): readonly (readonly PrintSection[])[] {
  const paperTurns = sections.flatMap((section, at) =>
    at > 0 && section.orientation !== sections[at - 1]?.orientation ? [at] : [],
  );
  const starts = [0, ...paperTurns];
  return starts.map((start, at) => sections.slice(start, starts[at + 1]));
}

/** Where the paper turns, the last paragraph carries the page set-up. */
function groupChildren(
  context: DocxContext,
  sections: readonly PrintSection[],
  paperTurns: boolean,
): FileChild[] {
  const children = sections.flatMap((section, at) =>
    blocksOf(context, section, paperTurns && at === sections.length - 1),
  );
  return paperTurns ? [...children, new Paragraph({ style: GAP_STYLE })] : children;
}

/** Two tables that touch would become one in Word, and a table may not be the last thing before a page set-up. */
function blocksOf(context: DocxContext, { blocks, follows }: PrintSection, endsGroup: boolean): FileChild[] {
  const paged = splitLongRows(blocks);
  return paged.flatMap((block, at) => {
    const next = paged[at + 1];
    const needsGap = block.kind === 'table' && (next ? next.kind === 'table' : !endsGroup);
    const written = blockOf(context, block, follows === true && at === 0);
    return needsGap ? [written, gapAfter(context, block)] : [written];
  });
}

function blockOf(context: DocxContext, block: PrintBlock, follows: boolean): FileChild {
  switch (block.kind) {
    case 'heading':
      return headingParagraph(context, block, follows);
    case 'line':
      return lineParagraph(context, block);
    case 'table':
      return tableOf(context, block);
  }
}

/** The paragraph behind a table; it is inserted or deleted with the table, and kept on its page where the table is. */
function gapAfter(context: DocxContext, { rows }: TableBlock): Paragraph {
  const [mark] = rows.map((row) => row.mark);
  const commonMark = rows.every((row) => row.mark === mark) ? mark : undefined;
  const keepNext = rows.at(-1)?.keepNext === true;
  return new Paragraph({
    style: GAP_STYLE,
    ...(keepNext ? { keepNext } : {}),
    ...paragraphEnd(context, commonMark),
  });
}

function header({ title }: PrintDocument): Header {
  return new Header({ children: [new Paragraph({ style: 'Header', children: plainRuns(title) })] });
}

/** n／N in the middle. */
function footer(): Footer {
  const children = [...field('PAGE'), new TextRun(' / '), ...field('NUMPAGES')];
  return new Footer({ children: [new Paragraph({ style: 'Footer', children })] });
}

/** The library's own fields have no result, so that readers who do not count pages would see a lone stroke. */
function field(instruction: string): readonly TextRun[] {
  const mark = (type: string) => new TextRun({ children: [element('w:fldChar', { 'w:fldCharType': type })] });
  const code = new TextRun({ children: [new StringContainer('w:instrText', ` ${instruction} `)] });
  return [mark('begin'), code, mark('separate'), new TextRun('1'), mark('end')];
}

/** The library turns the paper itself: it wants the sides of the sheet as it is upright. */
function pageOf(orientation: Orientation): ISectionPropertiesOptions {
  const landscape = orientation === 'landscape';
  const { margin, header } = landscape ? WIDE : PAGE;
  const sides = { top: margin, right: margin, bottom: margin, left: margin };
  const upright = { width: PAGE.width, height: PAGE.height };
  return {
    type: SectionType.NEXT_PAGE,
    page: {
      size: {
        ...upright,
        orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: { ...sides, header, footer: header, gutter: 0 },
    },
  };
}
