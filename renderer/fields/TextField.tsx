import { TextArea } from '../components/TextArea';
import { useReadOnly, useValue, setItemValue } from '../state/document';
import { FieldMarks } from './FieldMarks';
import type { FieldProps } from './types';

/** A text of one line; an imported value with line breaks is shown as it is. */
export function TextField(props: FieldProps) {
  return <PlainText {...props} oneLine lines={1} />;
}

export function LongTextField(props: FieldProps) {
  return <PlainText {...props} lines={2} />;
}

function PlainText(props: FieldProps & { readonly lines: number; readonly oneLine?: boolean }) {
  const value = useValue(props.path);
  const readOnly = useReadOnly();
  const text = typeof value === 'string' ? value : '';
  const area = (
    <FieldMarks path={props.path} text={text}>
      <TextArea
        value={text}
        onCommit={(text) => setItemValue(props.path, text)}
        oneLine={props.oneLine ?? false}
        lines={props.lines}
        labelledBy={props.labelledBy}
        readOnly={readOnly}
        bad={props.bad ?? false}
        {...(props.describedBy ? { describedBy: props.describedBy } : {})}
      />
    </FieldMarks>
  );
  const { prefix, suffix } = props.item;
  if (!prefix && !suffix) return area;
  return (
    <div className="stack-tight">
      <span className="label">{prefix}</span>
      {area}
      <span className="label">{suffix}</span>
    </div>
  );
}
