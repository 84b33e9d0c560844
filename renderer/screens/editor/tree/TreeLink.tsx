import { useEffect, useRef, type ReactNode } from 'react';
import { classes } from '../../../components/classes';
import { focusItem } from '../../../state/focus';

interface TreeLinkProps {
  readonly label: string;
  /** Stands below the label: which of several. */
  readonly detail?: string | undefined;
  readonly level: 0 | 1 | 2;
  /** Key of the part or entry to go to. */
  readonly target?: string;
  readonly onPress?: () => void;
  readonly current: boolean;
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  /** A section can be opened and closed. */
  readonly open?: boolean;
  readonly toggleLabel?: string;
  readonly onToggle?: () => void;
}

/** One line of the tree: what it is, how far it is, what was found in it. */
export function TreeLink(props: TreeLinkProps) {
  const { target, onPress, current } = props;
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div ref={line} className={classes('tree-line', current && 'tree-line-current')}>
      <button
        type="button"
        className={classes('side-link', 'tree-link', `tree-level-${String(props.level)}`)}
        title={props.detail ? `${props.label} ${props.detail}` : props.label}
        aria-current={current ? 'location' : undefined}
        onClick={() => (onPress ? onPress() : target && focusItem(target))}
      >
        {props.before}
        <span className="tree-label">
          {props.label}
          {props.detail ? <span className="tree-detail">{props.detail}</span> : null}
        </span>
        {props.after}
      </button>
      {props.onToggle ? (
        <button
          type="button"
          className="tree-toggle"
          aria-label={props.toggleLabel}
          aria-expanded={props.open}
          onClick={props.onToggle}
        >
          {props.open ? '▾' : '▸'}
        </button>
      ) : null}
    </div>
  );
}
