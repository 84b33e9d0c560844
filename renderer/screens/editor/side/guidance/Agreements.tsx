import { useTranslation } from 'react-i18next';
import { instancesOf, itemIdOf } from '../../../../../shared/assessment/path';
import { leavesOf, outline } from '../../../../../shared/assessment/walk';
import { formOf } from '../../../../../shared/forms/catalog';
import { labelPath } from '../../../../../shared/forms/label';
import type { FormItemRef } from '../../../../../shared/guidance/types';
import { Button } from '../../../../components/Button';
import { useDocument } from '../../../../state/document';
import { focusItem } from '../../../../state/focus';
import { useForm } from '../../../../state/outline';

/** Items that must say the same; those of this document are one click away. */
export function Agreements({
  path,
  items,
}: {
  readonly path: string;
  readonly items: readonly FormItemRef[];
}) {
  const { t } = useTranslation('guidance');
  const form = useForm();
  return (
    <ul className="guidance-list">
      {items.map((ref) => {
        const label = labelPath(formOf(ref.form), ref.item) ?? ref.item;
        return (
          <li key={`${ref.form}${ref.item}`}>
            {ref.form === form.id ? (
              <Button variant="link" onPress={() => revealNearest(ref.item, path)}>
                {label}
              </Button>
            ) : (
              t('inForm', { form: formOf(ref.form).number, label })
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Of several entries the one in the same 特定個人情報ファイル, or in the same entry. */
function revealNearest(item: string, from: string): void {
  const { assessment } = useDocument.getState();
  if (!assessment) return;
  const nodes = outline(formOf(assessment.form, assessment.edition), assessment);
  const places = leavesOf(nodes).filter(({ path }) => itemIdOf(path) === item);
  const near = instancesOf(from);
  const shared = (path: string) => instancesOf(path).filter((instance) => near.includes(instance)).length;
  const [nearest] = places.sort((a, b) => shared(b.path) - shared(a.path));
  if (nearest) focusItem(nearest.path);
}
