import { child, elementsOf, type XmlElement } from '../xml/element';
import type { ListPlace } from '../word/numbering';

/** What the styles of a document say about its paragraphs. */
export interface Styles {
  listOf(style: string): Partial<ListPlace> | undefined;
  isHeading(style: string): boolean;
  /** Runs of this character style are not printed. */
  isHidden(style: string): boolean;
  /** Text of this character style asks for an answer. */
  isPlaceholder(style: string): boolean;
}

interface Style {
  readonly basedOn: string | undefined;
  readonly list: string | undefined;
  readonly level: number | undefined;
  readonly heading: boolean;
  readonly hidden: boolean;
  readonly placeholder: boolean;
}

const LONGEST_CHAIN = 12;

/** `root`: of `word/styles.xml`. Styles inherit from the one they are based on. */
export function readStyles(root: XmlElement | undefined): Styles {
  const styles = new Map(
    elementsOf(root, 'style').map((style) => [style.attributes.styleId ?? '', readStyle(style)]),
  );
  const chain = (id: string): readonly Style[] => chainOf(styles, id);
  return {
    listOf: (id) => {
      const list = chain(id).find((style) => style.list !== undefined)?.list;
      const level = chain(id).find((style) => style.level !== undefined)?.level;
      return list === undefined ? undefined : { list, ...(level === undefined ? {} : { level }) };
    },
    isHeading: (id) => chain(id).some((style) => style.heading),
    isHidden: (id) => chain(id).some((style) => style.hidden),
    // A style that the document uses without describing it has the name that Word gives it.
    isPlaceholder: (id) => id === 'PlaceholderText' || chain(id).some((style) => style.placeholder),
  };
}

function chainOf(styles: ReadonlyMap<string, Style>, id: string): readonly Style[] {
  const chain: Style[] = [];
  for (
    let style = styles.get(id);
    style && chain.length < LONGEST_CHAIN;
    style = styles.get(style.basedOn ?? '')
  ) {
    chain.push(style);
  }
  return chain;
}

function readStyle(style: XmlElement): Style {
  const numbering = child(style, 'pPr', 'numPr');
  const level = child(numbering, 'ilvl')?.attributes.val;
  return {
    basedOn: child(style, 'basedOn')?.attributes.val,
    list: child(numbering, 'numId')?.attributes.val,
    level: level === undefined ? undefined : Number(level),
    heading:
      child(style, 'pPr', 'outlineLvl') !== undefined || isHeadingName(child(style, 'name')?.attributes.val),
    hidden: isOn(child(style, 'rPr', 'vanish')),
    placeholder: /^placeholder text$/i.test(child(style, 'name')?.attributes.val ?? ''),
  };
}

function isHeadingName(name: string | undefined): boolean {
  return name !== undefined && /^(heading \d|title)$/i.test(name);
}

/** An on/off property (ECMA-376 17.17.4): present means on unless it says otherwise. */
export function isOn(property: XmlElement | undefined): boolean {
  if (!property) return false;
  return !['0', 'false', 'off', 'none'].includes(property.attributes.val ?? 'true');
}
