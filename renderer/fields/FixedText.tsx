import { useValue } from '../state/document';
import type { FieldProps } from './types';

/** Text that is printed on the form and not written by a person. */
export function FixedText({ path, item }: FieldProps) {
  const value = useValue(path);
  return <p className="printed">{typeof value === 'string' ? value : item.default}</p>;
}
