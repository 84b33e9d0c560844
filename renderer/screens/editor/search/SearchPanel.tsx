import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { replaceAt, search, type Hit } from '../../../../shared/assessment/search';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { Option } from '../../../components/Option';
import { TextInput } from '../../../components/TextInput';
import { change, undo, useAssessment, useDocument, useReadOnly } from '../../../state/document';
import { changeTableOf } from '../../../../shared/forms/lookup';
import { reveal } from '../../../state/focus';
import { useForm } from '../../../state/outline';
import { say } from '../../../state/toasts';
import { useLabel } from '../labels';
import { closeSearch, useSide } from '../side/state';
import { HitText } from './Excerpt';
import { useSearch } from './state';

/** Most places that are listed; all are counted and replaced. */
const LISTED = 300;

/** Search and replace over the whole document, with the list of places. */
export function SearchPanel() {
  const { t } = useTranslation('editor');
  const { query, replacement } = useSearch();
  const { replacing } = useSide();
  const readOnly = useReadOnly();
  const hits = useHits();
  return (
    <>
      <SearchFields hits={hits} />
      {query !== '' ? (
        <p className="side-head muted small" role="status">
          {t('search.count', { count: hits.length })}
          {hits.length > LISTED ? t('search.listed', { count: LISTED }) : ''}
        </p>
      ) : null}
      {query !== '' && hits.length === 0 ? (
        <EmptyState title={t('search.none')}>{t('search.noneHelp')}</EmptyState>
      ) : null}
      <ul>
        {hits.slice(0, LISTED).map((hit) => (
          <HitLine
            key={`${hit.path}${hit.within ?? ''}${String(hit.from)}`}
            hit={hit}
            replace={replacing && !readOnly ? () => replaceOne(hit, replacement) : undefined}
          />
        ))}
      </ul>
    </>
  );
}

/** All places; while replacing, those of the table of 変更箇所 only where that is asked for. */
function useHits(): readonly Hit[] {
  const { query, ignoreWidth, inHistory } = useSearch();
  const { replacing } = useSide();
  const assessment = useDeferredValue(useAssessment());
  const wanted = useDeferredValue(query);
  const table = changeTableOf(useForm());
  const all = useMemo(() => search(assessment, wanted, { ignoreWidth }), [assessment, wanted, ignoreWidth]);
  return useMemo(
    () => (replacing && !inHistory ? all.filter(({ path }) => !path.startsWith(`${table}[`)) : all),
    [all, replacing, inHistory, table],
  );
}

function SearchFields({ hits }: { readonly hits: readonly Hit[] }) {
  const { t } = useTranslation('editor');
  const { query, replacement, ignoreWidth, inHistory } = useSearch();
  const { replacing, asked } = useSide();
  const readOnly = useReadOnly();
  const fields = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(-1);
  useEffect(() => {
    const field = fields.current?.querySelector('textarea');
    field?.focus();
    field?.select();
  }, [asked]);
  const go = (by: 1 | -1) => {
    const to = at < 0 && by < 0 ? hits.length - 1 : (at + by + hits.length) % hits.length;
    const hit = hits[to];
    if (!hit) return;
    setAt(to);
    reveal(hit.path, hit.within === undefined ? { from: hit.from, to: hit.to } : undefined);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F3' || event.isComposing) return;
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  return (
    <div
      className="side-head stack-tight"
      ref={fields}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) closeSearch();
      }}
    >
      <TextInput
        label={t('search.query')}
        value={query}
        onChange={(text) => {
          setAt(-1);
          useSearch.setState({ query: text });
        }}
        onEnter={() => go(1)}
      />
      {replacing && !readOnly ? (
        <TextInput
          label={t('search.replacement')}
          value={replacement}
          onChange={(text) => useSearch.setState({ replacement: text })}
        />
      ) : null}
      <Option kind="checkbox" chosen={ignoreWidth} onChange={(on) => useSearch.setState({ ignoreWidth: on })}>
        {t('search.ignoreWidth')}
      </Option>
      {replacing && !readOnly ? (
        <Option kind="checkbox" chosen={inHistory} onChange={(on) => useSearch.setState({ inHistory: on })}>
          {t('search.inHistory')}
        </Option>
      ) : null}
      <div className="line-up">
        <Button
          look="icon"
          label={t('search.previous')}
          shortcut="Shift+F3"
          disabled={hits.length === 0}
          onPress={() => go(-1)}
        >
          ↑
        </Button>
        <Button disabled={hits.length === 0} shortcut="F3" onPress={() => go(1)}>
          {t('search.next')}
        </Button>
        {readOnly ? null : replacing ? (
          <Button disabled={hits.length === 0} onPress={() => replaceAll(hits, replacement)}>
            {t('search.replaceAll', { count: hits.length })}
          </Button>
        ) : (
          <Button look="link" onPress={() => useSide.setState({ replacing: true })}>
            {t('search.openReplace')}
          </Button>
        )}
      </div>
      <span className="side-close">
        <Button look="icon" label={t('search.close')} shortcut="Esc" onPress={closeSearch}>
          ×
        </Button>
      </span>
    </div>
  );

  function replaceAll(all: readonly Hit[], text: string): void {
    change(replaceAt(current(), all, text), 'replaceAll');
    say(t('search.replaced', { count: all.length }), {
      action: { label: t('search.undo'), run: () => void undo() },
    });
  }
}

function HitLine({ hit, replace }: { readonly hit: Hit; readonly replace: (() => void) | undefined }) {
  const { t } = useTranslation('editor');
  const label = useLabel(hit.path);
  return (
    <li className="side-item">
      <button
        type="button"
        className="button button-link hit"
        onClick={() =>
          reveal(hit.path, hit.within === undefined ? { from: hit.from, to: hit.to } : undefined)
        }
      >
        <span className="muted small">{label.short}</span>
        <span className="label hit-text">
          <HitText text={hit.text} from={hit.from} to={hit.to} />
        </span>
      </button>
      {replace ? (
        <Button look="link" onPress={replace}>
          {t('search.replaceOne')}
        </Button>
      ) : null}
    </li>
  );
}

function replaceOne(hit: Hit, replacement: string): void {
  change(replaceAt(current(), [hit], replacement), 'replace');
}

function current() {
  const { assessment } = useDocument.getState();
  if (!assessment) throw new Error('no document is open');
  return assessment;
}
