import { child, descendants, elementsOf, textOf, type XmlElement } from '../xml/element';
import type { Address } from '../sheets/address';

/** A picture or a text box floating over a sheet. */
export type Drawn =
  | ({ readonly kind: 'picture'; readonly relationship: string; readonly alt: string } & Address)
  | ({ readonly kind: 'text'; readonly text: string } & Address)
  | ({ readonly kind: 'chart' } & Address);

/** Captions of form controls by the number of their shape. */
export type Captions = ReadonlyMap<number, string>;

/**
 * `root`: of `xl/drawings/drawing1.xml`. In the order of the file, which is that of the layers. Form controls stand here
 * a second time, without their state: they are left out, `controls` or marked as such.
 */
export function readDrawings(root: XmlElement | undefined, controls: Captions): readonly Drawn[] {
  return anchorsOf(root).flatMap((anchor) => {
    const from = child(anchor, 'from');
    const at = { row: numberIn(from, 'row'), column: numberIn(from, 'col') };
    return elementsOf(anchor).flatMap((shape) => drawnIn(shape, at, controls));
  });
}

function anchorsOf(root: XmlElement | undefined): readonly XmlElement[] {
  return elementsOf(root).flatMap((element) => {
    if (element.name.endsWith('Anchor')) return [element];
    return element.name === 'AlternateContent' ? anchorsOf(elementsOf(element)[0]) : [];
  });
}

function numberIn(element: XmlElement | undefined, name: string): number {
  return Number(textOf(child(element, name))) || 0;
}

function drawnIn(shape: XmlElement, at: Address, controls: Captions): readonly Drawn[] {
  switch (shape.name) {
    case 'pic':
      return pictureIn(shape, at);
    case 'sp':
      return isControl(shape) ? [] : textIn(shape, at, controls);
    case 'grpSp':
      return elementsOf(shape).flatMap((inner) => drawnIn(inner, at, controls));
    case 'AlternateContent':
      return elementsOf(elementsOf(shape)[0]).flatMap((inner) => drawnIn(inner, at, controls));
    case 'graphicFrame':
      return descendants(shape, 'chart').length ? [{ kind: 'chart', ...at }] : [];
    default:
      return [];
  }
}

function pictureIn(shape: XmlElement, at: Address): readonly Drawn[] {
  const blip = descendants(shape, 'blip')[0];
  const alt = descendants(shape, 'cNvPr')[0]?.attributes.descr ?? '';
  const relationship = blip?.attributes.embed ?? blip?.attributes.link;
  return relationship === undefined ? [] : [{ kind: 'picture', relationship, alt, ...at }];
}

/** Excel marks the doubles of form controls. */
function isControl(shape: XmlElement): boolean {
  return descendants(shape, 'compatExt').length > 0;
}

function textIn(shape: XmlElement, at: Address, controls: Captions): readonly Drawn[] {
  const lines = descendants(shape, 'p').map((paragraph) => runsOf(paragraph).join(''));
  const text = lines.join('\n').trim();
  const id = Number(descendants(shape, 'cNvPr')[0]?.attributes.id);
  return text === '' || controls.get(id) === text.replace(/\s+/g, ' ') ? [] : [{ kind: 'text', text, ...at }];
}

function runsOf(paragraph: XmlElement): readonly string[] {
  return elementsOf(paragraph).map((run) =>
    run.name === 'br' ? '\n' : elementsOf(run, 't').map(textOf).join(''),
  );
}
