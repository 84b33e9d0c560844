import { attachmentOf, attachmentsOf } from '../../assessment/items';
import { ATTACHMENTS } from '../../assessment/path';
import type { Context } from './context';
import { TEXT_WIDTH } from './measure';
import { acrossRow } from './rows';
import { cell, plain, splitLines } from './runs';
import { columnWidths } from './columnWidths';
import type { PrintSection, Row, TableBlock, Twips } from './types';

/** 別紙 and other tables that no item of the form holds, each on a page of its own, at the end. */
export function attachmentSections(context: Context): readonly PrintSection[] {
  return attachmentsOf(context.assessment).map((id, at) => attachmentSection(context, id, at + 1));
}

function attachmentSection(context: Context, id: string, ordinal: number): PrintSection {
  const { title, rows } = attachmentOf(context.assessment, id);
  const key = `${ATTACHMENTS}[${id}]`;
  const name = title === '' ? `別紙${String(ordinal)}` : title;
  const table = rows.length > 0 ? [attachmentTable(context, `${key}.rows`, name, rows)] : [];
  const heading = {
    kind: 'heading',
    role: 'part',
    runs: title === '' ? plain(name) : context.runs.text(`${key}.title`, title),
  } as const;
  return { key, title: name, orientation: 'portrait', blocks: [heading, ...table] };
}

function attachmentTable(
  context: Context,
  path: string,
  label: string,
  grid: readonly (readonly string[])[],
): TableBlock {
  const count = Math.max(1, ...grid.map((cells) => cells.length));
  const columns = columnWidths(grid, count, TEXT_WIDTH);
  return { kind: 'table', label, columns, rows: grid.map((cells) => gridRow(context, path, cells, columns)) };
}

function gridRow(context: Context, path: string, texts: readonly string[], columns: readonly Twips[]): Row {
  const missing = columns.length - texts.length;
  const cells = texts.map((text, at) => {
    const span = at === texts.length - 1 ? 1 + missing : 1;
    const runs = text === '' ? [] : context.runs.text(path, text);
    return cell('value', span, splitLines('text', runs), { paths: [path] });
  });
  const filled = cells.length > 0 ? cells : [cell('value', columns.length, splitLines('text', []))];
  return acrossRow(filled, columns);
}
