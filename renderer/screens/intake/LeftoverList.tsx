import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeftoverText } from '../../../shared/assessment/document';
import { Button } from '../../components/Button';
import { useDocument, useReadOnly } from '../../state/document';
import { unplacedPieces, useIntake } from '../../state/intake';
import { acceptsText } from '../../state/leftover';
import { useLabel } from '../../state/labels';
import { SetAsideReason } from './SetAsideReason';
import { ItemPicker } from './ItemPicker';
import { PieceRow, type Target } from './PieceRow';

const NONE: readonly LeftoverText[] = [];

/** What is asked about pieces of text. */
type SetAsideRequest =
  | { readonly kind: 'place'; readonly piece: LeftoverText }
  | { readonly kind: 'drop'; readonly pieces: readonly LeftoverText[] };

/** 未割当: text of the source that is in no item. A person places it in one, or gives the reason why it is not needed. */
export function LeftoverList() {
  const { t } = useTranslation('intake');
  const leftover = useDocument(({ view }) => view?.leftover) ?? NONE;
  const [asked, setAsked] = useState<SetAsideRequest>();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const ordered = [...leftover].sort((a, b) => Number(a.state !== 'open') - Number(b.state !== 'open'));
  const open = unplacedPieces(leftover);
  const chosen = open.filter(({ id }) => marked.has(id));
  const target = useTarget();
  const acts = useMemo(
    () => ({
      onMark: (id: string, on: boolean) => setMarked((before) => toggled(before, id, on)),
      onPlace: (piece: LeftoverText) => setAsked({ kind: 'place', piece }),
      onDrop: (piece: LeftoverText) => setAsked({ kind: 'drop', pieces: [piece] }),
    }),
    [],
  );
  const close = () => setAsked(undefined);
  return (
    <section aria-labelledby="left-title" className="stack-tight">
      <Head count={open.length} />
      {leftover.length === 0 ? <p className="muted">{t('left.none')}</p> : null}
      {open.length > 1 ? (
        <MarkedBar
          chosen={chosen.length}
          all={open.length}
          onAll={(on) => setMarked(new Set(on ? open.map(({ id }) => id) : []))}
          onDrop={() => setAsked({ kind: 'drop', pieces: chosen })}
        />
      ) : null}
      {leftover.length > 0 ? (
        <table className="table piece-table">
          <thead>
            <tr>
              <th scope="col">{t('left.page')}</th>
              <th scope="col">{t('left.text')}</th>
              <th scope="col">{t('left.place')}</th>
            </tr>
          </thead>
          <tbody>
            {ordered.map((piece) => (
              <PieceRow
                key={piece.id}
                piece={piece}
                target={target}
                marked={open.length > 1 ? marked.has(piece.id) : undefined}
                {...acts}
              />
            ))}
          </tbody>
        </table>
      ) : null}
      {asked?.kind === 'place' ? <ItemPicker piece={asked.piece} onClose={close} /> : null}
      {asked?.kind === 'drop' ? <SetAsideReason pieces={asked.pieces} onClose={close} /> : null}
    </section>
  );
}

function useTarget(): Target | undefined {
  const path = useIntake((state) => state.path);
  const { short } = useLabel(path ?? '');
  const fits = useDocument(
    ({ assessment }) => path !== undefined && assessment !== undefined && acceptsText(assessment, path),
  );
  return useMemo(() => (path !== undefined && fits ? { path, short } : undefined), [path, fits, short]);
}

function toggled(marked: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> {
  const rest = [...marked].filter((other) => other !== id);
  return new Set(on ? [...rest, id] : rest);
}

/** Comes into sight when the count of 未割当 is pressed. */
function Head({ count }: { readonly count: number }) {
  const { t } = useTranslation('intake');
  const wanted = useIntake((state) => state.leftoverWanted);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (wanted) head.current?.scrollIntoView({ block: 'start' });
  }, [wanted]);
  return (
    <h2 id="left-title" ref={head} className="left-title">
      {t('left.title', { count })} <span className="muted small">{t('left.help')}</span>
    </h2>
  );
}

/** Several texts that are not needed for the same reason are set aside together. */
function MarkedBar(props: {
  readonly chosen: number;
  readonly all: number;
  readonly onAll: (on: boolean) => void;
  readonly onDrop: () => void;
}) {
  const { t } = useTranslation('intake');
  const readOnly = useReadOnly();
  const every = props.chosen === props.all;
  if (readOnly) return null;
  return (
    <div className="pieces-bar label">
      <Button variant="link" onPress={() => props.onAll(!every)}>
        {t(every ? 'left.chooseNone' : 'left.chooseAll')}
      </Button>
      {props.chosen > 0 ? (
        <Button onPress={props.onDrop}>{t('left.dropChosen', { count: props.chosen })}</Button>
      ) : (
        <span className="muted">{t('left.dragHelp')}</span>
      )}
    </div>
  );
}
