import { useTranslation } from 'react-i18next';
import { useDocument } from '../../../state/document';
import { showSideTab } from '../../../state/sidePanel';
import { setFocusedItem } from '../../../state/focus';

/** Comments of an item: a small sign in the label cell, always there where something was said. */
export function ItemMenu({ path, label }: { readonly path: string; readonly label: string }) {
  const { t } = useTranslation('editor');
  const open = useDocument(
    ({ view }) =>
      view?.comments.filter((comment) => comment.path === path && !comment.resolved && !comment.replyTo)
        .length ?? 0,
  );
  if (open === 0) return null;
  return (
    <button
      type="button"
      className="button button-link small"
      aria-label={t('comments.of', { count: open, item: label })}
      onClick={() => {
        setFocusedItem(path);
        showSideTab('comments');
      }}
    >
      {t('comments.count', { count: open })}
    </button>
  );
}
