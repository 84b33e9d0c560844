import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button';
import type { Pages } from './pdf';
import { goToPage, search, stepHit, usePreview, zoomBy } from './state';

/** Where one is among the pages, how large they are, and what is looked for. */
export function PageBar({ pages }: { readonly pages: Pages }) {
  return (
    <div className="preview-bar">
      <PageJump pages={pages} />
      <Zooming />
      <span className="grow" />
      <Searching />
    </div>
  );
}

function PageJump({ pages }: { readonly pages: Pages }) {
  const { t } = useTranslation('preview');
  const current = usePreview((state) => state.current);
  const [typed, setTyped] = useState<string>();
  const jump = () => {
    const page = Number((typed ?? '').normalize('NFKC'));
    if (Number.isInteger(page) && page > 0) goToPage(page - 1);
    setTyped(undefined);
  };
  return (
    <div className="preview-group">
      <Button
        variant="icon"
        label={t('pageBefore')}
        disabled={current === 0}
        onPress={() => goToPage(current - 1)}
      >
        ▲
      </Button>
      <Button
        variant="icon"
        label={t('pageAfter')}
        disabled={current >= pages.sizes.length - 1}
        onPress={() => goToPage(current + 1)}
      >
        ▼
      </Button>
      <input
        className="input preview-number"
        inputMode="numeric"
        aria-label={t('pageNumber')}
        value={typed ?? String(current + 1)}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => setTyped(undefined)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) jump();
        }}
      />
      <span>/ {pages.sizes.length}</span>
    </div>
  );
}

function Zooming() {
  const { t } = useTranslation('preview');
  const { zoom, shown } = usePreview();
  return (
    <div className="preview-group">
      <Button variant="icon" label={t('zoomOut')} shortcut="Ctrl+−" onPress={() => zoomBy(-1)}>
        −
      </Button>
      <span className="preview-zoom">{shown}%</span>
      <Button variant="icon" label={t('zoomIn')} shortcut="Ctrl+＋" onPress={() => zoomBy(1)}>
        ＋
      </Button>
      <Button
        shortcut="Ctrl+0"
        disabled={zoom === 'fit'}
        onPress={() => usePreview.setState({ zoom: 'fit' })}
      >
        {t('fit')}
      </Button>
    </div>
  );
}

function Searching() {
  const { t } = useTranslation('preview');
  const { query, hits, hit } = usePreview();
  return (
    <div className="preview-group" role="search">
      <input
        id="preview-search"
        className="input preview-search"
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        defaultValue={query}
        onChange={(event) => {
          if (!(event.nativeEvent as InputEvent).isComposing) void search(event.currentTarget.value);
        }}
        onCompositionEnd={(event) => void search(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) stepHit(event.shiftKey ? -1 : 1);
        }}
      />
      <span className="muted" role="status">
        {query === '' ? '' : hits.length > 0 ? t('hits', { hit: hit + 1, hits: hits.length }) : t('noHits')}
      </span>
      <Button variant="icon" label={t('hitBefore')} disabled={hits.length === 0} onPress={() => stepHit(-1)}>
        ▲
      </Button>
      <Button variant="icon" label={t('hitAfter')} disabled={hits.length === 0} onPress={() => stepHit(1)}>
        ▼
      </Button>
    </div>
  );
}
