import type { ReactNode } from 'react';
import { classes } from './classes';

/** `error` red, `warn` look here, `change` since last year, `good` saved or certain, `accent` neutral information. */
export type Tone = 'plain' | 'accent' | 'good' | 'warn' | 'error' | 'change';

export interface BadgeProps {
  readonly children: ReactNode;
  readonly tone?: Tone;
  /** A count in a pill; `label` says what is counted. */
  readonly round?: boolean;
  readonly label?: string;
}

export function Badge({ children, tone = 'plain', round, label }: BadgeProps) {
  return (
    <span
      className={classes('badge', `badge-${tone}`, round && 'badge-round')}
      {...(label ? { title: label } : {})}
    >
      {children}
      {label ? <span className="visually-hidden"> {label}</span> : null}
    </span>
  );
}
