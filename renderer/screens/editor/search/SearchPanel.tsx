import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { replaceAt, type Hit } from '../../../../shared/assessment/search';
import { Button } from '../../../components/Button';
import { classes } from '../../../components/classes';
import { EmptyState } from '../../../components/EmptyState';
import { Option } from '../../../components/Option';
import { TextInput } from '../../../components/TextInput';
import { dispatchEdit, useAssessment, useDocument, useReadOnly } from '../../../state/document';
import { dispatchWithUndo } from '../../../state/undoToast';
import { useLabel } from '../../../state/labels';
import { closeSearch, useSidePanel } from '../../../state/sidePanel';
import { HitText } from './Excerpt';
import { useSearch } from './state';
import { focusHit, hitsIn, showHit } from './steps';

/** Most places that are listed; all are counted and replaced. */
const LISTED = 300;

/** Search and replace over the whole document, with the list of places. */
export function SearchPanel() {
  const { t } = useTranslation('editor');
  const { query, replacement, at } = useSearch();
  const { replacing } = useSidePanel();
  const readOnly = useReadOnly();
  const hits = useHits();
  return (
    <section className="search-panel" aria-label={t('side.search')}>
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
        {hits.slice(0, LISTED).map((hit, index) => (
          <HitLine
            key={`${hit.path}${hit.within ?? ''}${String(hit.from)}`}
            hit={hit}
            here={index === at}
            replace={replacing && !readOnly ? () => replaceOne(hit, replacement) : undefined}
          />
        ))}
      </ul>
    </section>
  );
}

/** The places in what is written now, found after the typing. */
function useHits(): readonly Hit[] {
  const { query, ignoreWidth, inHistory } = useSearch();
  const { replacing } = useSidePanel();
  const assessment = useDeferredValue(useAssessment());
  const wanted = useDeferredValue(query);
  return useMemo(
    () => hitsIn(assessment, { query: wanted, ignoreWidth, inHistory }, replacing),
    [assessment, wanted, ignoreWidth, inHistory, replacing],
  );
}

function SearchFields({ hits }: { readonly hits: readonly Hit[] }) {
  const { t } = useTranslation('editor');
  const { query, replacement, ignoreWidth, inHistory } = useSearch();
  const { replacing, searchRequests: asked } = useSidePanel();
  const readOnly = useReadOnly();
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = fields.current?.querySelector('textarea');
    field?.focus();
    field?.select();
  }, [asked]);
  return (
    <div
      className="side-head stack-tight"
      ref={fields}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) closeSearch();
      }}
    >
      <div className="search-head">
        <h2>{t(replacing && !readOnly ? 'side.replace' : 'side.search')}</h2>
        <Button variant="icon" label={t('search.close')} shortcut="Esc" onPress={closeSearch}>
          ×
        </Button>
      </div>
      <TextInput
        label={t('search.query')}
        value={query}
        onChange={(text) => useSearch.setState({ query: text, at: -1 })}
        onEnter={() => showHit(1)}
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
          variant="icon"
          label={t('search.previous')}
          shortcut="Shift+F3"
          disabled={hits.length === 0}
          onPress={() => showHit(-1)}
        >
          ↑
        </Button>
        <Button disabled={hits.length === 0} shortcut="F3" onPress={() => showHit(1)}>
          {t('search.next')}
        </Button>
        {readOnly ? null : replacing ? (
          <Button disabled={hits.length === 0} onPress={() => replaceAll(hits, replacement)}>
            {t('search.replaceAll', { count: hits.length })}
          </Button>
        ) : (
          <Button variant="link" onPress={() => useSidePanel.setState({ replacing: true })}>
            {t('search.openReplace')}
          </Button>
        )}
      </div>
    </div>
  );

  function replaceAll(all: readonly Hit[], text: string): void {
    dispatchWithUndo(replaceAt(current(), all, text), t('search.replaced', { count: all.length }), {
      label: 'replaceAll',
    });
    // The button has nothing left to do: the next search begins in its field.
    fields.current?.querySelector('textarea')?.focus();
  }
}

interface HitLineProps {
  readonly hit: Hit;
  /** The place that was stepped to last. */
  readonly here: boolean;
  readonly replace: (() => void) | undefined;
}

function HitLine({ hit, here, replace }: HitLineProps) {
  const { t } = useTranslation('editor');
  const label = useLabel(hit.path);
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (here) line.current?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  return (
    <li
      ref={line}
      className={classes('side-item', here && 'side-item-here')}
      aria-current={here ? 'true' : undefined}
    >
      <button type="button" className="button button-link hit" onClick={() => focusHit(hit)}>
        <span className="muted small">{label.short}</span>
        <span className="label hit-text">
          <HitText text={hit.text} from={hit.from} to={hit.to} />
        </span>
      </button>
      {replace ? (
        <Button variant="link" onPress={replace}>
          {t('search.replaceOne')}
        </Button>
      ) : null}
    </li>
  );
}

function replaceOne(hit: Hit, replacement: string): void {
  dispatchEdit(replaceAt(current(), [hit], replacement), 'replace');
}

function current() {
  const { assessment } = useDocument.getState();
  if (!assessment) throw new Error('no document is open');
  return assessment;
}
