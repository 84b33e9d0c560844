import { memo, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportSource } from '../../../shared/assessment/document';
import type { DocumentView } from '../../../shared/commands/documents';
import {
  segmentsOf,
  standsFor,
  sourcePages,
  whereOf,
  placesByPath,
  type NumberedBlock,
  type Owners,
  type Segment,
  type SourceChunk,
  type SourcePage,
} from '../../../shared/intake/review';
import { classes } from '../../components/classes';
import { useDocument } from '../../state/document';
import { selectItem, selectPiece, useIntake } from '../../state/intake';
import { startDrag } from './dragging';
import { insertText } from './insertText';

interface SourcePaneProps {
  readonly source: ImportSource;
  readonly owners: Owners;
}

/** The source as it was read, page by page. The text of the selected item is marked; a click selects the item of a text. */
export function SourcePane({ source, owners }: SourcePaneProps) {
  const pane = useRef<HTMLDivElement>(null);
  const pages = useMemo(() => sourcePages(source.blocks), [source]);
  const picking = useIntake((state) => state.picking);
  useShown(pane, source);
  return (
    <div ref={pane} className={classes('source-pane', picking && 'source-picking')}>
      {pages.map((page) => (
        <Page key={page.key} page={page} owners={owners} total={source.pages} />
      ))}
    </div>
  );
}

/** Scrolls to the source text of the selected item or piece. */
function useShown(pane: React.RefObject<HTMLDivElement | null>, source: ImportSource): void {
  const path = useIntake((state) => state.path);
  const piece = useIntake((state) => state.piece);
  const leftover = useDocument(({ view }) => view?.leftover);
  const places = useMemo(() => placesByPath(source.places ?? []), [source]);
  const block =
    piece === undefined
      ? whereOf(places, path ?? '')[0]?.block
      : leftover?.find(({ id }) => id === piece)?.where.block;
  useEffect(() => {
    const shown = pane.current?.querySelector(`[data-block="${String(block)}"]`);
    const target = shown?.querySelector('.stretch-chosen') ?? shown;
    if (target && !isInSight(target)) target.scrollIntoView({ block: 'start' });
  }, [pane, block, path, piece]);
}

/** Whoever clicked on the place itself does not want it to move. */
function isInSight(target: Element): boolean {
  const column = target.closest('.column')?.getBoundingClientRect();
  const { top, bottom } = target.getBoundingClientRect();
  return column !== undefined && top >= column.top && Math.min(bottom, top + 40) <= column.bottom;
}

const Page = memo(function Page(props: {
  readonly page: SourcePage;
  readonly owners: Owners;
  readonly total: number | undefined;
}) {
  const { t } = useTranslation('intake');
  const { page, owners, total } = props;
  return (
    <section className="source-page">
      {page.page === undefined ? null : (
        <p className="muted small">{t('sourcePage', { page: page.page, total: total ?? '' })}</p>
      )}
      {page.sheet === undefined ? null : (
        <p className="muted small">{t('sourceSheet', { sheet: page.sheet })}</p>
      )}
      {page.chunks.map((chunk, at) => (
        <Chunk key={at} chunk={chunk} owners={owners} />
      ))}
    </section>
  );
});

/** Tables of more columns are lists: their first column is no label. */
const MAX_LABELLED = 4;

function Chunk({ chunk, owners }: { readonly chunk: SourceChunk; readonly owners: Owners }) {
  if (chunk.kind === 'line') return <Block block={chunk.block} owners={owners} />;
  const template = chunk.widths.map((width) => `minmax(0, ${width}fr)`).join(' ');
  const labelled = chunk.columns.length <= MAX_LABELLED;
  return (
    <div className="source-table">
      {chunk.rows.map((row, at) => (
        <div key={at} className="source-row" style={{ gridTemplateColumns: template }}>
          {row.map((cell, place) => (
            <div
              key={cell.block}
              className={classes(
                labelled && row.length > 1 && cell.where.column === chunk.columns[0] && 'source-label',
              )}
              style={{ gridColumn: spanOf(row, place, chunk.columns) }}
            >
              <Block block={cell} owners={owners} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

/** From the column where the cell begins to that of the next cell; blank cells of the source are no blocks. */
function spanOf(row: readonly NumberedBlock[], place: number, columns: readonly number[]): string {
  const from = columns.indexOf(row[place]?.where.column ?? 1) + 1;
  const next = row.slice(place + 1).find(({ where }) => columns.indexOf(where.column ?? 1) + 1 > from);
  const to = next ? columns.indexOf(next.where.column ?? 1) + 1 : columns.length + 1;
  return `${from} / ${to}`;
}

const Block = memo(function Block({
  block,
  owners,
}: {
  readonly block: NumberedBlock;
  readonly owners: Owners;
}) {
  const segments = useMemo(() => segmentsOf(block.text, owners.get(block.block)), [block, owners]);
  return (
    <div className="source-block" data-block={block.block}>
      {segments.map((segment, at) => (
        <SegmentText key={at} segment={segment} whole={block.text} />
      ))}
    </div>
  );
});

/** A stretch of text with one owner. */
function SegmentText({ segment, whole }: { readonly segment: Segment; readonly whole: string }) {
  const chosen = useIntake(({ path, piece }) => isChosen(segment, path, piece));
  const doubted = useDocument(
    ({ view }) =>
      segment.paths.length > 0 &&
      (view?.review ?? []).some((mark) => !mark.settled && segment.paths.includes(mark.path)),
  );
  const picking = useIntake((state) => state.picking);
  const free = useDocument(({ view }) => view?.access.kind === 'edit' && isOpenPiece(view, segment.leftover));
  const owned = segment.paths.length > 0 || segment.leftover !== undefined;
  if (!owned && !picking) return <span>{segment.text}</span>;
  return (
    <span
      role="button"
      tabIndex={-1}
      draggable={free}
      onDragStart={(event) => {
        if (segment.leftover !== undefined) startDrag(event, segment.leftover);
      }}
      className={classes(
        'stretch',
        chosen && 'stretch-chosen',
        doubted && 'stretch-doubted',
        segment.leftover !== undefined && 'stretch-left',
      )}
      onClick={() => selectSegment(segment, picking ? whole : undefined)}
    >
      {segment.text}
    </span>
  );
}

/** Text that no item was found for can be dragged to one, also from the source itself. */
function isOpenPiece({ leftover }: Pick<DocumentView, 'leftover'>, id: string | undefined): boolean {
  return id !== undefined && leftover.some((piece) => piece.id === id && piece.state === 'open');
}

function isChosen(segment: Segment, path: string | undefined, piece: string | undefined): boolean {
  if (piece !== undefined) return segment.leftover === piece;
  return path !== undefined && standsFor(segment, path);
}

/** `picked`: the text that replaces the value of the selected item. */
function selectSegment(segment: Segment, picked: string | undefined): void {
  const { path } = useIntake.getState();
  useIntake.setState({ tab: 'check' });
  if (picked !== undefined && path !== undefined) insertText(path, picked);
  else if (segment.leftover !== undefined) selectPiece(segment.leftover);
  else selectNextOwner(segment.paths, path);
}

/** The first item of a stretch; clicked again, the next one that it became. */
function selectNextOwner(paths: readonly string[], path: string | undefined): void {
  const next = paths[(path === undefined ? 0 : paths.indexOf(path) + 1) % paths.length];
  if (next !== undefined) selectItem(next);
}
