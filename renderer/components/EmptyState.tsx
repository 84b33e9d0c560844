import type { ReactNode } from 'react';

/** An empty area: what will be shown here, and what to do first. */
export function EmptyState(props: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className="empty">
      <p className="empty-title">{props.title}</p>
      {props.children ? <div className="muted">{props.children}</div> : null}
      {props.actions ? <div className="line-up">{props.actions}</div> : null}
    </div>
  );
}
