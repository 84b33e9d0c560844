import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewMark, SourcePlace } from '../../../shared/assessment/document';
import { ATTACHMENTS, type Path } from '../../../shared/assessment/path';
import type { Value } from '../../../shared/assessment/types';
import { leavesOf, outline, type Node } from '../../../shared/assessment/walk';
import { itemLabel } from '../../../shared/forms/label';
import { Badge } from '../../components/Badge';
import { Button } from '../../components/Button';
import { Field } from '../../fields/Field';
import { messageOf } from '../../i18n/message';
import { useDocument, useReadOnly, setItemValue } from '../../state/document';
import { clearItem, settleMark, useIntake } from '../../state/intake';
import { useForm } from '../../state/outline';
import { useLabel } from '../../state/labels';
import { ValueText } from '../../components/ValueText';
import { STATE_TONES } from './CountsBar';
import { ItemDropZone } from './ItemDropZone';

type Leaf = Extract<Node, { kind: 'leaf' }>;

interface ItemCardProps {
  readonly path: Path;
  readonly places: readonly SourcePlace[];
}

/** One item of the form: why it needs review, its field, alternative readings, and the buttons. */
export function ItemCard({ path, places }: ItemCardProps) {
  const { t } = useTranslation('intake');
  const review = useDocument(({ view }) => view?.review) ?? [];
  const label = useLabel(path);
  const readOnly = useReadOnly();
  const mark = review.find((other) => other.path === path);
  const number = review.findIndex((other) => other.path === path) + 1;
  const card = useRef<HTMLElement>(null);
  useEffect(() => scrollToTop(card.current), [path]);
  return (
    <section ref={card} className="stack item-card" aria-labelledby="card-title">
      <h2 id="card-title" className="line-up">
        {mark ? t('markOf', { number, total: review.length }) : t('item')}
        <StateBadge path={path} mark={mark} shown={places.some((place) => place.path === path)} />
      </h2>
      {mark ? <p>{messageOf('reasons', mark.reason)}</p> : null}
      <ItemDropZone path={path}>
        <p className="muted small">{label.headings}</p>
        <Fields path={path} label={label.short} />
      </ItemDropZone>
      {mark && mark.candidates.length > 0 ? <Candidates path={path} candidates={mark.candidates} /> : null}
      {readOnly ? null : <ReviewActions path={path} mark={mark} />}
    </section>
  );
}

/** Scrolls the selected item into view; where the focus was lost with the previous item, focuses its first control. */
function scrollToTop(card: HTMLElement | null): void {
  card?.scrollIntoView({ block: 'nearest' });
  if (document.activeElement !== document.body) return;
  card?.querySelector<HTMLElement>('textarea, input, button')?.focus({ preventScroll: true });
}

/** The state of an item without an open mark; the heading already names an open one. */
function StateBadge(props: {
  readonly path: Path;
  readonly mark: ReviewMark | undefined;
  readonly shown: boolean;
}) {
  const { t } = useTranslation('intake');
  const blank = useDocument(({ assessment }) => assessment?.values[props.path] === undefined);
  if (props.mark) return props.mark.settled ? <Badge tone="good">{t('checked')}</Badge> : null;
  const state = !blank ? 'certain' : props.shown ? 'blank' : 'absent';
  return <Badge tone={STATE_TONES[state]}>{t(`state.${state}`)}</Badge>;
}

/** The fields of the item; of a whole row those of its columns. */
function Fields({ path, label }: { readonly path: Path; readonly label: string }) {
  const { t } = useTranslation('intake');
  const leaves = useLeaves(path);
  const own = leaves.find((leaf) => leaf.path === path);
  const shown = own ? [own] : leaves;
  if (shown.length > 0)
    return shown.map((leaf) => (
      <LeafRow key={leaf.path} leaf={leaf} label={own ? label : itemLabel(leaf.item)} />
    ));
  return <p className="muted">{t(path.startsWith(ATTACHMENTS) ? 'attachment' : 'noItem')}</p>;
}

/** The item itself, or the items of an entry; found anew when entries come, go or move, not for typing. */
function useLeaves(path: Path): readonly Leaf[] {
  const form = useForm();
  const lists = useDocument(({ assessment }) => assessment?.lists);
  return useMemo(() => {
    const { assessment } = useDocument.getState();
    if (!assessment || !lists) return [];
    return leavesOf(outline(form, assessment)).filter(
      (leaf) => leaf.path === path || leaf.path.startsWith(`${path}.`),
    );
  }, [form, lists, path]);
}

function LeafRow({ leaf, label }: { readonly leaf: Leaf; readonly label: string }) {
  const id = `check-${leaf.path}`;
  return (
    <div className="row">
      <div className="row-label">
        <span id={id}>{label}</span>
        {leaf.item.mark ? <span className="mark"> ※</span> : null}
      </div>
      <div className="row-value">
        <Field path={leaf.path} item={leaf.item} labelledBy={id} />
      </div>
    </div>
  );
}

/** Other readings; one click takes one over. */
function Candidates({ path, candidates }: { readonly path: Path; readonly candidates: readonly Value[] }) {
  const { t } = useTranslation('intake');
  return (
    <div className="stack-tight">
      <p className="label">{t('candidates')}</p>
      <ul className="candidate-list">
        {candidates.map((candidate, at) => (
          <li key={at} className="line-up">
            <Button onPress={() => setItemValue(path, candidate)}>{t('take')}</Button>
            <ValueText value={candidate} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function ReviewActions({ path, mark }: { readonly path: Path; readonly mark: ReviewMark | undefined }) {
  const { t } = useTranslation('intake');
  const picking = useIntake((state) => state.picking);
  const blank = useDocument(({ assessment }) => assessment?.values[path] === undefined);
  return (
    <div className="line-up">
      {mark && !mark.settled ? (
        <Button variant="primary" shortcut="Ctrl+Enter" onPress={() => void settleMark(path)}>
          {t('accept')}
        </Button>
      ) : null}
      {mark?.settled ? <Button onPress={() => void settleMark(path, false)}>{t('again')}</Button> : null}
      <Button disabled={blank && !mark} onPress={() => leaveBlank(path, mark)}>
        {t('blank')}
      </Button>
      <Button expanded={picking} onPress={() => useIntake.setState({ picking: !picking })}>
        {t(picking ? 'pickNow' : 'pick')}
      </Button>
    </div>
  );
}

/** Blank by decision: the mark is settled with it. */
function leaveBlank(path: Path, mark: ReviewMark | undefined): void {
  clearItem(path);
  if (mark && !mark.settled) void settleMark(path);
}
