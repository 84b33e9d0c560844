import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeftoverText } from '../../../../shared/assessment/document';
import { findIn } from '../../../../shared/assessment/search';
import { Badge } from '../../../components/Badge';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { TextInput } from '../../../components/TextInput';
import { useDocument, useReadOnly } from '../../../state/document';
import { useFocus } from '../../../state/focus';
import { setLeftoverState, placeLeftover, reopenLeftover } from '../../../state/leftover';
import { useLabel } from '../../../state/labels';
import { Excerpt } from '../search/Excerpt';

/** 未割当: text of the source for which no item was found. It never disappears; a person decides what becomes of it. */
export function LeftoverTab() {
  const { t } = useTranslation('editor');
  const leftover = useDocument(({ view }) => view?.leftover) ?? [];
  const [query, setQuery] = useState('');
  if (leftover.length === 0)
    return <EmptyState title={t('leftover.none')}>{t('leftover.noneHelp')}</EmptyState>;
  const found = leftover.filter(
    ({ heading = '', text }) =>
      query === '' || findIn(`${heading}\n${text}`, query, { ignoreWidth: true }).length > 0,
  );
  const ordered = [...found].sort((a, b) => Number(a.state !== 'open') - Number(b.state !== 'open'));
  return (
    <>
      <div className="side-head">
        <TextInput label={t('leftover.search')} value={query} onChange={setQuery} help={t('leftover.help')} />
      </div>
      <ul>
        {ordered.map((piece) => (
          <Piece key={piece.id} piece={piece} query={query} />
        ))}
      </ul>
      {found.length === 0 ? <EmptyState title={t('search.none')} /> : null}
    </>
  );
}

function Piece({ piece, query }: { readonly piece: LeftoverText; readonly query: string }) {
  const { t } = useTranslation('editor');
  const path = useFocus((state) => state.path);
  const target = useLabel(path ?? '');
  const readOnly = useReadOnly();
  return (
    <li className="side-item stack-tight">
      <p className="line-up small">
        {piece.where.page === undefined ? null : (
          <span className="muted">{t('leftover.page', { page: piece.where.page })}</span>
        )}
        {piece.where.line === undefined ? null : (
          <span className="muted">{t('leftover.line', { line: piece.where.line })}</span>
        )}
        {piece.state === 'open' ? null : <Badge tone="good">{t(`leftover.${piece.state}`)}</Badge>}
      </p>
      {piece.heading === undefined ? null : (
        <p className="muted small">{t('leftover.from', { item: piece.heading })}</p>
      )}
      <p className="prewrap label">
        <Excerpt text={piece.text} query={query} />
      </p>
      {readOnly ? null : (
        <span className="line-up small">
          {piece.state === 'open' && path ? (
            <Button variant="link" onPress={() => void placeLeftover(piece, path)}>
              {t('leftover.place', { item: target.short })}
            </Button>
          ) : null}
          <Button
            variant="link"
            onPress={() =>
              void (piece.state === 'open' ? setLeftoverState(piece, 'unneeded') : reopenLeftover(piece))
            }
          >
            {piece.state === 'open' ? t('leftover.dismiss') : t('leftover.reopen')}
          </Button>
        </span>
      )}
    </li>
  );
}
