import { useTranslation } from 'react-i18next';
import { blankAfter, blanksOf } from '../../../../shared/assessment/completion';
import { Button } from '../../../components/Button';
import { useOverview } from '../../../state/findings';
import { setFocusedItem, focusItem, useFocus } from '../../../state/focus';

/** How many items are blank, and the way from one to the next: without it, no finding would look like nothing to do. */
export function BlankLine() {
  const { t } = useTranslation('editor');
  const filled = useOverview((state) => state.filled);
  const count = blanksOf(filled).length;
  if (count === 0) return null;
  return (
    <div className="side-bar">
      <span className="label grow">{t('findings.blank', { count })}</span>
      <Button variant="link" onPress={focusNextBlank}>
        {t('findings.nextBlank')}
      </Button>
    </div>
  );
}

function focusNextBlank(): void {
  const path = blankAfter(useOverview.getState().filled, useFocus.getState().path);
  if (path === undefined) return;
  setFocusedItem(path);
  focusItem(path);
}
