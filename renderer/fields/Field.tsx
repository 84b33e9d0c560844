import type { ComponentType } from 'react';
import type { LeafType } from '../../shared/forms/types';
import { ChecksField } from './ChecksField';
import { ChoiceField } from './ChoiceField';
import { CountField } from './CountField';
import { DateField } from './DateField';
import { FixedText } from './FixedText';
import { FlagField } from './FlagField';
import { ImageField } from './ImageField';
import { LongTextField, TextField } from './TextField';
import type { FieldProps } from './types';

/** One component per type of item. */
const fields: Readonly<Record<LeafType, ComponentType<FieldProps>>> = {
  text: TextField,
  longtext: LongTextField,
  date: DateField,
  count: CountField,
  choice: ChoiceField,
  checks: ChecksField,
  flag: FlagField,
  image: ImageField,
};

/** The field of an item, as its type asks. */
export function Field(props: FieldProps) {
  if (props.item.fixed) return <FixedText {...props} />;
  const Typed = fields[props.item.type as LeafType];
  return <Typed {...props} />;
}
