import i18next from 'i18next';
import { NEEDS_DOCUMENT, type MenuCommand } from '../../../shared/commands/events';
import { leavesOf, outline, type EntryNode, type Node } from '../../../shared/assessment/walk';
import type { Assessment } from '../../../shared/assessment/types';
import { formOf } from '../../../shared/forms/catalog';
import { labelOf } from '../../state/labels';
import { keysOf } from '../shortcuts';

/** What the palette can open: an item, an entry or a heading of the form, or a command. */
export type PaletteTarget =
  | { readonly kind: 'item'; readonly id: string; readonly title: string; readonly context: string }
  | {
      readonly kind: 'command';
      readonly id: MenuCommand;
      readonly title: string;
      readonly context: string;
      /** The shortcut, '' where there is none. */
      readonly keys: string;
    };

/** Commands that the palette offers, those of the daily work first. */
export const PALETTE_COMMANDS = [
  'edit.find',
  'edit.replace',
  'edit.undo',
  'edit.redo',
  'view.checks',
  'view.compare',
  'view.editor',
  'file.preview',
  'file.export',
  'file.save',
  'file.saveAs',
  'file.exportAll',
  'file.import',
  'file.new',
  'file.open',
  'file.backups',
  'file.thin',
  'file.close',
  'view.home',
  'view.settings',
  'help.shortcuts',
  'help.about',
] as const satisfies readonly MenuCommand[];

/** Everything that can be opened now, the form in official order, then the commands. */
export function paletteTargets(assessment: Assessment | undefined): readonly PaletteTarget[] {
  return [...(assessment ? itemTargets(assessment) : []), ...commandTargets(assessment !== undefined)];
}

function commandTargets(hasDocument: boolean): readonly PaletteTarget[] {
  return PALETTE_COMMANDS.filter((id) => hasDocument || !NEEDS_DOCUMENT.has(id)).map((id) => ({
    kind: 'command',
    id,
    title: i18next.t(`palette:commands.${id}`),
    context: i18next.t('palette:command'),
    keys: keysOf(id),
  }));
}

function itemTargets(assessment: Assessment): readonly PaletteTarget[] {
  const targetOf = (key: string, name = ''): PaletteTarget => {
    const { short, headings } = labelOf(assessment, key);
    return { kind: 'item', id: key, title: name === '' ? short : `${short} ${name}`, context: headings };
  };
  const below = (node: Node): readonly PaletteTarget[] => {
    if (node.kind === 'list')
      return node.entries.flatMap((entry) => [
        targetOf(entry.key, nameOf(entry)),
        ...(node.item.type === 'table' ? [] : entry.children.flatMap(below)),
      ]);
    const own =
      node.kind === 'section' || (node.kind === 'leaf' && node.item.fixed) ? [] : [targetOf(node.key)];
    return [...own, ...node.children.flatMap(below)];
  };
  const nameOf = (entry: EntryNode): string => {
    const value = assessment.values[leavesOf(entry.children)[0]?.path ?? ''];
    return typeof value === 'string' ? value : '';
  };
  return outline(formOf(assessment.form, assessment.edition), assessment).flatMap(below);
}
