import type { PrintComment, PrintDocument } from '../model/types';
import { element, escapeXml, XML_HEAD } from '../xml';
import { NAMESPACES, val } from './words';
import type { PlacedPicture } from './writing';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export function contentTypes(commented: boolean): string {
  const defaults = [
    ['png', 'image/png'],
    ['jpeg', 'image/jpeg'],
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
  ].map(([Extension, ContentType]) => element('Default', { Extension, ContentType }));
  const overrides = [
    ['/word/document.xml', `${MAIN}.document.main+xml`],
    ['/word/styles.xml', `${MAIN}.styles+xml`],
    ['/word/settings.xml', `${MAIN}.settings+xml`],
    ['/word/header1.xml', `${MAIN}.header+xml`],
    ['/word/footer1.xml', `${MAIN}.footer+xml`],
    ...(commented ? [['/word/comments.xml', `${MAIN}.comments+xml`]] : []),
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
  ].map(([PartName, ContentType]) => element('Override', { PartName, ContentType }));
  return `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">${defaults.join('')}${overrides.join('')}</Types>`;
}

export function packageRelations(): string {
  return relations([
    ['rId1', `${OFFICE}/relationships/officeDocument`, 'word/document.xml'],
    ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ['rId3', `${OFFICE}/relationships/extended-properties`, 'docProps/app.xml'],
  ]);
}

export function documentRelations(commented: boolean, pictures: readonly PlacedPicture[]): string {
  return relations([
    ['rIdStyles', `${OFFICE}/relationships/styles`, 'styles.xml'],
    ['rIdSettings', `${OFFICE}/relationships/settings`, 'settings.xml'],
    ['rIdHeader', `${OFFICE}/relationships/header`, 'header1.xml'],
    ['rIdFooter', `${OFFICE}/relationships/footer`, 'footer1.xml'],
    ...(commented ? [['rIdComments', `${OFFICE}/relationships/comments`, 'comments.xml'] as const] : []),
    ...pictures.map((picture) => [picture.relation, `${OFFICE}/relationships/image`, picture.path] as const),
  ]);
}

type Relation = readonly [id: string, type: string, target: string];

function relations(list: readonly Relation[]): string {
  const items = list.map(([Id, Type, Target]) => element('Relationship', { Id, Type, Target })).join('');
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items}</Relationships>`;
}

/** Title, agency and form; `date` (ISO 8601) where the caller wants one to stand there. */
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

export function settingsPart(): string {
  const mode = element('w:compatSetting', {
    'w:name': 'compatibilityMode',
    'w:uri': 'http://schemas.microsoft.com/office/word',
    'w:val': 15,
  });
  const fonts = element('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': 'ja-JP' });
  return `${XML_HEAD}<w:settings ${NAMESPACES}>${element('w:zoom', { 'w:percent': 100 })}${val('w:defaultTabStop', 840)}${val('w:characterSpacingControl', 'doNotCompress')}<w:compat>${mode}</w:compat>${fonts}${val('w:decimalSymbol', '.')}${val('w:listSeparator', ',')}</w:settings>`;
}

export function headerPart(document: PrintDocument): string {
  const run = `<w:r><w:t xml:space="preserve">${escapeXml(document.title)}</w:t></w:r>`;
  return `${XML_HEAD}<w:hdr ${NAMESPACES}><w:p><w:pPr>${val('w:pStyle', 'Header')}</w:pPr>${run}</w:p></w:hdr>`;
}

/** n／N in the middle. */
export function footerPart(): string {
  const slash = '<w:r><w:t xml:space="preserve"> / </w:t></w:r>';
  return `${XML_HEAD}<w:ftr ${NAMESPACES}><w:p><w:pPr>${val('w:pStyle', 'Footer')}</w:pPr>${field('PAGE')}${slash}${field('NUMPAGES')}</w:p></w:ftr>`;
}

function field(instruction: string): string {
  const mark = (type: string) => `<w:r>${element('w:fldChar', { 'w:fldCharType': type })}</w:r>`;
  const code = `<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>`;
  return `${mark('begin')}${code}${mark('separate')}<w:r><w:t>1</w:t></w:r>${mark('end')}`;
}

export function commentsPart(comments: readonly PrintComment[]): string {
  return `${XML_HEAD}<w:comments ${NAMESPACES}>${comments.map(commentXml).join('')}</w:comments>`;
}

function commentXml({ id, author, date, text }: PrintComment): string {
  const paragraphs = text.split('\n').map((one) => {
    return `<w:p><w:pPr>${val('w:pStyle', 'CommentText')}</w:pPr><w:r><w:t xml:space="preserve">${escapeXml(one)}</w:t></w:r></w:p>`;
  });
  const initials = author.slice(0, 1);
  return element(
    'w:comment',
    { 'w:id': id, 'w:author': author, 'w:date': date || undefined, 'w:initials': initials },
    paragraphs.join(''),
  );
}
