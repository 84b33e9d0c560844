import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { itemIdOf } from '../../../../../shared/assessment/path';
import { guidanceOf } from '../../../../../shared/guidance/catalog';
import { EmptyState } from '../../../../components/EmptyState';
import { TextInput } from '../../../../components/TextInput';
import { useFocus } from '../../../../state/focus';
import { useForm } from '../../../../state/outline';
import { ItemHead } from '../ItemHead';
import { GuidanceBody } from './GuidanceBody';
import { GuidanceHits } from './GuidanceHits';

/** 書き方: what the item with the focus asks, with an example; or the items whose 書き方 has the searched words. */
export function GuidanceTab() {
  const { t } = useTranslation('guidance');
  const [query, setQuery] = useState('');
  const top = useRef<HTMLDivElement>(null);
  const path = useFocus((state) => state.path);
  // Another item is read from its beginning.
  useEffect(() => top.current?.scrollIntoView({ block: 'nearest' }), [path]);
  return (
    <>
      <div className="side-head" ref={top}>
        <TextInput
          label={t('search')}
          hideLabel
          placeholder={t('search')}
          value={query}
          onChange={setQuery}
        />
      </div>
      {query.trim() === '' ? <OfFocusedItem /> : <GuidanceHits query={query} onChoose={() => setQuery('')} />}
    </>
  );
}

function OfFocusedItem() {
  const { t } = useTranslation('guidance');
  const path = useFocus((state) => state.path);
  const form = useForm();
  const item = itemIdOf(path ?? '');
  const guidance = guidanceOf(form.id, item);
  if (!path) return <EmptyState title={t('choose')}>{t('chooseHelp')}</EmptyState>;
  if (!guidance) return <EmptyState title={t('heading')}>{t('chooseHelp')}</EmptyState>;
  return (
    <>
      <ItemHead path={path} />
      <GuidanceBody key={path} path={path} item={item} guidance={guidance} />
    </>
  );
}
