import type { ReactNode } from 'react';

/** A box or radio button with its words. Native controls: a long form holds hundreds of them. */
export function Option(props: {
  readonly kind: 'checkbox' | 'radio';
  readonly chosen: boolean;
  readonly onChange: (chosen: boolean) => void;
  readonly children: ReactNode;
  readonly name?: string;
  readonly disabled?: boolean;
}) {
  return (
    <label className="option">
      <input
        type={props.kind}
        name={props.name}
        checked={props.chosen}
        disabled={props.disabled}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>{props.children}</span>
    </label>
  );
}
