import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { classes } from './classes';
import { Tip } from './Tip';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  /** One `primary` a screen. `link` reads as text in a sentence, `icon` is square. */
  readonly variant?: 'plain' | 'primary' | 'danger' | 'quiet' | 'link' | 'icon';
  readonly large?: boolean;
  readonly disabled?: boolean;
  /** What it does, where the face is only a sign; also shown as a tip. */
  readonly label?: string;
  /** Shown in the tip: `Ctrl+Z`. */
  readonly shortcut?: string;
  readonly slot?: string;
  readonly autoFocus?: boolean;
  readonly expanded?: boolean;
  readonly testId?: string;
}

export function Button({ variant = 'plain', label, shortcut, ...props }: ButtonProps) {
  const button = (
    <AriaButton
      className={classes('button', variant !== 'plain' && `button-${variant}`, props.large && 'button-large')}
      {...(label ? { 'aria-label': label } : {})}
      {...(props.expanded === undefined ? {} : { 'aria-expanded': props.expanded })}
      {...(props.slot ? { slot: props.slot } : {})}
      {...(props.autoFocus ? { autoFocus: true } : {})}
      isDisabled={props.disabled ?? false}
      onPress={() => props.onPress?.()}
      data-testid={props.testId}
    >
      {props.children}
    </AriaButton>
  );
  const tip = label ?? (shortcut ? '' : undefined);
  return tip === undefined ? (
    button
  ) : (
    <Tip text={tip} shortcut={shortcut}>
      {button}
    </Tip>
  );
}
