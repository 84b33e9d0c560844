import { isLeaf } from '../forms/lookup';
import type { Form, FormItem, FormSection } from '../forms/types';
import { entriesOf, ordinalsOf } from './edit';
import { FILES, type ListPath, type Path } from './path';
import type { Assessment, Entry } from './types';

/** A part of the form as it is in one assessment, in official order; the tree of the document. */
export type Node =
  | {
      readonly kind: 'section';
      readonly key: string;
      readonly section: FormSection;
      readonly file?: PlacedEntry;
      readonly children: readonly Node[];
    }
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly item: FormItem;
      readonly children: readonly Node[];
    }
  | {
      readonly kind: 'leaf';
      readonly key: string;
      readonly path: Path;
      readonly item: FormItem;
      readonly children: readonly Node[];
    }
  | {
      readonly kind: 'list';
      readonly key: string;
      readonly list: ListPath;
      readonly item: FormItem;
      readonly entries: readonly EntryNode[];
    };

export interface PlacedEntry {
  readonly entry: Entry;
  /** Printed number, from 1. */
  readonly ordinal: number;
}

export interface EntryNode extends PlacedEntry {
  readonly key: string;
  readonly children: readonly Node[];
}

/** The whole document as a tree. Sections that repeat occur once per 特定個人情報ファイル, one section after the other. */
export function outline(form: Form, assessment: Assessment): readonly Node[] {
  const files = placedEntries(assessment, FILES);
  return form.sections.flatMap((section) =>
    section.repeat === 'file'
      ? files.map((file) => sectionNode(section, assessment, file))
      : [sectionNode(section, assessment, undefined)],
  );
}

/** All leaves in official order. */
export function leavesOf(nodes: readonly Node[]): readonly Extract<Node, { kind: 'leaf' }>[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'list') return node.entries.flatMap((entry) => leavesOf(entry.children));
    const below = leavesOf(node.children);
    return node.kind === 'leaf' ? [node, ...below] : below;
  });
}

export function placedEntries(assessment: Assessment, list: ListPath): readonly PlacedEntry[] {
  const entries = entriesOf(assessment, list);
  const ordinals = ordinalsOf(entries);
  return entries.map((entry, at) => ({ entry, ordinal: ordinals[at] ?? at + 1 }));
}

function sectionNode(section: FormSection, assessment: Assessment, file: PlacedEntry | undefined): Node {
  const prefix = file ? `${section.id}[${file.entry.id}]` : section.id;
  const at: Place = { from: section.id, to: prefix };
  const children = section.items.map((item) => itemNode(item, assessment, at));
  return { kind: 'section', key: prefix, section, children, ...(file ? { file } : {}) };
}

/** Ids that begin with `from` become paths that begin with `to`. */
interface Place {
  readonly from: string;
  readonly to: string;
}

function itemNode(item: FormItem, assessment: Assessment, at: Place): Node {
  const path = at.to + item.id.slice(at.from.length);
  if (item.type === 'repeat' || item.type === 'table') return listNode(item, assessment, path);
  const children = (item.children ?? []).map((child) => itemNode(child, assessment, at));
  return isLeaf(item)
    ? { kind: 'leaf', key: path, path, item, children }
    : { kind: 'group', key: path, item, children };
}

function listNode(item: FormItem, assessment: Assessment, list: ListPath): Node {
  const entries = placedEntries(assessment, list).map((placed) => entryNode(item, assessment, list, placed));
  return { kind: 'list', key: list, list, item, entries };
}

function entryNode(item: FormItem, assessment: Assessment, list: ListPath, placed: PlacedEntry): EntryNode {
  const key = `${list}[${placed.entry.id}]`;
  const at = { from: item.id, to: key };
  return { ...placed, key, children: (item.children ?? []).map((child) => itemNode(child, assessment, at)) };
}
