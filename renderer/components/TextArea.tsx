import { useLayoutEffect, useRef, type ClipboardEvent, type CSSProperties, type KeyboardEvent } from 'react';
import { caretAfter } from './caret';
import { classes } from './classes';
import { singleCellText } from './singleCell';

export interface TextAreaProps {
  readonly value: string;
  /** Called with the whole text after each change that is not in the middle of a composition. */
  readonly onCommit: (text: string) => void;
  /** Enter makes no line break; line breaks in pasted text are kept as they are. */
  readonly oneLine?: boolean;
  readonly onEnter?: () => void;
  readonly id?: string;
  readonly labelledBy?: string;
  readonly label?: string;
  readonly describedBy?: string;
  readonly readOnly?: boolean;
  readonly bad?: boolean;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
  readonly className?: string;
  readonly onFocus?: () => void;
  readonly onPaste?: (event: ClipboardEvent) => void;
  /** Smallest height, in lines. */
  readonly lines?: number;
}

/**
 * A plain text area that grows with its text. The browser owns the text while somebody writes: an input method
 * loses or doubles characters when its text is set from outside, so a value from outside (undo, replace) is
 * put in only when no composition is running. Enter while composing commits the composition and nothing else.
 */
export function TextArea({ value, onCommit, oneLine, lines = 1, ...props }: TextAreaProps) {
  const place = useRef<HTMLTextAreaElement>(null);
  const composing = useRef(false);
  const commit = () => {
    const text = place.current?.value ?? '';
    if (!composing.current && text !== value) onCommit(text);
  };
  useLayoutEffect(() => {
    if (!composing.current) putText(place.current, value);
  }, [value]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !oneLine) return;
    event.preventDefault();
    props.onEnter?.();
  };
  const onPaste = (event: ClipboardEvent) => {
    props.onPaste?.(event);
    if (event.isDefaultPrevented() || props.readOnly || !place.current) return;
    const { clipboardData } = event;
    const cell = singleCellText(clipboardData.getData('text'), clipboardData.getData('text/html'));
    if (cell === undefined) return;
    event.preventDefault();
    putIn(place.current, cell);
    commit();
  };
  return (
    <textarea
      ref={place}
      id={props.id}
      className={classes('input', props.bad && 'input-bad', props.className)}
      rows={lines}
      style={{ '--lines': lines } as CSSProperties}
      defaultValue={value}
      readOnly={props.readOnly}
      spellCheck={false}
      autoFocus={props.autoFocus}
      placeholder={props.placeholder}
      aria-labelledby={props.labelledBy}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      aria-invalid={props.bad === true ? true : undefined}
      onCompositionStart={() => (composing.current = true)}
      onCompositionEnd={() => {
        composing.current = false;
        commit();
      }}
      onInput={commit}
      onBlur={() => {
        composing.current = false;
        commit();
      }}
      onFocus={props.onFocus}
      onPaste={onPaste}
      onKeyDown={onKeyDown}
    />
  );
}

/** Puts a text in the place of what is selected, as typing does. */
function putIn(area: HTMLTextAreaElement, text: string): void {
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
}

/** Puts a text in from outside, the caret kept behind the same characters where it was. */
function putText(area: HTMLTextAreaElement | null, text: string): void {
  if (!area || area.value === text) return;
  const caret = area.selectionStart;
  const before = area.value;
  area.value = text;
  if (document.activeElement !== area) return;
  const at = caretAfter(before, text, caret);
  area.setSelectionRange(at, at);
}
