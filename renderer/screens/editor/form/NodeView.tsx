import { memo } from 'react';
import type { Node } from '../../../../shared/assessment/walk';
import { findItem } from '../../../../shared/forms/lookup';
import { useForm } from '../../../state/outline';
import { GroupView } from './GroupView';
import { ItemRow } from './ItemRow';
import { RepeatView } from './RepeatView';
import { TableView } from './TableView';

export interface NodeProps {
  readonly node: Node;
  /** How many labels stand to the left of this one. */
  readonly level: number;
  /** Its label stands above it already. */
  readonly alone?: boolean;
  /** The label in place of the official one: `委託事項3` for the name of an entry. */
  readonly label?: string;
}

/** One item of the form with all that stands below it, in official order. */
export const NodeView = memo(function NodeView({ node, level, alone, label }: NodeProps) {
  const form = useForm();
  switch (node.kind) {
    case 'section':
      return null;
    case 'group':
      return <GroupView node={node} level={level} />;
    case 'list':
      return node.item.type === 'table' ? <TableView node={node} /> : <RepeatView node={node} />;
    case 'leaf': {
      if (isInsideOption(form, node.item.id)) return null;
      return (
        <>
          <ItemRow node={node} level={level} alone={alone ?? false} {...(label ? { label } : {})} />
          {node.children.map((child) => (
            <NodeView key={child.key} node={child} level={level + 1} />
          ))}
        </>
      );
    }
  }
});

/** A count that is printed behind an option stands there and not in a row of its own. */
function isInsideOption(form: Parameters<typeof findItem>[0], id: string): boolean {
  const placed = findItem(form, id);
  if (placed?.item.type !== 'count') return false;
  const siblings = placed.parents.at(-1)?.children ?? placed.section.items;
  return siblings.some((item) => item.options?.some((option) => option.countItem === id));
}
