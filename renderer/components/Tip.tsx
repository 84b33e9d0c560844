import type { ReactNode } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import { Kbd } from './Kbd';

/** A tip over a control: what it does and its shortcut. The child must be a control of this set. */
export function Tip(props: {
  readonly text: string;
  readonly shortcut?: string;
  readonly children: ReactNode;
}) {
  return (
    <TooltipTrigger delay={600} closeDelay={100}>
      {props.children}
      <Tooltip className="tip" offset={6}>
        {props.text} {props.shortcut ? <Kbd keys={props.shortcut} /> : null}
      </Tooltip>
    </TooltipTrigger>
  );
}
