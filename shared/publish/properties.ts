import type { PrintDocument } from './model/types';
import { element, escapeXml, XML_HEAD } from './xml';

/** Parts of an Office Open XML package that Word and Excel have in common. */
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Id, type, and target of a relationship. A type without a scheme is one of the office document. */
export type Relation = readonly [id: string, type: string, target: string];

export function relations(list: readonly Relation[]): string {
  const items = list.map(([Id, type, Target]) =>
    element('Relationship', {
      Id,
      Type: type.includes(':') ? type : `${OFFICE}/relationships/${type}`,
      Target,
    }),
  );
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

/** Relationships of the package to its main part and its properties. */
export function packageRelations(mainPart: string): string {
  return relations([
    ['rId1', 'officeDocument', mainPart],
    ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ['rId3', 'extended-properties', 'docProps/app.xml'],
  ]);
}

/** Content types: pictures by extension, parts by name. */
export function contentTypes(parts: readonly (readonly [part: string, type: string])[]): string {
  const defaults = DEFAULTS.map(([Extension, ContentType]) => element('Default', { Extension, ContentType }));
  const overrides = [...parts, ...PROPERTIES].map(([PartName, ContentType]) =>
    element('Override', { PartName, ContentType }),
  );
  return `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">${defaults.join('')}${overrides.join('')}</Types>`;
}

const DEFAULTS = [
  ['png', 'image/png'],
  ['jpeg', 'image/jpeg'],
  ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
  ['xml', 'application/xml'],
] as const;

const PROPERTIES = [
  ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
] as const;

/** Title, agency and form; `date` (ISO 8601) where the caller wants one to be there. */
export function coreProperties(document: PrintDocument, date: string | undefined): string {
  const time = (name: string) =>
    date ? `<dcterms:${name} xsi:type="dcterms:W3CDTF">${escapeXml(date)}</dcterms:${name}>` : '';
  const text = (name: string, value: string) => (value ? `<${name}>${escapeXml(value)}</${name}>` : '');
  const body = `${text('dc:title', document.title)}${text('dc:subject', document.formName)}${text('dc:creator', document.agency)}${text('dc:language', 'ja-JP')}${time('created')}${time('modified')}`;
  return `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${body}</cp:coreProperties>`;
}

export function appProperties(document: PrintDocument): string {
  const company = document.agency ? `<Company>${escapeXml(document.agency)}</Company>` : '';
  return `${XML_HEAD}<Properties xmlns="${OFFICE}/extended-properties"><Application>評価書工房</Application>${company}</Properties>`;
}
