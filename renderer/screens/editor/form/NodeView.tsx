import { memo, type ReactNode } from 'react';
import type { Node } from '../../../../shared/assessment/walk';
import { useForm } from '../../../state/outline';
import { isPrintedElsewhere } from './counts';
import { GroupView } from './GroupView';
import { ItemRow } from './ItemRow';
import { RepeatView } from './RepeatView';
import { TableView } from './TableView';

export interface NodeProps {
  readonly node: Node;
  /** The number of label columns to the left of this one. */
  readonly level: number;
  /** Its label is already shown above it. */
  readonly alone?: boolean;
  /** The label in place of the official one: `委託事項3` for the name of an entry. */
  readonly label?: string;
}

/** One node of the form with all nodes below it, in official order. */
export const NodeView = memo(function NodeView({ node, level, alone, label }: NodeProps) {
  const form = useForm();
  switch (node.kind) {
    case 'section':
      return null;
    case 'group':
      return (
        <GroupView node={node} level={level}>
          {node.children.map((child) => (
            <NodeView key={child.key} node={child} level={level} />
          ))}
        </GroupView>
      );
    case 'list':
      return node.item.type === 'table' ? (
        <TableView node={node} />
      ) : (
        <RepeatView node={node} draw={renderItem} />
      );
    case 'leaf': {
      if (isPrintedElsewhere(form, node.item.id)) return null;
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

function renderItem(node: Node, label: string | undefined): ReactNode {
  return <NodeView key={node.key} node={node} level={0} {...(label ? { label } : {})} />;
}
