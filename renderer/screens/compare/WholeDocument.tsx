import { useTranslation } from 'react-i18next';
import { leavesOf, outline } from '../../../shared/assessment/walk';
import { rowTextsOf } from '../../../shared/compare/rows/generate';
import { DEFAULT_ROW_STYLE } from '../../../shared/compare/rows/style';
import { translate } from '../../../shared/compare/translate';
import { sectionAndHeadings } from '../../../shared/compare/changeViews';
import { formOf } from '../../../shared/forms/catalog';
import { changeTableOf } from '../../../shared/forms/changeTable';
import { classes } from '../../components/classes';
import { ChangedText } from '../../components/ChangedText';
import { setViewState, useCompare } from './state';
import type { Compared } from './useComparison';

const FULL = { ...DEFAULT_ROW_STYLE, fullUpTo: Number.MAX_SAFE_INTEGER, absent: '', removed: '' };

/** Every written item of the new edition in official order, beside its old wording; what changed is marked. */
export function WholeDocument({ compared }: { readonly compared: Compared }) {
  const { t } = useTranslation('compare');
  const inline = useCompare((state) => state.inline);
  const rows = wholeRows(compared);
  return (
    <table className="table changes">
      <thead>
        <tr>
          <th className="changes-item">{t('column.item')}</th>
          {inline ? null : <th>{t('column.before')}</th>}
          <th>{t(inline ? 'column.both' : 'column.after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ path, headings, before, after, key }) => (
          <tr
            key={path}
            className={classes('whole-row', key !== undefined && 'change-chosen')}
            onClick={() =>
              key === undefined
                ? undefined
                : setViewState({ chosen: key, whole: false, filter: 'all', section: undefined })
            }
          >
            <th scope="row" className="changes-item">
              <span className="small muted change-place">{headings.slice(0, -1).join(' › ')}</span>
              <span className="change-name">{headings.at(-1)}</span>
            </th>
            {inline ? null : (
              <td>
                <Side before={before} after={after} side="before" />
              </td>
            )}
            <td>
              <Side before={before} after={after} side={inline ? 'both' : 'after'} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Side(props: {
  readonly before: string;
  readonly after: string;
  readonly side: 'before' | 'after' | 'both';
}) {
  if (props.before === props.after) return <span className="prewrap">{props.before}</span>;
  return <ChangedText {...props} />;
}

interface WholeRow {
  readonly path: string;
  readonly headings: readonly string[];
  readonly before: string;
  readonly after: string;
  /** The change, where there is one. */
  readonly key: string | undefined;
}

function wholeRows({ comparison, views }: Compared): readonly WholeRow[] {
  const { before, after, matching } = comparison;
  const form = formOf(after.form, after.edition);
  const table = changeTableOf(form);
  const keys = new Map(views.map((view) => [view.path, view.key]));
  return leavesOf(outline(form, after)).flatMap(({ path, item }) => {
    const oldPath = translate(path, matching.toOld);
    const [older, newer] = [oldPath === undefined ? undefined : before.values[oldPath], after.values[path]];
    if (path.startsWith(table) || (older === undefined && newer === undefined)) return [];
    const [newText] = rowTextsOf(item, undefined, newer, FULL);
    const [oldText] = rowTextsOf(item, undefined, older, FULL);
    const { headings } = sectionAndHeadings(after, path);
    return [
      { path, headings, before: oldText?.after ?? '', after: newText?.after ?? '', key: keys.get(path) },
    ];
  });
}
