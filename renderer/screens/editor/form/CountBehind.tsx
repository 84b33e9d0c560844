import { siblingPath } from '../../../../shared/assessment/conditions';
import { itemLabel } from '../../../../shared/forms/label';
import type { FormItem } from '../../../../shared/forms/types';
import { CountField } from '../../../fields/CountField';
import { useForm } from '../../../state/outline';
import { countBehind } from './counts';
import { RowFindings } from './RowFindings';

/** The （　）件 that is printed in the same cell as a choice. */
export function CountBehind({ path, item }: { readonly path: string; readonly item: FormItem }) {
  const count = countBehind(useForm(), item.id);
  if (!count) return null;
  const countPath = siblingPath(path, count.id);
  return (
    <div id={`item-${countPath}`} data-path={countPath}>
      <span id={`label-${countPath}`} className="visually-hidden">
        {itemLabel(count)}
      </span>
      <CountField path={countPath} item={count} labelledBy={`label-${countPath}`} />
      <RowFindings path={countPath} />
    </div>
  );
}
