import { useId, type ReactNode } from 'react';
import { TextArea } from './TextArea';

/** A named field of one line, outside the form (settings, search, dialogs). */
export function TextInput(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help?: ReactNode;
  readonly autoFocus?: boolean;
  readonly hideLabel?: boolean;
  readonly placeholder?: string;
  readonly onEnter?: () => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label className={props.hideLabel ? 'visually-hidden' : 'field-label'} htmlFor={id}>
        {props.label}
      </label>
      <TextArea
        id={id}
        oneLine
        value={props.value}
        onCommit={props.onChange}
        autoFocus={props.autoFocus ?? false}
        {...(props.placeholder ? { placeholder: props.placeholder } : {})}
        {...(props.onEnter ? { onEnter: props.onEnter } : {})}
      />
      {props.help ? <span className="field-help">{props.help}</span> : null}
    </div>
  );
}
