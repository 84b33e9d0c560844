import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { diffText, type Segment } from '../../shared/compare/diffText';

type Side = 'before' | 'after' | 'both';

/** Unchanged stretches longer than this are folded in the middle (characters), and what stays at each end. */
const FOLD = 160;
const SHOWN = 60;

/** The words of one edition, or of both in one text, with those that differ marked by colour, line and element. */
export function ChangedText(props: { readonly before: string; readonly after: string; readonly side: Side }) {
  const { t } = useTranslation('compare');
  const segments = useMemo(() => diffText(props.before, props.after), [props.before, props.after]);
  const own = segments.filter(({ kind }) => isShown(kind, props.side));
  if (own.length === 0) return <span className="muted">{t('change.blank')}</span>;
  return (
    <span className="prewrap">
      {own.map((segment, at) => (
        <Piece key={at} segment={segment} isFirst={at === 0} isLast={at === own.length - 1} />
      ))}
    </span>
  );
}

function isShown(kind: Segment['kind'], side: Side): boolean {
  if (kind === 'same' || side === 'both') return true;
  return kind === (side === 'before' ? 'removed' : 'added');
}

function Piece(props: { readonly segment: Segment; readonly isFirst: boolean; readonly isLast: boolean }) {
  const { kind, text } = props.segment;
  if (kind === 'removed') return <del className="removed">{text}</del>;
  if (kind === 'added') return <ins className="added">{text}</ins>;
  return <Folded text={text} head={!props.isFirst} tail={!props.isLast} />;
}

/** The text near a change is shown; the text between changes is replaced by its length. */
function Folded({
  text,
  head,
  tail,
}: {
  readonly text: string;
  readonly head: boolean;
  readonly tail: boolean;
}) {
  const { t } = useTranslation('compare');
  if (text.length <= FOLD) return <>{text}</>;
  const [start, end] = [head ? text.slice(0, SHOWN) : '', tail ? text.slice(-SHOWN) : ''];
  return (
    <>
      {start}
      <span className="muted small">
        {' '}
        {t('change.folded', { count: text.length - start.length - end.length })}{' '}
      </span>
      {end}
    </>
  );
}
