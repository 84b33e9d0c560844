import { focusItem } from '../../../state/focus';
import { useLabel } from '../../../state/labels';

/** Which item a tab is about. */
export function ItemHead({ path }: { readonly path: string }) {
  const label = useLabel(path);
  return (
    <div className="side-head">
      <button type="button" className="button button-link side-title" onClick={() => focusItem(path)}>
        {label.short}
      </button>
      <p className="muted small">{label.headings}</p>
    </div>
  );
}
