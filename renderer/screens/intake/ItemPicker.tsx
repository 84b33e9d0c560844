import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeftoverText } from '../../../shared/assessment/document';
import { leavesOf, outline } from '../../../shared/assessment/walk';
import { normaliseForComparison } from '../../../shared/japanese/normalise';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { TextInput } from '../../components/TextInput';
import { useAssessment } from '../../state/document';
import { selectItem } from '../../state/intake';
import { placeLeftover, acceptsText } from '../../state/leftover';
import { useForm } from '../../state/outline';
import { labelOf } from '../../state/labels';

/** Entries shown at once; more words find the rest. */
const MAX_LISTED = 60;

/** Chooses the item that a piece of 未割当 text belongs to, by words of its headings. */
export function ItemPicker({
  piece,
  onClose,
}: {
  readonly piece: LeftoverText;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['intake', 'common']);
  const form = useForm();
  const assessment = useAssessment();
  const [query, setQuery] = useState('');
  const items = useMemo(() => {
    const leaves = leavesOf(outline(form, assessment)).filter(({ path }) => acceptsText(assessment, path));
    return leaves.map(({ path }) => ({ path, label: labelOf(assessment, path) }));
  }, [form, assessment]);
  const words = query.split(/[\s　]+/).map(normaliseForComparison);
  const found = items.filter(({ label }) =>
    words.every((word) => normaliseForComparison(label.headings + label.short).includes(word)),
  );
  const choose = (path: string) => {
    selectItem(path);
    void placeLeftover(piece, path);
    onClose();
  };
  return (
    <Dialog
      wide
      title={t('picker.title')}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('common:cancel')}</Button>}
    >
      <p className="prewrap card piece-excerpt">{piece.text}</p>
      <TextInput label={t('picker.search')} value={query} onChange={setQuery} autoFocus />
      <ul className="picker-list">
        {found.slice(0, MAX_LISTED).map(({ path, label }) => (
          <li key={path}>
            <button type="button" className="side-link" onClick={() => choose(path)}>
              <span>
                <span className="muted small">{label.headings}</span>
                <br />
                {label.short}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found.length > MAX_LISTED ? (
        <p className="muted small">{t('picker.more', { count: found.length - MAX_LISTED })}</p>
      ) : null}
    </Dialog>
  );
}
