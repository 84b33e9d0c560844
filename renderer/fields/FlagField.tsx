import { Option } from '../components/Option';
import { useReadOnly, useValue, setItemValue } from '../state/document';
import type { FieldProps } from './types';

/** A single mark of the form: [○] 委託しない. */
export function FlagField({ path, item }: FieldProps) {
  const value = useValue(path);
  const readOnly = useReadOnly();
  return (
    <Option
      kind="checkbox"
      chosen={value === true}
      disabled={readOnly}
      onChange={(on) => setItemValue(path, on ? true : undefined)}
    >
      {item.label}
    </Option>
  );
}
