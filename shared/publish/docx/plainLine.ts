import { FileChild, type IXmlableObject } from 'docx';
import type { Line } from '../model/types';
import { textPieces } from './textPieces';
import { lineStyle } from './styles';

/**
 * A paragraph of text without marks, comments and changes: almost all of a document. It hands the library the XML at
 * once that the library's paragraph, run and text would make of it together, in half the time.
 */
class PlainLine extends FileChild {
  constructor(private readonly xml: IXmlableObject) {
    super('w:p');
  }

  override prepForXml(): IXmlableObject {
    return this.xml;
  }
}

/** Undefined where the line is not plain. */
export function plainLine(line: Line, keepNext: boolean): FileChild | undefined {
  if (line.mark || line.parts.some((runs) => runs.some(({ mark, comments }) => mark ?? comments?.length)))
    return undefined;
  const runs = line.parts.flatMap((part, at) => [
    ...(at > 0 ? [TAB] : []),
    ...part.flatMap(({ text }) => textPieces(text).map(runOf)),
  ]);
  return new PlainLine({ 'w:p': [propertiesOf(line, keepNext), ...runs] });
}

const TAB = { 'w:r': [{ 'w:tab': {} }] };

function runOf(piece: string): IXmlableObject {
  return piece === '\t' ? TAB : { 'w:r': [{ 'w:t': [{ _attr: { 'xml:space': 'preserve' } }, piece] }] };
}

/** Properties by their role, made once: many thousand lines have the same. */
const PROPERTIES_BY_ROLE = new Map<string, IXmlableObject>();

function propertiesOf({ role, stops }: Line, keepNext: boolean): IXmlableObject {
  if (stops) return properties({ role, stops }, keepNext);
  const key = role + String(keepNext);
  const known = PROPERTIES_BY_ROLE.get(key) ?? properties({ role }, keepNext);
  PROPERTIES_BY_ROLE.set(key, known);
  return known;
}

function properties(line: Pick<Line, 'role' | 'stops'>, keepNext: boolean): IXmlableObject {
  const tabs = (line.stops ?? []).map((at) => ({ 'w:tab': { _attr: { 'w:val': 'left', 'w:pos': at } } }));
  return {
    'w:pPr': [
      { 'w:pStyle': { _attr: { 'w:val': lineStyle(line) } } },
      ...(keepNext ? [{ 'w:keepNext': {} }] : []),
      ...(tabs.length > 0 ? [{ 'w:tabs': tabs }] : []),
    ],
  };
}
