import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { revertDifferences } from '../../../shared/compare/applyDifferences';
import type { ChangeView } from '../../../shared/compare/changeViews';
import { Badge } from '../../components/Badge';
import { Button } from '../../components/Button';
import { classes } from '../../components/classes';
import { useReadOnly } from '../../state/document';
import { focusItem } from '../../state/focus';
import { dispatchWithUndo } from '../../state/undoToast';
import { openScreen } from '../../state/navigation';
import { ChangedText } from '../../components/ChangedText';
import { DecisionPanel } from './DecisionPanel';
import { groundText } from './grounds';
import { setViewState, useCompare } from './state';
import type { Compared } from './useComparison';

/** The changes as a table: item, before, after; below a chosen ※ item what a person has to decide. */
export function ChangeList({
  compared,
  shown,
}: {
  readonly compared: Compared;
  readonly shown: readonly ChangeView[];
}) {
  const { t } = useTranslation('compare');
  const inline = useCompare((state) => state.inline);
  if (shown.length === 0)
    return <p className="card muted">{t(compared.views.length === 0 ? 'change.nothing' : 'change.none')}</p>;
  return (
    <table className="table changes">
      <thead>
        <tr>
          <th className="changes-item">{t('column.item')}</th>
          {inline ? (
            <th>{t('column.both')}</th>
          ) : (
            <>
              <th>{t('column.before')}</th>
              <th>{t('column.after')}</th>
            </>
          )}
        </tr>
      </thead>
      {shown.map((view) => (
        <Change key={view.key} view={view} compared={compared} inline={inline} />
      ))}
    </table>
  );
}

interface ChangeProps {
  readonly view: ChangeView;
  readonly compared: Compared;
  readonly inline: boolean;
}

function Change({ view, compared, inline }: ChangeProps) {
  const chosen = useCompare((state) => state.chosen === view.key);
  const place = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    if (chosen) place.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <tbody
      ref={place}
      className={classes('change', chosen && 'change-chosen')}
      data-change={view.key}
      tabIndex={-1}
      onClick={() => setViewState({ chosen: view.key })}
    >
      <tr>
        <ItemCell view={view} compared={compared} />
        {inline ? <ChangedWords view={view} side="both" /> : null}
        {inline ? null : <ChangedWords view={view} side="before" />}
        {inline ? null : <ChangedWords view={view} side="after" />}
      </tr>
      {chosen && view.materiality.marked && view.listed ? (
        <tr>
          <td colSpan={inline ? 2 : 3} className="change-decision">
            <DecisionPanel view={view} compared={compared} />
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}

function ChangedWords({
  view,
  side,
}: {
  readonly view: ChangeView;
  readonly side: 'before' | 'after' | 'both';
}) {
  const { t } = useTranslation('compare');
  if (view.moved) return <td>{side === 'before' ? null : <span>{t('change.moved', view.moved)}</span>}</td>;
  return (
    <td>
      <div className="change-part">
        <ChangedText before={view.before} after={view.after} side={side} />
      </div>
    </td>
  );
}

function ItemCell({ view, compared }: Omit<ChangeProps, 'inline'>) {
  const { t } = useTranslation('compare');
  const short = view.headings.at(-1) ?? '';
  const open = () => {
    focusItem(view.path);
    openScreen('editor');
  };
  return (
    <th scope="row" className="changes-item">
      <span className="small muted change-place">{view.headings.slice(0, -1).join(' › ')}</span>
      <span className="change-name">
        {short}
        {view.materiality.marked ? '　※' : ''}
      </span>
      <span className="line-up">
        <Badges view={view} compared={compared} />
      </span>
      <span className="line-up change-acts">
        {view.difference.kind === 'removed' ? null : (
          <Button variant="link" onPress={open}>
            {t('change.open')}
          </Button>
        )}
        {compared.live ? <Restore view={view} compared={compared} /> : null}
      </span>
    </th>
  );
}

/** One change alone is taken back; it can be undone like every edit. */
function Restore({ view, compared }: Omit<ChangeProps, 'inline'>) {
  const { t } = useTranslation('compare');
  const readOnly = useReadOnly();
  if (readOnly || view.difference.kind === 'header') return null;
  const restore = () => {
    const edit = revertDifferences(compared.comparison, [view.difference]);
    const done = t('change.restored', { item: view.headings.at(-1) ?? '' });
    dispatchWithUndo(edit, done, { label: 'restorePrior', tone: 'good' });
  };
  return (
    <Button variant="link" onPress={restore}>
      {t('change.restore')}
    </Button>
  );
}

function Badges({ view, compared }: Omit<ChangeProps, 'inline'>) {
  const { t } = useTranslation('compare');
  const { difference } = view;
  return (
    <>
      {difference.kind === 'added' || difference.kind === 'removed' ? (
        <Badge tone="change">{t(`change.${difference.kind}`)}</Badge>
      ) : null}
      {difference.kind === 'changed' && difference.renames ? (
        <Badge tone="change">{t('change.renamed')}</Badge>
      ) : null}
      {view.kind === 'form' ? <Badge>{t('change.form')}</Badge> : null}
      <DecisionBadge view={view} compared={compared} />
    </>
  );
}

function DecisionBadge({ view, compared }: Omit<ChangeProps, 'inline'>) {
  const { t } = useTranslation('compare');
  const decision = compared.decisions[view.key];
  if (!view.materiality.marked || !view.listed) return null;
  if (decision)
    return (
      <>
        {decision.material ? (
          <Badge tone="error">{t('decide.decidedYes')}</Badge>
        ) : (
          <Badge tone="good">{t('decide.decidedNo')}</Badge>
        )}
        {compared.unreasoned.has(view.key) ? <Badge tone="warn">{t('decide.needsReason')}</Badge> : null}
      </>
    );
  if (view.materiality.proposal === 'likely') return <Badge tone="warn">{t('decide.proposal.likely')}</Badge>;
  const formal = view.materiality.criteria.find(({ criterion }) => criterion.indicates === 'formal')
    ?.criterion.id;
  return (
    <>
      <Badge tone="warn">{t('decide.undecided')}</Badge>
      {formal ? <Badge tone="accent">{groundText(t, formal)}</Badge> : null}
    </>
  );
}
