import { itemLabel, printedNumber, sectionLabel } from '../forms/label';
import type { FormItem } from '../forms/types';
import type { Node } from './walk';

export type SectionNode = Extract<Node, { kind: 'section' }>;

/** What a person writes at one time: a numbered item of a section (`４．…`), or the unnumbered items that are together. */
export interface Part {
  /** Key of its first node, unique in the document. */
  readonly key: string;
  readonly section: SectionNode;
  /** Official wording; absent where the section itself is the part. */
  readonly heading?: string;
  /** The item whose heading is the heading of the part. */
  readonly item?: FormItem;
  readonly nodes: readonly Node[];
}

/** A section of the form as its parts; a section without items (項目一覧) is one empty part. */
export function partsOf(section: SectionNode): readonly Part[] {
  if (section.children.length === 0) return [{ key: section.key, section, nodes: [] }];
  const parts: Part[] = [];
  for (const node of section.children) {
    const last = parts.at(-1);
    if (isNumbered(node)) parts.push(numberedPart(section, node));
    else if (last && !last.heading) parts[parts.length - 1] = { ...last, nodes: [...last.nodes, node] };
    else parts.push({ key: node.key, section, nodes: [node] });
  }
  return parts;
}

/** `Ⅱ ４．特定個人情報ファイルの取扱いの委託`; the section where the part has no heading of its own. */
export function partTitle(part: Part): string {
  if (!part.heading) return sectionLabel(part.section.section);
  const number = part.section.section.number;
  return number ? `${number} ${part.heading}` : part.heading;
}

function numberedPart(section: SectionNode, node: Exclude<Node, SectionNode>): Part {
  const nodes = node.kind === 'group' ? node.children : [node];
  return { key: node.key, section, heading: itemLabel(node.item), item: node.item, nodes };
}

function isNumbered(node: Node): node is Exclude<Node, SectionNode> {
  return node.kind !== 'section' && /^\d+\.$/.test(node.item.number ?? '');
}

/** `４．取扱いの委託`: for the tree, where the official wording is too long. */
export function shortHeading(item: FormItem): string {
  const words = item.label
    .replace(/[\s　]*[（【].*$/u, '')
    .replace(/^特定個人情報(ファイル)?(の|を|に|における)/u, '');
  return `${printedNumber(item.number ?? '')}${words || item.label}`;
}
