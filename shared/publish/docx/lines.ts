import {
  createSpacing,
  FileChild,
  OnOffElement,
  Paragraph,
  type ParagraphChild,
  ParagraphProperties,
  ParagraphRunProperties,
  TabStopType,
} from 'docx';
import type { HeadingBlock, Line, Run, Tracked } from '../model/types';
import { plainLine } from './plainLine';
import { runsOf } from './runs';
import { HEADING_STYLES, lineStyle } from './styles';
import type { Change, DocxContext } from './context';

/** One paragraph of text; its parts are separated by tabs. */
export function lineParagraph(context: DocxContext, line: Line, keepNext = false): FileChild {
  return plainLine(line, keepNext) ?? markedLine(context, line, keepNext);
}

function markedLine(context: DocxContext, line: Line, keepNext: boolean): Paragraph {
  return new Paragraph({
    style: lineStyle(line),
    ...(keepNext ? { keepNext } : {}),
    ...(line.stops ? { tabStops: line.stops.map((position) => ({ type: TabStopType.LEFT, position })) } : {}),
    ...paragraphEnd(context, line.mark),
    children: line.parts.flatMap((part, at) => [
      ...(at > 0 ? runsOf(context, [tabRun(line)]) : []),
      ...runsOf(context, part),
    ]),
  });
}

/** The stop that the next part of a line begins at. */
function tabRun({ stopMark }: Line): Run {
  return stopMark ? { text: '\t', mark: stopMark } : { text: '\t' };
}

/** The end of an inserted or deleted paragraph is a tracked change of its own. */
export function paragraphEnd(context: DocxContext, mark: Tracked | undefined): { readonly run?: Change } {
  const run = context.change(mark);
  return run ? { run } : {};
}

/** A heading; the heading of a part that `follows` stays on the page of the part before it. */
export function headingParagraph(
  context: DocxContext,
  { role, runs, mark }: HeadingBlock,
  follows: boolean,
): FileChild {
  const style = HEADING_STYLES[role];
  if (follows) return new FollowingHeading(style, context.change(mark), runsOf(context, runs));
  return new Paragraph({ style, ...paragraphEnd(context, mark), children: runsOf(context, runs) });
}

/** A heading whose style begins a page and that itself does not: the library can only say that a paragraph does. */
class FollowingHeading extends FileChild {
  constructor(style: string, change: Change | undefined, runs: readonly ParagraphChild[]) {
    super('w:p');
    const properties = new ParagraphProperties({ style });
    properties.push(new OnOffElement('w:pageBreakBefore', false));
    properties.push(createSpacing({ before: 480 }));
    if (change) properties.push(new ParagraphRunProperties(change));
    this.root.push(properties, ...runs);
  }
}
