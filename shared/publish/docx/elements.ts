import { BuilderElement, type XmlComponent } from 'docx';

/** An element for which the library has no class: `<w:tblInd w:w="0" w:type="dxa"/>`. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  children: readonly XmlComponent[] = [],
): XmlComponent {
  const entries = Object.entries(attributes).map(([key, value]) => [key, { key, value }] as const);
  return new BuilderElement<Record<string, string | number>>({
    name,
    attributes: Object.fromEntries(entries),
    children,
  });
}

/** `<w:autoSpaceDE w:val="0"/>` */
export function valElement(name: string, value: string | number): XmlComponent {
  return element(name, { 'w:val': value });
}
