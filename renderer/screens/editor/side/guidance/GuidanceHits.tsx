import { useTranslation } from 'react-i18next';
import { itemIdOf } from '../../../../../shared/assessment/path';
import { leavesOf, outline } from '../../../../../shared/assessment/walk';
import { formOf } from '../../../../../shared/forms/catalog';
import { guidanceOf } from '../../../../../shared/guidance/catalog';
import { matches } from '../../../../../shared/guidance/search';
import type { Form } from '../../../../../shared/forms/types';
import { labelParts } from '../../../../../shared/forms/label';
import { Button } from '../../../../components/Button';
import { EmptyState } from '../../../../components/EmptyState';
import { useAssessment } from '../../../../state/document';
import { focusItem, setFocusedItem } from '../../../../state/focus';

/** Items of this form whose heading or 書き方 has all the searched words, each once, in the order of the paper. */
export function GuidanceHits({ query, onChoose }: { readonly query: string; readonly onChoose: () => void }) {
  const { t } = useTranslation('guidance');
  const assessment = useAssessment();
  const form = formOf(assessment.form, assessment.edition);
  const hits = hitsOf(
    form,
    query,
    leavesOf(outline(form, assessment)).map(({ path }) => path),
  );
  if (hits.length === 0) return <EmptyState title={t('noHits')} />;
  return (
    <>
      <p className="side-bar muted small" role="status">
        {t('hits', { count: hits.length })}
      </p>
      <ul>
        {hits.map(({ path, label, place, asks }) => (
          <li key={path} className="side-item stack-tight">
            <Button
              variant="link"
              onPress={() => {
                onChoose();
                setFocusedItem(path);
                focusItem(path);
              }}
            >
              {label}
            </Button>
            <p className="muted small">{place}</p>
            <p className="small">{asks}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

interface Hit {
  readonly path: string;
  readonly label: string;
  readonly place: string;
  readonly asks: string;
}

function hitsOf(form: Form, query: string, paths: readonly string[]): readonly Hit[] {
  const seen = new Set<string>();
  return paths.flatMap((path) => {
    const item = itemIdOf(path);
    const guidance = guidanceOf(form.id, item);
    const labels = labelParts(form, item) ?? [item];
    if (!guidance || seen.has(item) || !matches(query, labels.join(' '), guidance)) return [];
    seen.add(item);
    return [
      {
        path,
        label: labels.at(-1) ?? item,
        place: labels.slice(0, -1).join('　'),
        asks: guidance.texts.ja.asks,
      },
    ];
  });
}
