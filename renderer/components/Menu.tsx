import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import { classes } from './classes';
import { Kbd } from './Kbd';

export type MenuEntry =
  | {
      readonly kind: 'act';
      readonly id: string;
      readonly label: string;
      readonly onAct: () => void;
      readonly shortcut?: string;
      readonly disabled?: boolean;
      readonly danger?: boolean;
    }
  | { readonly kind: 'line'; readonly id: string };

/** A button that opens a list of acts. `label` names the button where its face is only a sign. */
export function Menu(props: {
  readonly face: ReactNode;
  readonly label?: string;
  readonly look?: 'plain' | 'icon' | 'quiet' | 'primary';
  readonly entries: readonly MenuEntry[];
}) {
  return (
    <MenuTrigger>
      <AriaButton
        className={classes('button', props.look && props.look !== 'plain' && `button-${props.look}`)}
        {...(props.label ? { 'aria-label': props.label } : {})}
      >
        {props.face}
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <AriaMenu className="menu">{props.entries.map(entryElement)}</AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function entryElement(entry: MenuEntry) {
  if (entry.kind === 'line') return <Separator key={entry.id} className="menu-separator" />;
  return (
    <MenuItem
      key={entry.id}
      id={entry.id}
      textValue={entry.label}
      className={classes('menu-item', entry.danger && 'menu-item-danger')}
      isDisabled={entry.disabled ?? false}
      onAction={entry.onAct}
    >
      <span>{entry.label}</span>
      {entry.shortcut ? <Kbd keys={entry.shortcut} /> : null}
    </MenuItem>
  );
}
