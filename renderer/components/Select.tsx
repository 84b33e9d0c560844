import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';

export interface SelectOption<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

/** One of a few; for official options with numbers use radio buttons instead. */
export function Select<Id extends string>(props: {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly options: readonly SelectOption<Id>[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}) {
  return (
    <AriaSelect
      className="field"
      aria-label={props.label}
      value={props.chosen}
      onChange={(key) => props.onChoose(key as Id)}
    >
      {props.hideLabel ? null : <Label className="field-label">{props.label}</Label>}
      <Button className="select-button">
        <SelectValue />
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="popover">
        <ListBox className="menu">
          {props.options.map((option) => (
            <ListBoxItem className="menu-item" key={option.id} id={option.id}>
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
