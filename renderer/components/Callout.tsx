import type { ReactNode } from 'react';
import type { Tone } from './Badge';
import { classes } from './classes';

/** A block that asks for attention; the words carry the meaning, the colour only helps. */
export function Callout(props: {
  readonly tone?: Tone;
  readonly children: ReactNode;
  readonly role?: 'alert' | 'status';
}) {
  return (
    <div className={classes('callout', props.tone && `callout-${props.tone}`)} role={props.role}>
      {props.children}
    </div>
  );
}
