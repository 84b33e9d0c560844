import type { ReactNode } from 'react';
import type { Node } from '../../../../shared/assessment/walk';
import { itemLabel } from '../../../../shared/forms/label';
import { classes } from '../../../components/classes';
import { ConditionNote, useIdle } from './ConditionNote';

interface GroupProps {
  readonly node: Extract<Node, { kind: 'group' }>;
  readonly level: number;
  readonly children: ReactNode;
}

/** A heading over several items (リスク１：…, ⑦使用の主体). */
export function GroupView({ node, level, children }: GroupProps) {
  const idle = useIdle(node.key, node.item);
  const headings = node.item.labels ?? [itemLabel(node.item)];
  return (
    <div
      className={classes('group', idle && 'idle')}
      role="group"
      aria-labelledby={`group-${node.key}`}
      id={`item-${node.key}`}
    >
      <div className={classes('bar', level > 0 && 'bar-inner')} id={`group-${node.key}`}>
        {headings.map((heading) => (
          <span key={heading}>
            {heading}
            {node.item.mark ? <span className="mark"> ※</span> : null}
          </span>
        ))}
      </div>
      <ConditionNote path={node.key} item={node.item} />
      {children}
    </div>
  );
}
