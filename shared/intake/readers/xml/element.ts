import { Refusal } from '../reading';
import { XmlPull, type Attributes } from './pull';

/** An element with what is in it, names without prefixes. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

/**
 * The whole of a part. An element that is not closed ends with the text; `damaged` tells.
 * Throws a `Refusal` where elements nest deeper than `depth`.
 */
export function parseXml(source: string, depth: number): { root: XmlElement | undefined; damaged: boolean } {
  const pull = new XmlPull(source);
  for (let kind = pull.next(); kind !== 'end'; kind = pull.next()) {
    if (kind === 'open') return { root: readElement(pull, depth), damaged: pull.damaged };
  }
  return { root: undefined, damaged: true };
}

/** The element whose `open` the parser has just met, read to its end. */
export function readElement(pull: XmlPull, depth: number): XmlElement {
  if (depth <= 0) throw new Refusal({ code: 'damaged', params: { why: 'depth' } });
  const { name } = pull;
  const attributes = pull.attributes();
  if (pull.selfClosing) return { name, attributes, children: [] };
  return { name, attributes, children: readChildren(pull, name, depth) };
}

function readChildren(pull: XmlPull, name: string, depth: number): XmlNode[] {
  const children: XmlNode[] = [];
  for (;;) {
    switch (pull.next()) {
      case 'open':
        children.push(readElement(pull, depth - 1));
        break;
      case 'text':
        children.push(pull.text);
        break;
      case 'close':
        if (pull.name === name) return children;
        pull.damaged = true;
        break;
      case 'end':
        pull.damaged = true;
        return children;
    }
  }
}

/**
 * Children of the first element with this name, one at a time, so that a part of any length is never in
 * memory as a whole tree. `onOther` hears of elements met on the way to it and after it.
 */
export function* childrenOf(pull: XmlPull, parent: string, depth: number): Generator<XmlElement> {
  if (!enter(pull, parent)) return;
  for (let kind = pull.next(); kind !== 'end'; kind = pull.next()) {
    if (kind === 'close' && pull.name === parent) return;
    if (kind === 'open') yield readElement(pull, depth);
  }
  pull.damaged = true;
}

function enter(pull: XmlPull, name: string): boolean {
  for (let kind = pull.next(); kind !== 'end'; kind = pull.next()) {
    if (kind === 'open' && pull.name === name) return !pull.selfClosing;
  }
  return false;
}

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string';
}

export function elementsOf(element: XmlElement | undefined, name?: string): readonly XmlElement[] {
  const elements = (element?.children ?? []).filter(isElement);
  return name === undefined ? elements : elements.filter((child) => child.name === name);
}

/** The first child with this name; with several names, the child of the child and so on. */
export function child(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>(
    (parent, name) =>
      parent?.children.find((node) => isElement(node) && node.name === name) as XmlElement | undefined,
    element,
  );
}

/** All elements below with this name, outermost first; does not look inside one that was found. */
export function descendants(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(element).flatMap((below) => (below.name === name ? [below] : descendants(below, name)));
}

/** All text below. */
export function textOf(element: XmlElement | undefined): string {
  return (element?.children ?? []).map((node) => (isElement(node) ? textOf(node) : node)).join('');
}
