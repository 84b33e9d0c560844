import type { Xml } from '../../publish/ooxml/package';
import { unpack } from '../../publish/ooxml/package';

/** What Word shows after all tracked changes were accepted or rejected: a line for each paragraph, `|` between cells. */
export function settled(bytes: Uint8Array, how: 'accept' | 'reject'): readonly string[] {
  const document = unpack(bytes).part('word/document.xml');
  const body = document.children.find(({ name }) => name === 'w:body');
  return blocks(body?.children ?? [], how).filter((text) => text !== '');
}

const GONE = { accept: 'w:del', reject: 'w:ins' } as const;

function blocks(nodes: readonly Xml[], how: 'accept' | 'reject'): string[] {
  const texts: string[] = [];
  let open: string | undefined;
  for (const node of nodes) {
    if (node.name === 'w:tbl')
      texts.push(...node.children.filter(({ name }) => name === 'w:tr').flatMap((row) => rowText(row, how)));
    if (node.name !== 'w:p') continue;
    const text: string = (open ?? '') + textOf(node, how);
    if (endIsGone(node, how)) open = text;
    else {
      texts.push(text);
      open = undefined;
    }
  }
  // What a paragraph without an end leaves at the end of a cell is its last paragraph.
  return open === undefined || open === '' ? texts : [...texts, open];
}

function rowText(row: Xml, how: 'accept' | 'reject'): string[] {
  const properties = row.children.find(({ name }) => name === 'w:trPr');
  if (properties?.children.some(({ name }) => name === GONE[how])) return [];
  const cells = row.children.filter(({ name }) => name === 'w:tc');
  return [cells.map((cell) => blocks(cell.children, how).join('\n')).join(' | ')];
}

function endIsGone(paragraph: Xml, how: 'accept' | 'reject'): boolean {
  const properties = paragraph.children.find(({ name }) => name === 'w:pPr');
  const run = properties?.children.find(({ name }) => name === 'w:rPr');
  return run?.children.some(({ name }) => name === GONE[how]) ?? false;
}

function textOf(node: Xml, how: 'accept' | 'reject'): string {
  if (node.name === GONE[how]) return '';
  if (node.name === 'w:t' || node.name === 'w:delText') return node.text;
  if (node.name === 'w:tab') return '\t';
  if (node.name === 'w:drawing') return '[picture]';
  return node.name === 'w:pPr' ? '' : node.children.map((child) => textOf(child, how)).join('');
}
