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
        <RepeatView node={node} draw={drawItem} />
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

function drawItem(node: Node, label: string | undefined): ReactNode {
  return <NodeView key={node.key} node={node} level={0} {...(label ? { label } : {})} />;
}
