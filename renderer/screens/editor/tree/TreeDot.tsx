import { useTranslation } from 'react-i18next';
import { useOverview } from '../../../state/findings';
import { progressBelow } from '../../../state/overview';

/** How far a section is filled in: empty, half, full; the numbers are said to those who do not see the dot. */
export function TreeDot({ target }: { readonly target: string }) {
  const { t } = useTranslation('editor');
  const key = useOverview((state) => {
    const { filled, asked } = progressBelow(state, target);
    return `${String(filled)}/${String(asked)}`;
  });
  const [filled = 0, asked = 0] = key.split('/').map(Number);
  const label = asked === 0 ? t('tree.nothing') : t('tree.progress', { filled, asked });
  const state = filled === 0 ? 'none' : filled < asked ? 'some' : 'all';
  return (
    <span className={`dot dot-${state}`} title={label}>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
