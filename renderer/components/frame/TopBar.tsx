import type { ReactNode } from 'react';

/** The bar over a screen: what is open, its badges, and the acts of the screen (one of them primary, last). */
export function TopBar(props: {
  readonly title: string;
  readonly detail?: string;
  readonly badges?: ReactNode;
  readonly before?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <header className="top-bar">
      {props.before}
      <div className="top-title">
        <h1 title={props.title}>{props.title}</h1>
        {props.badges}
        {props.detail ? <span className="muted">{props.detail}</span> : null}
      </div>
      {props.children}
    </header>
  );
}
