import type { Assessment } from '../../assessment/types';
import { outline, type Node } from '../../assessment/walk';
import { formOf } from '../../forms/catalog';
import type { FormSection } from '../../forms/types';
import { attachmentSections } from './attachments';
import { changesTable } from './changes';
import { type Context, contextOf } from './context';
import { coverBlocks } from './cover';
import { TEXT_WIDTH } from './measure';
import { blocksFrom, topElements } from './elements';
import { cell, plain, plainRuns, printed, type RunSource } from './runs';
import type { PrintBlock, PrintDocument, PrintSection } from './types';
import { textWithRole } from '../../assessment/roles';
import { idWithRole } from '../../forms/roles';

export interface PrintOptions {
  readonly runs?: RunSource;
  /** Parts to print, by their key in the outline; all where absent. */
  readonly sections?: readonly string[];
}

type SectionNode = Extract<Node, { kind: 'section' }>;

/** The whole document (or the parts asked for) as it is on paper, in official order. */
export function printDocument(assessment: Assessment, options: PrintOptions = {}): PrintDocument {
  const form = formOf(assessment.form, assessment.edition);
  const context = contextOf(form, assessment, options.runs ?? plainRuns);
  const parts = outline(form, assessment).flatMap((node) =>
    node.kind === 'section' ? [sectionOf(context, node)] : [],
  );
  const all = distinctTitles([...parts, ...attachmentSections(context)]);
  const requested = options.sections;
  return {
    title: textWithRole(assessment, 'name') || form.name,
    formName: form.name,
    agency: textWithRole(assessment, 'agency'),
    sections: requested ? all.filter((section) => requested.includes(section.key)) : all,
    comments: [],
  };
}

function sectionOf(context: Context, node: SectionNode): PrintSection {
  const { section, children } = node;
  const coverId = idWithRole(context.form, 'cover');
  const wide = children.some((child) => child.kind === 'list' && child.item.type === 'table');
  const blocks =
    section.id === coverId ? coverBlocks(context, section, children) : partBlocks(context, section, children);
  return {
    key: node.key,
    title: plainTitle(section),
    orientation: wide ? 'landscape' : 'portrait',
    ...(section.number?.startsWith('（') !== true && isShort(blocks) && !wide ? { follows: true } : {}),
    blocks,
  };
}

/** A single row that fits on a page with others. */
function isShort(blocks: readonly PrintBlock[]): boolean {
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  return rows.length === 1 && !rows[0]?.breakable && !rows[0]?.minHeight;
}

function partBlocks(
  context: Context,
  section: FormSection,
  children: readonly Node[],
): readonly PrintBlock[] {
  const heading: PrintBlock = { kind: 'heading', role: 'part', runs: plain(partHeading(section)) };
  if (section.entries) return [heading, entriesTable(section)];
  return [heading, ...children.flatMap((node) => topBlocks(context, node, section))];
}

function topBlocks(context: Context, node: Node, section: FormSection): readonly PrintBlock[] {
  if (node.kind === 'list' && node.item.type === 'table') return [changesTable(context, node)];
  return blocksFrom(topElements(context, node, section.title));
}

/** 項目一覧: a line for each part. */
function entriesTable(section: FormSection): PrintBlock {
  const rows = (section.entries ?? []).map((entry) => ({
    cells: [cell('value', 1, [printed('entry', entry)])],
  }));
  return { kind: 'table', label: section.title, columns: [TEXT_WIDTH], rows };
}

/** `Ⅲ　リスク対策　※（７．②を除く。）` */
function partHeading(section: FormSection): string {
  return plainTitle(section) + (section.printedNote ? `　${section.printedNote}` : '');
}

function plainTitle(section: FormSection): string {
  return section.number ? `${section.number}　${section.title}` : section.title;
}

/** Of parts with one title the second and later carry a number, so that sheets and bookmarks differ. */
function distinctTitles(sections: readonly PrintSection[]): readonly PrintSection[] {
  const seen = new Map<string, number>();
  return sections.map((section) => {
    const count = (seen.get(section.title) ?? 0) + 1;
    seen.set(section.title, count);
    return count === 1 ? section : { ...section, title: `${section.title}（${String(count)}）` };
  });
}
