import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { momentText } from '../../../i18n/dates';
import type { ItemChange } from '../../../../shared/assessment/history';
import { Button } from '../../../components/Button';
import { ChangedText } from '../../../components/ChangedText';
import { EmptyState } from '../../../components/EmptyState';
import { shell } from '../../../shell';
import { useDocument, useReadOnly, setItemValue } from '../../../state/document';
import { useFocus } from '../../../state/focus';
import { ValueText } from '../../../components/ValueText';
import { ItemHead } from './ItemHead';

/** 履歴: who changed the focused item, and the buttons that restore one of its values. */
export function HistoryTab() {
  const { t } = useTranslation('editor');
  const path = useFocus((state) => state.path);
  const changes = useChanges(path);
  if (!path) return <EmptyState title={t('history.choose')} />;
  return (
    <>
      <ItemHead path={path} />
      {changes.length === 0 ? <EmptyState title={t('history.none')} /> : null}
      <ul>
        {changes.map((change) => (
          <ChangeLine key={change.seq} path={path} change={change} />
        ))}
      </ul>
    </>
  );
}

function ChangeLine({ path, change }: { readonly path: string; readonly change: ItemChange }) {
  const { t, i18n } = useTranslation('editor');
  const readOnly = useReadOnly();
  const when = momentText(change.at, i18n.language);
  return (
    <li className="side-item stack-tight">
      <p className="muted small">
        {when}　{change.author.name || change.author.pc}
        {change.act ? `　${t(`history.${change.act}`)}` : ''}
      </p>
      <p className="label">
        <Difference change={change} />
      </p>
      {readOnly ? null : (
        <span>
          <Button variant="link" onPress={() => setItemValue(path, change.before, 'restore')}>
            {t('history.restore')}
          </Button>
        </span>
      )}
    </li>
  );
}

/** Two texts word by word, anything else as a whole. */
function Difference({ change: { before, after } }: { readonly change: ItemChange }) {
  if (typeof before === 'string' && typeof after === 'string')
    return <ChangedText before={before} after={after} side="both" />;
  return (
    <>
      <del className="removed">
        <ValueText value={before} />
      </del>
      {' → '}
      <ins className="added">
        <ValueText value={after} />
      </ins>
    </>
  );
}

/** The changes of an item as the shell keeps them, read again after each edit that arrived there. */
function useChanges(path: string | undefined): readonly ItemChange[] {
  const session = useDocument(({ view }) => view?.session);
  const seq = useDocument(({ view }) => view?.seq);
  const [known, setKnown] = useState<{ readonly path: string; readonly changes: readonly ItemChange[] }>();
  useEffect(() => {
    let current = true;
    if (session && path) {
      void shell.commands['document.history']({ session, path }).then((answer) => {
        if (current && answer.ok) setKnown({ path, changes: answer.value });
      });
    }
    return () => {
      current = false;
    };
  }, [session, seq, path]);
  return known?.path === path ? (known?.changes ?? []) : [];
}
