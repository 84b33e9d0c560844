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
import { plainLine } from './plain';
import { runsOf } from './runs';
import { HEADING_STYLES, lineStyle } from './styles';
import type { Change, Writing } from './writing';

/** One paragraph of text; its parts are parted by tabs. */
export function lineParagraph(writing: Writing, line: Line, keepNext = false): FileChild {
  return plainLine(line, keepNext) ?? markedLine(writing, line, keepNext);
}

function markedLine(writing: Writing, line: Line, keepNext: boolean): Paragraph {
  return new Paragraph({
    style: lineStyle(line),
    ...(keepNext ? { keepNext } : {}),
    ...(line.stops ? { tabStops: line.stops.map((position) => ({ type: TabStopType.LEFT, position })) } : {}),
    ...endOf(writing, line.mark),
    children: line.parts.flatMap((part, at) => [
      ...(at > 0 ? runsOf(writing, [stopOf(line)]) : []),
      ...runsOf(writing, part),
    ]),
  });
}

/** The stop that the next part of a line begins at. */
function stopOf({ stopMark }: Line): Run {
  return stopMark ? { text: '\t', mark: stopMark } : { text: '\t' };
}

/** The end of a paragraph that came or went is a tracked change of its own. */
export function endOf(writing: Writing, mark: Tracked | undefined): { readonly run?: Change } {
  const run = writing.change(mark);
  return run ? { run } : {};
}

/** A heading; the heading of a part that `follows` stays on the page of the part before it. */
export function headingParagraph(
  writing: Writing,
  { role, runs, mark }: HeadingBlock,
  follows: boolean,
): FileChild {
  const style = HEADING_STYLES[role];
  if (follows) return new FollowingHeading(style, writing.change(mark), runsOf(writing, runs));
  return new Paragraph({ style, ...endOf(writing, mark), children: runsOf(writing, runs) });
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
