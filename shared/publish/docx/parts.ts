import type { PrintComment, PrintDocument } from '../model/types';
import { contentTypes as typesOf, relations } from '../properties';
import { element, escapeXml, XML_HEAD } from '../xml';
import { NAMESPACES, val } from './words';
import type { PlacedPicture } from './writing';

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export function contentTypes(commented: boolean): string {
  return typesOf([
    ['/word/document.xml', `${MAIN}.document.main+xml`],
    ['/word/styles.xml', `${MAIN}.styles+xml`],
    ['/word/settings.xml', `${MAIN}.settings+xml`],
    ['/word/header1.xml', `${MAIN}.header+xml`],
    ['/word/footer1.xml', `${MAIN}.footer+xml`],
    ...(commented ? [['/word/comments.xml', `${MAIN}.comments+xml`] as const] : []),
  ]);
}

export function documentRelations(commented: boolean, pictures: readonly PlacedPicture[]): string {
  return relations([
    ['rIdStyles', 'styles', 'styles.xml'],
    ['rIdSettings', 'settings', 'settings.xml'],
    ['rIdHeader', 'header', 'header1.xml'],
    ['rIdFooter', 'footer', 'footer1.xml'],
    ...(commented ? [['rIdComments', 'comments', 'comments.xml'] as const] : []),
    ...pictures.map((picture) => [picture.relation, 'image', picture.path] as const),
  ]);
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
